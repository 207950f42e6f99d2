import { afterAll, beforeAll, expect, test } from "vitest";
import { ASKS_A_REQUEST } from "../../schema/functions/asks.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

const FIGURES = `query Figures($asks: [FigureAsk!]!) { figures(asks: $asks) { value problem { code lv en } } }`;
const hour = { function: "WORKTIME", name: "", from: "2026-01-01T00:00:00", to: "2026-01-01T01:00:00" };
const ask = (who: { readonly name: string } | null, asks: readonly object[]) =>
  server.ask<{ figures: unknown[] }>(who, FIGURES, { variables: { asks } });

test("figures come with their values, and problems in both languages, in the order asked", async () => {
  const { data } = await ask(server.world.front, [hour, { function: "KPI", name: "KPI-77" }]);
  expect(data.figures).toEqual([
    { value: 60, problem: null },
    {
      value: null,
      problem: {
        code: "UNKNOWN_KPI",
        lv: "Rādītāja “KPI-77” nav. Ierakstiet rādītāja kodu no reģistra “Rādītāji”.",
        en: "There is no KPI “KPI-77”. Write the code of a KPI from the register of KPIs.",
      },
    },
  ]);
});

test("as many as a request may hold are answered, more are refused as a whole", async () => {
  const many = (count: number) => ask(server.world.front, Array<object>(count).fill(hour));
  expect((await many(ASKS_A_REQUEST)).data.figures).toHaveLength(ASKS_A_REQUEST);
  expect((await many(ASKS_A_REQUEST + 1)).errors[0]?.extensions.code).toBe("BAD_REQUEST");
});

test("nobody is answered without signing in", async () => {
  expect((await ask(null, [hour])).errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
});
