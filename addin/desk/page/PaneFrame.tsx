import { makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useText } from "../../taskpane/app/TextContext.tsx";
import { desk } from "./messages.ts";

const NARROWEST = 320;
const WIDEST = 600;
const USUAL = 350;
const STEP = 10;

const useStyles = makeStyles({
  splitter: {
    flex: "0 0 6px",
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  pane: { flex: "0 0 auto", display: "flex", minHeight: 0, backgroundColor: tokens.colorNeutralBackground2 },
  frame: { flex: "1 1 0", "& iframe": { width: "100%", height: "100%", border: 0, display: "block" } },
  away: { display: "none" },
  still: { pointerEvents: "none" },
});

const within = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));

export interface PaneFrameProps {
  readonly shown: boolean;
  /** Puts the add-in's frame into an element; returns how to take it away. */
  readonly open: (parent: HTMLElement) => () => void;
}

/** The add-in's task pane beside the sheet, as wide as a person drags it. Hidden, it goes on running as in Excel. */
export function PaneFrame({ shown, open }: PaneFrameProps) {
  const styles = useStyles();
  const text = useText();
  const [width, setWidth] = useState(USUAL);
  const [dragging, setDragging] = useState(false);
  const parent = useRef<HTMLDivElement>(null);

  useEffect(() => (parent.current ? open(parent.current) : undefined), [open]);

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (dragging) setWidth(within(window.innerWidth - event.clientX - 6));
  };
  const start = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
  };
  const press = (event: KeyboardEvent) => {
    const target = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: WIDEST, End: NARROWEST }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    setWidth(within(target));
  };

  return (
    <>
      <div
        role="separator"
        tabIndex={0}
        className={shown ? styles.splitter : styles.away}
        aria-orientation="vertical"
        aria-label={text.say(desk.resizePane)}
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        onPointerDown={start}
        onPointerMove={drag}
        onPointerUp={() => setDragging(false)}
        onPointerCancel={() => setDragging(false)}
        onKeyDown={press}
      />
      <aside className={shown ? styles.pane : styles.away} style={{ width }} aria-label={text.say(desk.pane)}>
        <div ref={parent} className={dragging ? `${styles.frame} ${styles.still}` : styles.frame} />
      </aside>
    </>
  );
}
