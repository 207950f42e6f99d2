import type { Language } from "../../../schema/registers/words.ts";
import { startingLanguage } from "../../i18n/language.ts";
import { isAppearance, themeFor, type Appearance, type Surroundings, type ThemeName } from "./appearance.ts";
import type { Drawer } from "./drawer.ts";

export interface Shown {
  readonly language: Language;
  readonly appearance: Appearance;
  readonly theme: ThemeName;
}
/** What Office tells once it is there. */
export interface OfficeSays {
  readonly displayLanguage?: string | undefined;
  readonly dark?: boolean | undefined;
}

const LANGUAGE = "saime.language";
const APPEARANCE = "saime.appearance";
const DARK = "(prefers-color-scheme: dark)";
const CONTRAST = "(prefers-contrast: more) and (forced-colors: none)";

/** Language and colours: the person's choices, kept on this computer, over what device and Office say. */
export class Preferences {
  #drawer: Drawer;
  readonly #media: (query: string) => Pick<MediaQueryList, "matches" | "addEventListener">;
  readonly #listeners = new Set<() => void>();
  #office: OfficeSays = {};
  #shown: Shown;

  constructor(drawer: Drawer, media: (query: string) => Pick<MediaQueryList, "matches" | "addEventListener">) {
    this.#drawer = drawer;
    this.#media = media;
    this.#shown = this.#compute();
    for (const query of [DARK, CONTRAST]) media(query).addEventListener("change", () => this.#update());
  }

  readonly get = (): Shown => this.#shown;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  /** Takes in what Office says; `drawer` replaces the one used until Office told its partition. */
  office(says: OfficeSays, drawer: Drawer = this.#drawer): void {
    this.#office = says;
    this.#drawer = drawer;
    this.#update();
  }

  chooseLanguage(language: Language): void {
    this.#drawer.setItem(LANGUAGE, language);
    this.#update();
  }

  chooseAppearance(appearance: Appearance): void {
    this.#drawer.setItem(APPEARANCE, appearance);
    this.#update();
  }

  #update(): void {
    this.#shown = this.#compute();
    for (const listener of this.#listeners) listener();
  }

  #compute(): Shown {
    const kept = this.#drawer.getItem(APPEARANCE);
    const appearance = isAppearance(kept) ? kept : "SYSTEM";
    const surroundings: Surroundings = {
      prefersDark: this.#media(DARK).matches,
      prefersContrast: this.#media(CONTRAST).matches,
      officeDark: this.#office.dark,
    };
    return {
      language: startingLanguage(this.#drawer.getItem(LANGUAGE), this.#office.displayLanguage),
      appearance,
      theme: themeFor(appearance, surroundings),
    };
  }
}
