import {
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { ThemeName } from "../preferences/appearance.ts";

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

const useStyles = makeStyles({
  root: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground2 },
});

/** Colours and type of everything below, scroll bars and native parts among them. */
export function Themed({ theme, children }: { readonly theme: ThemeName; readonly children: ReactNode }) {
  const styles = useStyles();
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === "light" ? "light" : "dark";
  }, [theme]);
  return (
    <FluentProvider theme={THEMES[theme]}>
      {/* Not on the provider: menus and dialogs take over its class, and would cover the page. */}
      <div className={styles.root}>{children}</div>
    </FluentProvider>
  );
}
