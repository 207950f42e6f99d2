import { expect, test } from "vitest";
import { COMMANDS, registerCommands } from "./commands.ts";

type Action = (event: { completed(): void }) => void;

function host() {
  const actions = new Map<string, Action>();
  return {
    actions,
    host: { actions: { associate: (name: string, action: Action) => void actions.set(name, action) } },
  };
}
const press = (action: Action | undefined) => new Promise<void>((completed) => action?.({ completed }));

test("every command of the ribbon is tied to its own handler", async () => {
  const { actions, host: office } = host();
  const ran: string[] = [];
  registerCommands(
    {
      saimeRefresh: async () => void ran.push("saimeRefresh"),
      saimePublish: async () => void ran.push("saimePublish"),
    },
    () => expect.unreachable(),
    office,
  );
  for (const name of COMMANDS) await press(actions.get(name));
  expect(ran).toEqual([...COMMANDS]);
});

test("the button is free again after a failure, and the failure is told", async () => {
  const { actions, host: office } = host();
  const told: unknown[] = [];
  const fail = new Error("offline");
  registerCommands(
    {
      saimeRefresh: () => Promise.reject(fail),
      saimePublish: () => {
        throw fail;
      },
    },
    (error) => told.push(error),
    office,
  );
  for (const name of COMMANDS) await press(actions.get(name));
  expect(told).toEqual([fail, fail]);
});
