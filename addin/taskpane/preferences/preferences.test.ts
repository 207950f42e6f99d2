import { describe, expect, it, vi } from "vitest";
import { themeFor } from "./appearance.ts";
import { openDrawer } from "./drawer.ts";
import { Preferences } from "./preferences.ts";

/** A device whose answers to media queries may change. */
function device(matching: string[] = []) {
  const changed: (() => void)[] = [];
  const media = (query: string) => ({
    get matches() {
      return matching.includes(query);
    },
    addEventListener: (_type: string, listener: () => void) => void changed.push(listener),
  });
  return {
    media: media as unknown as (query: string) => MediaQueryList,
    matching,
    change: () => changed.forEach((f) => f()),
  };
}
const nothing = () => openDrawer(() => Object.create(null) as Storage);
const DARK = "(prefers-color-scheme: dark)";

describe("the colours", () => {
  it("are the person's choice, else more contrast where asked for, else Office's, else the device's", () => {
    const calm = { prefersDark: false, prefersContrast: false };
    expect(themeFor("SYSTEM", calm)).toBe("light");
    expect(themeFor("SYSTEM", { ...calm, prefersDark: true })).toBe("dark");
    expect(themeFor("SYSTEM", { ...calm, prefersDark: true, officeDark: false })).toBe("light");
    expect(themeFor("SYSTEM", { ...calm, officeDark: true })).toBe("dark");
    expect(themeFor("SYSTEM", { ...calm, prefersContrast: true, officeDark: true })).toBe("contrast");
    expect(themeFor("LIGHT", { prefersDark: true, prefersContrast: true, officeDark: true })).toBe("light");
    expect(themeFor("CONTRAST", calm)).toBe("contrast");
  });

  it("follow the device while the page is open", () => {
    const { media, matching, change } = device();
    const preferences = new Preferences(nothing(), media);
    const heard = vi.fn();
    preferences.subscribe(heard);
    expect(preferences.get().theme).toBe("light");
    matching.push(DARK);
    change();
    expect(preferences.get().theme).toBe("dark");
    expect(heard).toHaveBeenCalled();
  });
});

describe("the language", () => {
  it("is Latvian until Office says otherwise, and the person's once chosen", () => {
    const preferences = new Preferences(nothing(), device().media);
    expect(preferences.get().language).toBe("lv");
    preferences.office({ displayLanguage: "en-GB" });
    expect(preferences.get().language).toBe("en");
    preferences.chooseLanguage("lv");
    preferences.office({ displayLanguage: "en-GB" });
    expect(preferences.get().language).toBe("lv");
  });
});
