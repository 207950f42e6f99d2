import type { DateSystem } from "../port.ts";
import { askDates } from "./find.ts";
import { inExcel } from "./run.ts";

/** Which date system the workbook counts days by. */
export const dateSystem = (): Promise<DateSystem> =>
  inExcel(async (context) => {
    const dates = askDates(context);
    await context.sync();
    return dates();
  });

/** Has every formula of the workbook calculated anew, the add-in's functions among them. */
export const calculateAll = (): Promise<void> =>
  inExcel(async (context) => {
    context.workbook.application.calculate("Full");
    await context.sync();
  });
