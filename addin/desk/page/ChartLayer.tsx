import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useReducer, useRef } from "react";
import { useText } from "../../taskpane/app/TextContext.tsx";
import { chartData } from "../model/chart-data.ts";
import { cultureOf } from "../model/culture.ts";
import { cellText } from "../model/number-text.ts";
import type { GridView } from "../view/grid-view.ts";
import { ChartPicture } from "./ChartPicture.tsx";
import { desk } from "./messages.ts";
import type { DeskSession } from "./session.ts";

/** Pixels a point takes. */
const PIXELS = 4 / 3;

const useStyles = makeStyles({
  layer: { position: "fixed", overflow: "hidden", pointerEvents: "none", zIndex: 10 },
  chart: {
    position: "absolute",
    pointerEvents: "auto",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow4,
  },
  close: { position: "absolute", top: 0, right: 0, minWidth: "24px" },
});

interface Props {
  readonly session: DeskSession;
  readonly view: GridView;
}

/** The charts of the sheet in front, over the grid, scrolling with it. */
export function ChartLayer({ session, view }: Props) {
  const styles = useStyles();
  const text = useText();
  const { model } = session;
  const [, again] = useReducer((count: number) => count + 1, 0);
  const frame = useRef<number | null>(null);
  useEffect(() => {
    const later = () => {
      frame.current ??= requestAnimationFrame(() => {
        frame.current = null;
        again();
      });
    };
    const stops = [model.listen(later), model.onRestored(later), model.onResults(later), view.onPlace(later)];
    window.addEventListener("resize", later);
    later();
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener("resize", later);
      if (frame.current !== null) cancelAnimationFrame(frame.current);
      frame.current = null;
    };
  }, [model, view]);

  const place = view.place();
  const charts = model.charts.filter(({ sheet }) => sheet === model.activeSheet.id);
  if (!place || charts.length === 0) return null;
  const culture = cultureOf(text.language);
  const { left, top, width, height, scrolledX, scrolledY, scale } = place;
  return (
    <div className={styles.layer} style={{ left, top, width, height }} data-desk="charts">
      {charts.map((chart) => {
        const data = chartData(model, chart, culture);
        const size = { width: chart.width * PIXELS * scale, height: chart.height * PIXELS * scale };
        return (
          <div
            key={chart.id}
            className={styles.chart}
            data-chart={chart.name}
            style={{
              left: chart.left * PIXELS * scale - scrolledX,
              top: chart.top * PIXELS * scale - scrolledY,
              ...size,
            }}
          >
            <ChartPicture
              data={data}
              type={chart.type}
              title={chart.title}
              legend={chart.legend}
              number={(value) => cellText({ value }, data.format, culture, model.date1904)}
              {...size}
            />
            <Button
              className={styles.close}
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={text.say(desk.deleteChart, { name: chart.title || chart.name })}
              onClick={() => model.apply({ type: "deleteChart", chart: chart.id }, "person")}
            />
          </div>
        );
      })}
    </div>
  );
}
