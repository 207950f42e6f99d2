import { type WorkbookModel } from "../model/workbook.ts";
import { REQUIREMENTS } from "../protocol/requirements.ts";
import { compareVersions } from "../protocol/usage.ts";

/** The parts of the global `Office` an add-in meets outside of Excel's object model. */
export interface OfficeStub {
  readonly context: {
    readonly host: "Excel";
    readonly platform: "OfficeOnline";
    readonly displayLanguage: string;
    readonly contentLanguage: string;
    readonly requirements: { isSetSupported(name: string, version?: string | number): boolean };
    readonly document: { readonly settings: DocumentSettings };
  };
  onReady(callback?: (info: HostInfo) => void): Promise<HostInfo>;
}
interface HostInfo {
  readonly host: "Excel";
  readonly platform: "OfficeOnline";
}
interface DocumentSettings {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  saveAsync(callback?: (result: { readonly status: "succeeded" }) => void): void;
}

/** `Office` for Node: the same requirement sets and document settings that the desk gives in the browser. */
export function createOffice(model: WorkbookModel, locale: string): OfficeStub {
  let settings: Record<string, string> = { ...model.settings };
  const info: HostInfo = { host: "Excel", platform: "OfficeOnline" };
  const isSetSupported = (name: string, version: string | number = "1.1"): boolean => {
    const claimed = Object.entries(REQUIREMENTS).find(([set]) => set.toLowerCase() === name.toLowerCase())?.[1];
    return claimed !== undefined && compareVersions(claimed, String(version)) >= 0;
  };
  return {
    context: {
      ...info,
      displayLanguage: locale,
      contentLanguage: locale,
      requirements: { isSetSupported },
      document: {
        settings: {
          get: (key) => {
            const text = settings[key];
            return text === undefined ? null : (JSON.parse(text) as unknown);
          },
          set: (key, value) => {
            settings = { ...settings, [key]: JSON.stringify(value) };
          },
          remove: (key) => {
            settings = Object.fromEntries(Object.entries(settings).filter(([known]) => known !== key));
          },
          saveAsync: (callback) => {
            model.saveSettings(settings);
            queueMicrotask(() => callback?.({ status: "succeeded" }));
          },
        },
      },
    },
    onReady: (callback) => {
      callback?.(info);
      return Promise.resolve(info);
    },
  };
}
