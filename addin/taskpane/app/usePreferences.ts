import { useSyncExternalStore } from "react";
import type { Preferences, Shown } from "../preferences/preferences.ts";

export function usePreferences(preferences: Preferences): Shown {
  return useSyncExternalStore(preferences.subscribe, preferences.get);
}
