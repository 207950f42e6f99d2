import { describe, expect, test } from "vitest";
import { type Actor } from "../../schema/api/context.ts";
import { type Register } from "../../schema/registers/register.ts";
import { type Role } from "../../schema/registers/roles.ts";
import { services } from "../../schema/registers/services.ts";
import { heldEverywhere, mayCreate, mayEdit, mayRead, mayRetire, rolesOn } from "./rights.ts";

const actor = (...roles: Role[]): Actor => ({ personId: "p1", institutionId: "i1", name: "Anna", roles });
const register: Register = services;
const words = { lv: "a", en: "a" };
const other: Register = {
  ...register,
  columns: {
    name: { type: "text", max: 10, label: words, help: words },
    number: { type: "integer", label: words, help: words, readOnly: true },
  },
};

describe("reading", () => {
  test("staff read, with a role or without", () => {
    expect(mayRead(register, actor())).toBe("ALL");
    expect(mayRead(register, actor("FRONT_OFFICE"))).toBe("ALL");
    expect(mayRead(register, actor("RECIPIENT", "SERVICE_PROVIDER"))).toBe("ALL");
  });
  test("a person known only as a recipient does not read the register", () => {
    expect(mayRead(register, actor("RECIPIENT"))).toBe("NONE");
  });
});

describe("creating", () => {
  test("the portfolio owner adds services", () =>
    expect(mayCreate(register, heldEverywhere(actor("SERVICE_PORTFOLIO_OWNER")))).toBe(true));
  test("nobody else does", () => {
    for (const role of ["SERVICE_OWNER", "SERVICE_PROVIDER", "FRONT_OFFICE", "RESOURCE_PORTFOLIO_OWNER"] as const) {
      expect(mayCreate(register, heldEverywhere(actor(role)))).toBe(false);
    }
    expect(mayCreate(register, heldEverywhere(actor()))).toBe(false);
  });
  test("a role held for single rows does not create, even where the declaration names it", () => {
    const open: Register = { ...register, rights: { ...register.rights, create: ["SERVICE_OWNER"] } };
    expect(mayCreate(open, heldEverywhere(actor("SERVICE_OWNER")))).toBe(false);
  });
});

describe("roles on a row", () => {
  test("an assigned owner's role gives nothing on a service of somebody else", () => {
    expect(rolesOn(register, actor("SERVICE_OWNER"), { owner: "p2", providers: [] })).toEqual(["STAFF"]);
  });
  test("being named in the row gives the role, assigned or not", () => {
    expect(rolesOn(register, actor(), { owner: "p1", providers: ["p3"] })).toEqual(["STAFF", "SERVICE_OWNER"]);
    expect(rolesOn(register, actor(), { owner: null, providers: ["p3", "p1"] })).toEqual(["STAFF", "SERVICE_PROVIDER"]);
  });
  test("roles of the institution hold on every row and are not doubled", () => {
    const roles = rolesOn(register, actor("SERVICE_PORTFOLIO_OWNER", "SERVICE_OWNER"), {
      owner: "p1",
      providers: null,
    });
    expect(roles.sort()).toEqual(["SERVICE_OWNER", "SERVICE_PORTFOLIO_OWNER", "STAFF"]);
  });
  test("an empty owner is not everybody", () => {
    expect(rolesOn(register, { ...actor(), personId: "" }, { owner: null })).toEqual(["STAFF"]);
    expect(rolesOn(register, actor(), {})).toEqual(["STAFF"]);
  });
  test("a register without row roles knows institution roles only", () => {
    const { rowRoles: _, ...plain } = register;
    expect(rolesOn(plain, actor("FRONT_OFFICE"), { owner: "p1" })).toEqual(["STAFF", "FRONT_OFFICE"]);
  });
});

describe("editing", () => {
  test("an owner edits the description, not who the owner is nor the code", () => {
    expect(mayEdit(register, "description", ["SERVICE_OWNER"])).toBe(true);
    expect(mayEdit(register, "owner", ["SERVICE_OWNER"])).toBe(false);
    expect(mayEdit(register, "code", ["SERVICE_OWNER"])).toBe(false);
  });
  test("a provider edits nothing of the register", () => {
    for (const column of Object.keys(register.columns)) {
      expect(mayEdit(register, column, ["SERVICE_PROVIDER"])).toBe(false);
    }
  });
  test("the portfolio owner edits every column", () => {
    for (const column of Object.keys(register.columns)) {
      expect(mayEdit(register, column, ["SERVICE_PORTFOLIO_OWNER"])).toBe(true);
    }
  });
  test("a column the server gives is nobody's", () => {
    expect(mayEdit(other, "number", ["SERVICE_PORTFOLIO_OWNER"])).toBe(false);
    expect(mayEdit(other, "name", ["SERVICE_PORTFOLIO_OWNER"])).toBe(true);
  });
  test("a column that is not declared is nobody's, inherited names included", () => {
    expect(mayEdit(register, "nonsense", ["SERVICE_PORTFOLIO_OWNER"])).toBe(false);
    expect(mayEdit(register, "toString", ["SERVICE_PORTFOLIO_OWNER"])).toBe(false);
  });
  test("without a role nothing may be edited or retired", () => {
    expect(mayEdit(register, "name", [])).toBe(false);
    expect(mayRetire(register, [])).toBe(false);
  });
});

test("the portfolio owner retires a service, its owner does not", () => {
  expect(mayRetire(register, ["SERVICE_PORTFOLIO_OWNER"])).toBe(true);
  expect(mayRetire(register, ["SERVICE_OWNER"])).toBe(false);
});
