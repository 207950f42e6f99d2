// The only file that knows the inside of Microsoft's office.js. Pinned to @microsoft/office-js 1.1.110.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runInThisContext } from "node:vm";

/** A call of office.js to its host: the texts and flags the browser would post. */
export type HostCall = (body: string, flags: number) => Promise<HostAnswer>;
export type HostAnswer = { readonly error: number } | { readonly error: 0; readonly body: string };

export interface OfficeJs {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Hands events to office.js, as the host's `richApiMessage` would. */
  deliver(entries: readonly (readonly unknown[])[]): void;
}

interface RichApiCallback {
  (result: { status: string; value?: unknown; error?: unknown }): void;
}
type Factory = (window: object, OSF: object, Office: object) => Pick<OfficeJs, "Excel" | "OfficeExtension">;

const FILE = "excel-web-16.00.debug.js";
let factory: Factory | undefined;

/**
 * The object model of office.js without the part before it that needs a browser. Run in this realm, so that
 * `instanceof` and deep comparisons hold.
 */
function objectModel(): Factory {
  if (factory) return factory;
  const root = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"));
  const path = join(root, "dist", FILE);
  const source = readFileSync(path, "utf8");
  const runtime = /var OfficeExtension;\r?\n\(function \(OfficeExtension_1\)/.exec(source);
  const start = runtime ? source.lastIndexOf("var __extends", runtime.index) : -1;
  const end = runtime ? source.indexOf("\nvar _EndExcel", runtime.index) : -1;
  if (start < 0 || end < 0) throw new Error(`${FILE} is not laid out as expected; which office.js is installed?`);
  const code = `(function(window, OSF, Office){${source.slice(start, end)}\nreturn { OfficeExtension, Excel };})`;
  factory = runInThisContext(code, { filename: path }) as Factory;
  return factory;
}

/** A fresh instance of the real object model whose requests go to `call`. `Office` is what the code finds globally. */
export function loadOfficeJs(Office: object, call: HostCall): OfficeJs {
  let handler: ((message: { entries: readonly object[] }) => void) | undefined;
  const executeRichApiRequestAsync = (request: readonly unknown[], callback: RichApiCallback): void => {
    void call(String(request[4]), Number(request[6] ?? 0)).then((answer) => {
      if ("body" in answer) callback({ status: "succeeded", value: { data: [200, [], answer.body] } });
      else callback({ status: "failed", error: { code: answer.error, message: `Host error ${answer.error}` } });
    });
  };
  const richApiMessageManager = {
    register(handle: typeof handler): Promise<void> {
      handler = handle;
      return Promise.resolve();
    },
  };
  const OSF = { DDA: { RichApi: { executeRichApiRequestAsync, richApiMessageManager } } };
  const { Excel, OfficeExtension } = objectModel()({ Office }, OSF, Office);
  const deliver = (entries: readonly (readonly unknown[])[]): void =>
    handler?.({
      entries: entries.map(([messageCategory, messageType, targetId, message, id, isRemoteOverride]) => ({
        messageCategory,
        messageType,
        targetId,
        message,
        id,
        isRemoteOverride,
      })),
    });
  return { Excel, OfficeExtension, deliver };
}
