import type { FigureAnswer, FigureAsk } from "../../../schema/functions/asks.ts";
import type { ApiClient } from "./client.ts";
import { graphql } from "./tada.ts";

const FIGURES = graphql(`
  query Figures($asks: [FigureAsk!]!) {
    figures(asks: $asks) {
      value
      problem {
        code
        lv
        en
      }
    }
  }
`);

/** Answers what cells ask, in their order. Throws `ServerError`. */
export function createFigures(api: ApiClient) {
  return async (asks: readonly FigureAsk[], signal: AbortSignal): Promise<readonly FigureAnswer[]> => {
    const { figures } = await api.query(FIGURES, { asks: [...asks] }, signal);
    return figures.map(({ value, problem }): FigureAnswer => {
      if (!problem) return { value: value as NonNullable<FigureAnswer["value"]> };
      return { problem: { code: problem.code, words: { lv: problem.lv, en: problem.en } } };
    });
  };
}
