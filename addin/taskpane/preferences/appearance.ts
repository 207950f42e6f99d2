export const APPEARANCES = ["SYSTEM", "LIGHT", "DARK", "CONTRAST"] as const;
export type Appearance = (typeof APPEARANCES)[number];
export type ThemeName = "light" | "dark" | "contrast";

/** What the device and Office say about colours. */
export interface Surroundings {
  readonly prefersDark: boolean;
  readonly prefersContrast: boolean;
  /** Whether Office's own theme is dark; undefined where Office does not say (Excel on the web). */
  readonly officeDark?: boolean | undefined;
}

export function isAppearance(value: unknown): value is Appearance {
  return (APPEARANCES as readonly unknown[]).includes(value);
}

/** The person's choice, else more contrast where the device asks for it, else as Office is, else as the device is. */
export function themeFor(choice: Appearance, { prefersDark, prefersContrast, officeDark }: Surroundings): ThemeName {
  if (choice === "LIGHT") return "light";
  if (choice === "DARK") return "dark";
  if (choice === "CONTRAST" || prefersContrast) return "contrast";
  return (officeDark ?? prefersDark) ? "dark" : "light";
}
