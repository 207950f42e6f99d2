import type { Column, Register } from "../../schema/registers/register.ts";
import type { Words } from "../../schema/registers/words.ts";
import { wordsWrong } from "./words-wrong.ts";

/** What is found wrong with one declaration; each a sentence. */
export class Findings {
  readonly wrong: string[] = [];
  readonly register: Register;
  constructor(register: Register) {
    this.register = register;
  }

  must(holds: boolean, said: string): void {
    if (!holds) this.wrong.push(said);
  }
  words(what: string, words: Words): void {
    this.wrong.push(...wordsWrong(what, words));
  }
  /** The column that `by` names; that it is not there is a finding. */
  column(key: string, by: string): Column | undefined {
    const { columns } = this.register;
    this.must(Object.hasOwn(columns, key), `${by} names the column ${key}, which there is not`);
    return columns[key];
  }
  people(key: string, by: string): void {
    const named = this.column(key, by);
    this.must(named === undefined || ("to" in named && named.to === "people"), `${by}: ${key} names no people`);
  }
}
