import type { WorkbookSnapshot } from "../model/snapshot.ts";

const DATABASE = "saime-desk";
const STORE = "workbooks";
const KEY = "current";

/** The desk's workbook as it is kept in this browser. */
export interface KeptWorkbook {
  readonly name: string;
  /** When it was kept, in milliseconds since 1970. */
  readonly savedAt: number;
  readonly workbook: WorkbookSnapshot;
}

/** Keeps one workbook in the browser's IndexedDB. */
export class WorkbookStore {
  #database: Promise<IDBDatabase> | null = null;

  /** Null when nothing was kept yet. Rejects when the browser keeps no data, as in some private windows. */
  async load(): Promise<KeptWorkbook | null> {
    const kept = await this.#request<unknown>("readonly", (store) => store.get(KEY));
    return isKept(kept) ? kept : null;
  }

  /** Resolves once the browser has written it. Rejects when it could not, for want of room for example. */
  async save(kept: KeptWorkbook): Promise<void> {
    await this.#request("readwrite", (store) => store.put(kept, KEY));
  }

  async #request<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    const database = await (this.#database ??= open());
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      // Said out loud: a page that is just going away gets no chance to end it in silence.
      if (mode === "readwrite") transaction.commit();
      const fail = () => reject(asError(transaction.error ?? request.error));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onerror = fail;
      transaction.onabort = fail;
    });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(asError(request.error));
    request.onblocked = () => reject(new Error("Another tab keeps the workbook's storage closed."));
  });
}

const asError = (error: DOMException | null): Error => error ?? new Error("The browser could not keep the workbook.");

function isKept(kept: unknown): kept is KeptWorkbook {
  if (typeof kept !== "object" || kept === null || !("workbook" in kept)) return false;
  const { workbook } = kept;
  return typeof workbook === "object" && workbook !== null && "version" in workbook && workbook.version === 1;
}
