import { readFile } from "node:fs/promises";
import { printSchema, type GraphQLEnumType, type GraphQLInputObjectType, type GraphQLObjectType } from "graphql";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Register } from "../registers/register.ts";
import { services } from "../registers/services.ts";
import { schema } from "./schema.ts";

const words = (en: string) => ({ lv: `${en} (lv)`, en });
const column = { label: words("A"), help: words("a") };

/** A register that uses every type of column. */
const resources = {
  key: "resources",
  type: "Resource",
  label: words("Resources"),
  one: words("Resource"),
  help: words("Things."),
  code: { column: "code", prefix: "R", digits: 3 },
  title: "name",
  columns: {
    code: { ...column, type: "text", max: 10 },
    name: { ...column, type: "text", max: 10, required: true },
    page: { ...column, type: "link", max: 10 },
    kind: { ...column, type: "choice", options: { A_ONE: { label: words("One") } } },
    uses: { ...column, type: "choices", options: { B_ONE: { label: words("One") } } },
    keeper: { ...column, type: "reference", to: "people" },
    servesServices: { ...column, type: "references", to: "services" },
    bought: { ...column, type: "date" },
    pieces: { ...column, type: "integer" },
    price: { ...column, type: "number" },
    shared: { ...column, type: "boolean" },
  },
  rights: { create: [], edit: [], retire: [] },
} as const satisfies Register;

afterEach(() => {
  vi.doUnmock("../registers/catalogue.ts");
  vi.resetModules();
});

async function schemaWith(registers: Record<string, Register>) {
  vi.resetModules();
  vi.doMock("../registers/catalogue.ts", () => ({
    registers,
    findRegister: (key: string) => registers[key],
  }));
  return (await import("./schema.ts")).schema;
}

describe("the API of a register", () => {
  test("follows from its declaration alone: type, filter, order, pages", async () => {
    const made = await schemaWith({ services, resources });
    const fields = (made.getType("Resource") as GraphQLObjectType).getFields();
    const shape = Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, String(type)]));
    expect(shape).toEqual({
      id: "ID!",
      version: "Int!",
      retired: "Boolean!",
      createdAt: "DateTime!",
      updatedAt: "DateTime!",
      custom: "[CustomCell!]!",
      code: "String!",
      name: "String!",
      page: "String",
      kind: "ResourceKind",
      uses: "[ResourceUse!]!",
      keeper: "Person",
      servesServices: "[ServiceReference!]!",
      bought: "Date",
      pieces: "Int",
      price: "Float",
      shared: "Boolean",
    });
    const filter = (made.getType("ResourceFilter") as GraphQLInputObjectType).getFields();
    const asks = Object.fromEntries(Object.entries(filter).map(([name, { type }]) => [name, String(type)]));
    expect(asks).toMatchObject({
      kind: "ResourceKindFilter",
      uses: "ResourceUseFilter",
      keeper: "ReferenceFilter",
      servesServices: "ReferenceListFilter",
      price: "FloatFilter",
      shared: "BooleanFilter",
    });
    const order = (made.getType("ResourceOrderField") as GraphQLEnumType).getValues().map(({ name }) => name);
    expect(order).toEqual(expect.arrayContaining(["CODE", "BOUGHT", "PRICE"]));
    expect(order).not.toContain("SERVES_SERVICES");
    expect(Object.keys(made.getQueryType()?.getFields() ?? {})).toEqual(
      expect.arrayContaining(["resource", "resources", "service", "services"]),
    );
  });

  test("is described in English with the Latvian term", () => {
    const { recipientGroups } = (schema.getType("Service") as GraphQLObjectType).getFields();
    expect(recipientGroups?.description).toBe(
      "Recipient groups (Saņēmēju grupas). For whom the service is; several are parted by semicolons.",
    );
  });

  test("has every column and every option of the catalogue's registers", () => {
    const fields = (schema.getType("Service") as GraphQLObjectType).getFields();
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(services.columns)));
    const stages = (schema.getType("ServiceStage") as GraphQLEnumType).getValues().map(({ value }) => value as string);
    expect(stages.sort()).toEqual(Object.keys(services.columns.stage.options).sort());
  });
});

test("the printed schema that is checked in is the schema of the code", async () => {
  const printed = await readFile(new URL("../schema.graphql", import.meta.url), "utf8");
  expect(printed).toBe(`${printSchema(schema)}\n`);
});
