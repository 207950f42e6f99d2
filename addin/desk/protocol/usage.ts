import { type ApiSet } from "../metadata/metadata.ts";

/** What the add-in asked of Excel's API, and which API sets that takes. */
export class ApiUsage {
  readonly #members = new Map<string, ApiSet>();

  record(type: string, member: string, set: ApiSet): void {
    this.#members.set(`${type}.${member}`, set);
  }

  /** Members used so far with the API set each came with, in alphabetical order. */
  members(): [member: string, set: ApiSet][] {
    return [...this.#members].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The highest ExcelApi version among them, such as `1.14`. */
  highest(): string {
    const versions = [...this.#members.values()].filter((set) => /^\d+\.\d+$/.test(set));
    return versions.reduce((top, set) => (compareVersions(set, top) > 0 ? set : top), "1.1");
  }

  /** Members that belong to another set than ExcelApi, such as a preview: ordinary Excel may not have them. */
  outsideExcelApi(): string[] {
    return this.members().flatMap(([member, set]) => (set === "" || /^\d/.test(set) ? [] : [`${member} (${set})`]));
  }
}

/** Orders `1.9` before `1.10`. */
export function compareVersions(a: string, b: string): number {
  const [a1 = 0, a2 = 0] = a.split(".").map(Number);
  const [b1 = 0, b2 = 0] = b.split(".").map(Number);
  return a1 - b1 || a2 - b2;
}
