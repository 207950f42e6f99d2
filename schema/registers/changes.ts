import { changeGuards } from "./change-guards.ts";
import { changeLifecycle } from "./change-lifecycle.ts";
import { CHANGE_STATES } from "./change-options.ts";
import { changeRequestColumns } from "./change-request-columns.ts";
import { changeWorkColumns } from "./change-work-columns.ts";
import { OWNERS, ownersVia } from "./owners.ts";
import type { Register } from "./register.ts";

/** Changes of services and resources (domain.md, section 4; PU2-20). */
export const changes = {
  key: "changes",
  type: "Change",
  label: { lv: "Izmaiņas", en: "Changes" },
  one: { lv: "Izmaiņa", en: "Change" },
  help: {
    lv: "Izmaiņu pieprasījumi: jebkas, ko pievieno, pārveido vai noņem un kas var ietekmēt pakalpojumus vai resursus.",
    en: "Change requests: anything added, modified or removed that can affect services or resources.",
  },
  code: { column: "code", prefix: "CHG", digits: 5, yearly: true },
  title: "title",
  namedBy: "code",
  matchBy: ["title", "registeredAt"],
  columns: {
    ...changeRequestColumns,
    ...changeWorkColumns,
    state: {
      type: "choice",
      options: CHANGE_STATES,
      // Who may take which step the lifecycle says; experts and implementers may be anyone of the institution.
      edit: ["STAFF"],
      label: { lv: "Stāvoklis", en: "State" },
      help: {
        lv: "Kur izmaiņa ir savā gaitā; nākamos soļus nosaka veids un sarežģītība.",
        en: "Where the change is on its way; kind and complexity decide the next steps.",
      },
      also: ["Statuss", "Status"],
      width: 14,
    },
  },
  lifecycle: changeLifecycle,
  guards: changeGuards,
  rights: {
    create: ["STAFF"],
    edit: [...OWNERS, "SERVICE_PROVIDER"],
    retire: ["STAFF"],
  },
  rowRoles: {
    ...ownersVia("subjects"),
    SERVICE_PROVIDER: [{ column: "providers", via: "subjects", of: "services" }],
  },
} as const satisfies Register;
