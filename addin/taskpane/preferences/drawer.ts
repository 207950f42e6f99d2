/** Where small texts are kept on this computer: what of `Storage` is needed. */
export type Drawer = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * A drawer in the browser's storage under Office's partition key, which Excel on the web gives so that add-ins of
 * several documents do not meet. A browser may forbid storage to a page in a frame or have none left: what is put in
 * then lives as long as the page.
 */
export function openDrawer(storage: () => Storage, partition = ""): Drawer {
  const memory = new Map<string, string>();
  const attempt = <T>(act: (storage: Storage) => T): T | undefined => {
    try {
      return act(storage());
    } catch {
      return undefined;
    }
  };
  return {
    getItem: (key) => memory.get(key) ?? attempt((kept) => kept.getItem(partition + key)) ?? null,
    setItem: (key, value) => {
      memory.set(key, value);
      attempt((kept) => kept.setItem(partition + key, value));
    },
    removeItem: (key) => {
      memory.delete(key);
      attempt((kept) => kept.removeItem(partition + key));
    },
  };
}
