import { useEffect, useState } from "react";

/** What `asked` answered; null before it has, and where nothing was asked. */
export function useAnswer<T>(asked: Promise<T> | null): T | "FAILED" | null {
  const [answer, setAnswer] = useState<{ readonly of: Promise<T>; readonly came: T | "FAILED" } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    let gone = false;
    asked.then(
      (came) => !gone && setAnswer({ of: asked, came }),
      (error: unknown) => {
        console.error(error);
        if (!gone) setAnswer({ of: asked, came: "FAILED" });
      },
    );
    return () => {
      gone = true;
    };
  }, [asked]);
  return answer !== null && answer.of === asked ? answer.came : null;
}
