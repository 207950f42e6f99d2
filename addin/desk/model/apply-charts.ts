import { type Book, type Effect } from "./book.ts";
import { badArgument, exists, notFound } from "./error.ts";
import { type Operation } from "./operations.ts";
import { sameName } from "./rules.ts";

type Of<Type extends Operation["type"]> = Extract<Operation, { type: Type }>;

/** Adds a chart, or puts another in the place of the one with its id. */
export function setChart(book: Book, { chart }: Of<"setChart">): Effect {
  book.sheet(chart.sheet);
  const { width, height, left, top } = chart;
  if (![width, height, left, top].every((size) => Number.isFinite(size) && size >= 0)) throw badArgument();
  const others = book.charts.filter(({ id }) => id !== chart.id);
  if (others.some(({ sheet, name }) => sheet === chart.sheet && sameName(name, chart.name))) throw exists();
  const known = book.charts.findIndex(({ id }) => id === chart.id);
  book.charts = known < 0 ? [...others, chart] : book.charts.with(known, chart);
  return {};
}

export function deleteChart(book: Book, { chart }: Of<"deleteChart">): Effect {
  if (!book.charts.some(({ id }) => id === chart)) throw notFound();
  book.charts = book.charts.filter(({ id }) => id !== chart);
  return {};
}
