import path from "node:path";

/** What the server is told by its environment. */
export interface Settings {
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  readonly database:
    | { readonly kind: "postgresql"; readonly url: string }
    /** The folder that holds the embedded database, absolute. */
    | { readonly kind: "embedded"; readonly folder: string };
  /** Load the sample institution into an empty database. */
  readonly sample: boolean;
  /** Offer the development sign-in: pick a person, no password. */
  readonly developmentSignIn: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable has a value that cannot be used; the message is one sentence for the person who starts the server. */
export class BadSetting extends Error {
  constructor(variable: string, value: string, allowed: string) {
    super(`${variable} is "${value}", but it must be ${allowed}.`);
    this.name = "BadSetting";
  }
}

/** Reads the settings; `root` is where a relative SAIME_DATA starts. Empty variables count as unset. */
export function readSettings(environment: Environment, root: string = process.cwd()): Settings {
  const url = valueOf(environment, "DATABASE_URL");
  return {
    port: portOf(valueOf(environment, "PORT")),
    database: url
      ? { kind: "postgresql", url: postgresUrl(url) }
      : { kind: "embedded", folder: folderOf(valueOf(environment, "SAIME_DATA") ?? ".saime", root) },
    sample: switchOf(environment, "SAIME_SAMPLE", true),
    developmentSignIn: switchOf(environment, "SAIME_SIGN_IN", environment["NODE_ENV"] !== "production"),
  };
}

function valueOf(environment: Environment, variable: string): string | undefined {
  const value = environment[variable]?.trim();
  return value === "" ? undefined : value;
}

function portOf(value = "3000"): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) {
    throw new BadSetting("PORT", value, "a whole number from 0 to 65535 (0 takes any free port)");
  }
  return port;
}

function postgresUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !["postgres:", "postgresql:"].includes(url.protocol) || url.pathname.length < 2) {
    throw new BadSetting(
      "DATABASE_URL",
      withoutPassword(value),
      "an address like postgresql://user:password@host:5432/database",
    );
  }
  return value;
}

/** What is told about an address may end up in a log. */
function withoutPassword(value: string): string {
  return value.replace(/^([^:/]*:\/\/)?([^:/@\s]*):.*@/, "$1$2:***@");
}

function folderOf(value: string, root: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(value) || value.includes("\0")) {
    throw new BadSetting("SAIME_DATA", value, "the path of a folder on this machine");
  }
  return path.resolve(root, value);
}

function switchOf(environment: Environment, variable: string, otherwise: boolean): boolean {
  const value = valueOf(environment, variable);
  if (value === undefined) return otherwise;
  if (value === "on" || value === "off") return value === "on";
  throw new BadSetting(variable, value, "on or off");
}
