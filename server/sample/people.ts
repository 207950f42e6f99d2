import type { Role } from "../../schema/registers/roles.ts";

/**
 * The sample: two invented institutions and their people. Ids are fixed, so that what is tried out on one machine can
 * be told about on another.
 */
export interface SamplePerson {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  /** Roles for single services are shown at sign-in; for which services they count stands in the services. */
  readonly roles: readonly Role[];
}
export interface SampleInstitution {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly people: readonly SamplePerson[];
}

/** Institutions, people, services, publishes, then further rows by register. */
type Kind = "a" | "b" | "c" | "d" | "e";
const id = (kind: Kind, number: number): string => `5a13e000-000${kind}-4000-8000-${String(number).padStart(12, "0")}`;

/** Two people are called Jānis Bērziņš: their code tells them apart. */
export const SAMPLE_INSTITUTIONS: readonly SampleInstitution[] = [
  {
    id: id("a", 1),
    code: "00000000001",
    name: "Paraugu pārvalde",
    people: [
      {
        id: id("b", 1),
        code: "D001",
        name: "Līga Ozoliņa",
        email: "liga.ozolina@paraugi.example",
        roles: ["SERVICE_PORTFOLIO_OWNER"],
      },
      {
        id: id("b", 2),
        code: "D002",
        name: "Andris Kalniņš",
        email: "andris.kalnins@paraugi.example",
        roles: ["SERVICE_OWNER"],
      },
      {
        id: id("b", 3),
        code: "D003",
        name: "Ilze Liepiņa",
        email: "ilze.liepina@paraugi.example",
        roles: ["SERVICE_OWNER"],
      },
      {
        id: id("b", 4),
        code: "D004",
        name: "Elīna Krūmiņa",
        email: "elina.krumina@paraugi.example",
        roles: ["SERVICE_PROVIDER"],
      },
      {
        id: id("b", 5),
        code: "D005",
        name: "Jānis Bērziņš",
        email: "janis.berzins@paraugi.example",
        roles: ["SERVICE_PROVIDER"],
      },
      {
        id: id("b", 6),
        code: "D006",
        name: "Jānis Bērziņš",
        email: "janis.berzins2@paraugi.example",
        roles: ["FRONT_OFFICE"],
      },
      {
        id: id("b", 7),
        code: "D007",
        name: "Māris Zariņš",
        email: "maris.zarins@paraugi.example",
        roles: ["RESOURCE_PORTFOLIO_OWNER"],
      },
      {
        id: id("b", 8),
        code: "D008",
        name: "Žanete Ķirse",
        email: "zanete.kirse@paraugi.example",
        roles: ["PROCESS_MANAGER"],
      },
    ],
  },
  {
    id: id("a", 2),
    code: "00000000002",
    name: "Piemēru novada pašvaldība",
    people: [
      {
        id: id("b", 21),
        code: "P-01",
        name: "Guna Vītola",
        email: "guna.vitola@piemeri.example",
        roles: ["SERVICE_PORTFOLIO_OWNER"],
      },
      {
        id: id("b", 22),
        code: "P-02",
        name: "Edgars Jansons",
        email: "edgars.jansons@piemeri.example",
        roles: ["FRONT_OFFICE"],
      },
    ],
  },
];

/** Row id of the sample's service `number`. */
export const sampleServiceId = (number: number): string => id("c", number);

/** Row id of the sample's further record `number`. */
export const sampleRecordId = (number: number): string => id("e", number);

/** The sample's publish `number`. */
export const sampleBatch = (number: number): string => id("d", number);
