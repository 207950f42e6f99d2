import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { DayKind } from "../../../../schema/calendar/days.ts";

/** How each kind of day looks: never by colour alone, also where the system forces its own. */
const useKinds = makeStyles({
  day: {
    textAlign: "center",
    border: `${tokens.strokeWidthThick} solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    fontVariantNumeric: "tabular-nums",
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  CLOSED: {
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  OUTSIDE: { color: tokens.colorNeutralForeground2, textDecorationLine: "line-through" },
  HOLIDAY: {
    backgroundColor: tokens.colorPaletteRedBackground2,
    color: tokens.colorPaletteRedForeground2,
    border: `${tokens.strokeWidthThickest} double ${tokens.colorPaletteRedBorder2}`,
    fontWeight: tokens.fontWeightBold,
  },
  MOVED_OFF: {
    backgroundColor: tokens.colorNeutralBackground4,
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}`,
  },
  MOVED_ON: {
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightBold,
  },
  SHORT: { textDecorationLine: "underline", textDecorationStyle: "double", fontWeight: tokens.fontWeightBold },
  EXCEPTION_OPEN: { border: `${tokens.strokeWidthThick} dotted ${tokens.colorNeutralForeground1}` },
  EXCEPTION_CLOSED: {
    backgroundColor: tokens.colorNeutralBackground4,
    border: `${tokens.strokeWidthThick} dotted ${tokens.colorNeutralForeground1}`,
  },
});

/** The class of a day of a kind. */
export function useDayClass(): (kind: DayKind) => string {
  const styles = useKinds();
  const kinds: Readonly<Record<DayKind, string | undefined>> = {
    ...styles,
    OPEN: undefined,
    DAY_OFF: styles.HOLIDAY,
  };
  return (kind) => mergeClasses(styles.day, kinds[kind]);
}
