import { createContext, use } from "react";
import type { CalendarService } from "./port.ts";

export const CalendarContext = createContext<CalendarService | null>(null);

export function useCalendars(): CalendarService {
  const service = use(CalendarContext);
  if (!service) throw new Error("useCalendars needs a CalendarContext above it");
  return service;
}
