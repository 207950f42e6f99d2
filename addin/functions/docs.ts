import { FUNCTION_KEYS } from "../../schema/functions/asks.ts";
import { FUNCTIONS, NAMESPACE } from "./declarations.ts";

/** The table of docs/functions.md, from the declarations. */
export function documentFunctions(): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const lines = FUNCTION_KEYS.map((key) => {
    const { help, parameters, result, example } = FUNCTIONS[key];
    const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
    const given = parameters.map(({ name, help: words }) => `\`${name}\`: ${words.en}`).join("<br>");
    const gives = `${help.en}<br>Result: ${result.words.en}${result.spills ? "; it spills" : ""}`;
    return `| \`${NAMESPACE}.${key}(${names})\` | ${cell(gives)} | ${cell(given)} | \`${cell(example)}\` |`;
  });
  return ["| Function | What it gives | What it takes | Example |", "| --- | --- | --- | --- |", ...lines].join("\n");
}
