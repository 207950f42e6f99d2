import { useCallback, useEffect, useRef, useState } from "react";
import { toFailure, type Failure } from "../work/failure.ts";

export interface Loaded<T> {
  /** The last good picture; null before the first. Stays while a newer one is fetched. */
  readonly data: T | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly reload: () => void;
  /** Puts in a picture that came another way, such as with the answer to a publish. */
  readonly put: (data: T) => void;
}

/**
 * Loads with `load`, which must be stable (`useCallback`), again whenever it or `again` changes (what the answer hangs
 * on though the question does not name it, such as the pane's language) or `reload` is called. An answer that comes
 * after a newer question is let go.
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>, again?: string | number): Loaded<T> {
  const [data, setData] = useState<T | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [loading, setLoading] = useState(true);
  const current = useRef<AbortController | null>(null);

  const reload = useCallback(() => {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    setLoading(true);
    load(mine.signal).then(
      (loaded) => {
        if (mine.signal.aborted) return;
        setData(loaded);
        setFailure(null);
        setLoading(false);
      },
      (error: unknown) => {
        if (mine.signal.aborted) return;
        setFailure(toFailure(error));
        setLoading(false);
      },
    );
  }, [load]);

  useEffect(() => {
    setData(null);
    reload();
    return () => current.current?.abort();
  }, [reload, again]);

  const put = useCallback((picture: T) => {
    current.current?.abort();
    setData(picture);
    setFailure(null);
    setLoading(false);
  }, []);
  return { data, failure, loading, reload, put };
}
