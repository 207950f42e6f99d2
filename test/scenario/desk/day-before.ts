import { SAMPLE_INSTITUTIONS } from "../../../server/sample/people.ts";
import { ask } from "../../support/ask.ts";
import { callerWith, edit, write, type Caller } from "../people.ts";

/** Signs one of the sample's people in over the API. */
export async function caller(url: string, name: string): Promise<Caller> {
  const person = SAMPLE_INSTITUTIONS.flatMap(({ people }) => people).find((one) => one.name === name);
  if (!person) throw new Error(`the sample has no ${name}`);
  const { data } = await ask<{ signIn: { token: string } }>(
    url,
    "mutation ($person: ID!) { signIn(person: $person) { token } }",
    { variables: { person: person.id } },
  );
  return callerWith(url, name, data.signIn.token);
}

/** What stands before the bad day: a third service on the information system, and two processes that are described. */
export async function dayBefore(url: string): Promise<void> {
  const liga = await caller(url, "Līga Ozoliņa");
  await write(liga, "dependencies", {
    ...{ from: "Klientu konsultēšana", to: "Pakalpojumu informācijas sistēma", kind: "RUNS_ON", critical: true },
  });
  const described = { manager: "Žanete Ķirse", description: "Notiek pēc kārtības Nr. 4." };
  await write(liga, "processes", { process: "SERVICE_REQUESTS", ...described });
  const { data } = await liga.ask<{ processes: { nodes: { id: string; process: string }[] } }>(
    "{ processes { nodes { id process } } }",
  );
  const applications = data.processes.nodes.find(({ process }) => process === "APPLICATIONS");
  await edit(liga, "processes", "process", applications?.id ?? "", described);
}
