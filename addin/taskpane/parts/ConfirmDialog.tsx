import { lazy, Suspense, useState } from "react";
import type { QuestionProps } from "./Question.tsx";

const Question = lazy(() => import("./Question.tsx"));

/**
 * Asks before something that cannot be taken back lightly. Escape and Cancel do nothing. Dialogs are a chunk of their
 * own, fetched when the first question is asked.
 */
export function ConfirmDialog(props: QuestionProps) {
  const [asked, setAsked] = useState(false);
  if (props.open && !asked) setAsked(true);
  if (!asked && !props.open) return null;
  return (
    <Suspense fallback={null}>
      <Question {...props} />
    </Suspense>
  );
}
