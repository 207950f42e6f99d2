import { expect, it } from "vitest";
import { parseTsv } from "./tsv.ts";

it.each([
  ["a", [["a"]]],
  [
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "\t\n\tx",
    [
      ["", ""],
      ["", "x"],
    ],
  ],
  ['"one\ntwo"\tb', [["one\ntwo", "b"]]],
  ['"say ""hi"""', [['say "hi"']]],
  ['5" disk\tb', [['5" disk', "b"]]],
  ["a\n\nb", [["a"], [""], ["b"]]],
  ["", [[""]]],
])("%j", (text, cells) => expect(parseTsv(text)).toEqual(cells));
