import { type CellStyle } from "../model/operations.ts";
import { type FileStyle, resolveThemeColor } from "./hucre.ts";

type FileColor = NonNullable<NonNullable<FileStyle["font"]>["color"]>;

/** A style as the desk knows it, of one as it stands in a file. Fonts, sizes and borders are left behind. */
export function styleFrom(style: FileStyle, theme: readonly string[] | undefined): CellStyle {
  const { font, fill, alignment } = style;
  const color = colorFrom(font?.color, theme);
  const ground = fill?.type === "pattern" && fill.pattern === "solid" ? colorFrom(fill.fgColor, theme) : null;
  const align = alignment?.horizontal;
  const valign = alignment?.vertical;
  return {
    ...(ground !== null && ground !== "#FFFFFF" && { fill: ground }),
    ...(color !== null && color !== "#000000" && { color }),
    ...(font?.bold && { bold: true }),
    ...(font?.italic && { italic: true }),
    ...(alignment?.wrapText && { wrap: true }),
    ...((align === "left" || align === "center" || align === "right") && { align }),
    ...((valign === "top" || valign === "center") && { valign }),
  };
}

function colorFrom(color: FileColor | undefined, theme: readonly string[] | undefined): string | null {
  if (color?.rgb) return `#${color.rgb.slice(-6).toUpperCase()}`;
  if (color?.theme === undefined || !theme?.[color.theme]) return null;
  return `#${resolveThemeColor([...theme], color.theme, color.tint).toUpperCase()}`;
}

/** A style for the file, or undefined when there is nothing to say. */
export function styleTo(style: CellStyle, format: string): FileStyle | undefined {
  const { fill, color, bold, italic, wrap, align, valign } = style;
  const font = {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(color && { color: { rgb: color.slice(1) } }),
  };
  const alignment = {
    ...(align && { horizontal: align }),
    ...(valign && { vertical: valign }),
    ...(wrap && { wrapText: true }),
  };
  const said: FileStyle = {
    ...(Object.keys(font).length > 0 && { font }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(fill && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill.slice(1) } } }),
    ...(format !== "General" && { numFmt: format }),
  };
  return Object.keys(said).length > 0 ? said : undefined;
}
