import fc from "fast-check";
import { expect, test } from "vitest";
import { copiesFromClient } from "./copy-in.ts";
import { type Batch, BatchReader, endOf, message, simpleQuery, statusOf } from "./frames.ts";

const SYNC = message("S");
const parse = (sql: string) => message("P", "", sql, Buffer.from([0, 0]));

test("however a client's bytes are cut, the same whole batches come out", () => {
  const sent = [
    Buffer.concat([parse("SELECT $1"), message("B", Buffer.alloc(300, 83)), message("E", "", Buffer.alloc(4)), SYNC]),
    simpleQuery("BEGIN"),
    Buffer.concat([parse("SELECT 'ā'"), message("H")]),
    message("d", Buffer.alloc(200, 7)),
    message("d", Buffer.alloc(3, 8)),
    message("c"),
    message("X"),
  ];
  const all = Buffer.concat(sent);
  fc.assert(
    fc.property(fc.array(fc.nat(all.length), { maxLength: 12 }), (cuts) => {
      const reader = new BatchReader();
      const edges = [0, ...cuts.sort((a, b) => a - b), all.length];
      const batches: Batch[] = edges.flatMap((edge, index) => reader.add(all.subarray(edges[index - 1] ?? 0, edge)));
      expect(batches.map(({ bytes }) => bytes.toString("hex"))).toEqual(sent.map((bytes) => bytes.toString("hex")));
      expect(batches.map(({ texts }) => texts)).toEqual([["SELECT $1"], ["BEGIN"], ["SELECT 'ā'"], [], [], [], []]);
      expect(batches.map(({ end }) => end)).toEqual(["S", "Q", "H", "d", "d", "c", "X"]);
    }),
    { seed: 1 },
  );
});

test("the transaction's status is read from the end of an answer only", () => {
  expect(statusOf(Buffer.concat([message("C", "BEGIN"), message("Z", Buffer.from("T"))]))).toBe("T");
  expect(statusOf(message("Z", Buffer.from("I")))).toBe("I");
  expect(statusOf(message("C", "SELECT 1"))).toBeUndefined();
  expect(statusOf(Buffer.alloc(0))).toBeUndefined();
});

test("however an answer is cut, its end tells the status", () => {
  const answer = Buffer.concat([message("C", "BEGIN"), message("Z", Buffer.from("T"))]);
  for (let size = 1; size <= answer.length; size++) {
    let end: Buffer = Buffer.alloc(0);
    for (let at = 0; at < answer.length; at += size) end = endOf(end, answer.subarray(at, at + size));
    expect(statusOf(end)).toBe("T");
  }
});

test.each([
  ["COPY service FROM STDIN", true],
  ["  copy service (id, name)\n from stdin with csv", true],
  ["-- load\n/* now */ COPY service FROM STDIN", true],
  ["SELECT 1; COPY service FROM STDIN", true],
  ["COPY service TO STDOUT", false],
  ["COPY service FROM '/dev/blob'", false],
  ["SELECT 'COPY service FROM STDIN'", false],
  ["SELECT $q$; COPY service FROM STDIN$q$", false],
  ["-- COPY service FROM STDIN\nSELECT 1", false],
  ['SELECT "copy" FROM stdin', false],
])("copying from the client is recognised: %s", (sql, expected) => {
  expect(copiesFromClient(sql)).toBe(expected);
});
