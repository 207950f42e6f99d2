/** Excel's seven accents, in the order of its table styles: black, blue, orange, grey, gold, light blue, green. */
const ACCENTS = [
  ["#000000", "#D9D9D9"],
  ["#4472C4", "#D9E1F2"],
  ["#ED7D31", "#FCE4D6"],
  ["#7B7B7B", "#EDEDED"],
  ["#BF8F00", "#FFF2CC"],
  ["#2E75B6", "#DDEBF7"],
  ["#548235", "#E2EFDA"],
] as const;

const FAMILIES = ["Light", "Medium", "Dark"] as const;
type Family = (typeof FAMILIES)[number];

const line = (rgb: string) => ({ s: 1, cl: { rgb } });

function theme(name: string, family: Family, accent: string, tint: string, banded: boolean) {
  const filled = family !== "Light";
  const band = { bg: { rgb: tint } };
  const plain = { bg: { rgb: "#FFFFFF" } };
  return {
    name,
    style: {
      headerRowStyle: {
        ...(filled && { bg: { rgb: accent } }),
        cl: { rgb: filled ? "#FFFFFF" : accent },
        bl: 1,
        bd: { t: line(accent), b: line(accent) },
      },
      headerColumnStyle: { bd: { l: line(accent) } },
      lastColumnStyle: { bd: { r: line(accent) } },
      firstRowStyle: banded ? band : plain,
      secondRowStyle: plain,
      lastRowStyle: { bd: { b: line(accent) } },
    },
  };
}

export const TABLE_THEMES = FAMILIES.flatMap((family) =>
  ACCENTS.flatMap(([accent, tint], i) => [
    theme(`${family}${i}`, family, accent, tint, true),
    theme(`${family}${i}-plain`, family, accent, tint, false),
  ]),
);

/** The theme that comes nearest to one of Excel's sixty table styles, such as `TableStyleMedium2`. */
export function themeOf(style: string, bandedRows: boolean): string {
  const [, family = "Medium", number = "2"] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style) ?? [];
  return `${family}${(Number(number) - 1) % ACCENTS.length}${bandedRows ? "" : "-plain"}`;
}
