import { timers as messages } from "../../i18n/messages/timers.ts";
import type { Text } from "../../i18n/text.ts";

/** A length of time in hours and whole minutes, begun ones left out: `7 h 30 min`, `12 min`. */
export function lengthText(seconds: number, text: Text): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? text.say(messages.minutes, { minutes })
    : text.say(messages.hours, { hours, minutes: minutes % 60 });
}
