/** What Office says when it is there. */
export interface OfficeReady {
  /** Whether a workbook of Excel (or of the desk) stands beside the pane. */
  readonly excel: boolean;
  readonly displayLanguage: string | undefined;
  /** Prefix of this add-in's keys in the browser's storage, where Office parts its documents. */
  readonly partition: string;
  /** Whether Office's theme is dark; undefined where it does not say. */
  readonly dark: boolean | undefined;
}

/** The script comes beside the page, not before it: the pane's frame is not to wait for it. */
function loaded(script: HTMLScriptElement | null): Promise<boolean> {
  if (typeof Office !== "undefined") return Promise.resolve(true);
  if (!script) return Promise.resolve(false);
  return new Promise((resolve) => {
    script.addEventListener("load", () => resolve(true), { once: true });
    script.addEventListener("error", () => resolve(false), { once: true });
  });
}

/**
 * Waits for office.js, loaded by `script`, and for its host. Without either there is no workbook. `there` is called
 * between the two, when the library can be used and no host has asked anything yet.
 */
export async function officeReady(script: HTMLScriptElement | null, there: () => void): Promise<OfficeReady> {
  if (!(await loaded(script)) || typeof Office === "undefined") {
    return { excel: false, displayLanguage: undefined, partition: "", dark: undefined };
  }
  there();
  const { host } = await Office.onReady();
  // In a plain tab there is neither host nor context.
  const context = Office.context as Partial<Office.Context> | undefined;
  return {
    excel: host === Office.HostType.Excel,
    displayLanguage: context?.displayLanguage,
    partition: context?.partitionKey ?? "",
    dark: context?.officeTheme?.isDarkTheme,
  };
}
