import type { FigureScope } from "../../schema/measuring/formula.ts";
import { FORMULAS } from "../../schema/measuring/formulas.ts";
import { readFigures, type FigureAsk } from "../measuring/read.ts";
import type { Sql } from "../store/store.ts";
import { coveredBy } from "./covered.ts";
import type { Parts } from "./part.ts";
import type { Wanted } from "./wanted.ts";

/** From so many scopes on all are read: naming each would cost more. */
const MANY = 200;

/**
 * Adds what the system computed, as it stands in the figures. The figure of an institution for all its services is the
 * institution's own: parts of its services added up where time is counted, and each record once where a record may be
 * about several of them.
 */
export async function addComputed(sql: Sql, wanted: readonly Wanted[], parts: Parts): Promise<void> {
  const known = wanted.filter((one) => applies(one));
  const covered = await coveredBy(sql, known);
  for (const group of grouped(known)) {
    const figures = await readFigures(sql, group.institution, group.wanted.map(askOf));
    for (const { measure, scopeKind, scopeId, from, ...figure } of figures)
      for (const one of group.wanted) {
        if (one.edition.formula !== measure || kindOf(one) !== scopeKind) continue;
        const at = covered.get(`${one.edition.id} ${one.period} ${group.institution} ${from}`);
        parts.put(one.edition.id, group.institution, one.of === "EACH" ? (scopeId ?? "") : "", from, {
          ...{ numerator: figure.numerator, denominator: figure.denominator, count: figure.count },
          ...{ edition: figure.edition, watermark: figure.watermark, computedAt: figure.computedAt },
          ...(one.of === "ROLLED"
            ? { withData: at?.withData ?? 0, withDataInUse: at?.withDataInUse ?? 0 }
            : NOT_ROLLED),
        });
      }
  }
}

const NOT_ROLLED = { withData: 0, withDataInUse: 0 };

/** What the figures are of. A process has none of its own: what its KPI measures is the institution's. */
const kindOf = ({ of, kind }: Wanted): FigureScope => (of === "EACH" && kind !== "PROCESS" ? kind : "INSTITUTION");

const applies = (one: Wanted): boolean =>
  one.edition.formula !== null &&
  !(one.of === "EACH" && one.kind === "PROCESS") &&
  FORMULAS[one.edition.formula].appliesTo.includes(kindOf(one));

function askOf(one: Wanted): FigureAsk {
  const kind = kindOf(one);
  const every = kind === "RESOURCE" ? "ALL_RESOURCES" : "ALL_SERVICES";
  const scopes =
    kind === "INSTITUTION"
      ? [{ kind, id: null }]
      : one.ids === null || one.ids.length > MANY
        ? every
        : one.ids.map((id) => ({ kind, id }));
  const { edition, period, from, to } = one;
  return { measure: edition.formula ?? "INCIDENTS", scopes, period, from, to };
}

/** By institution and kind of period, which are read together. */
function grouped(
  wanted: readonly Wanted[],
): Iterable<{ readonly institution: string; readonly wanted: readonly Wanted[] }> {
  const groups = new Map<string, { institution: string; wanted: Wanted[] }>();
  for (const one of wanted)
    for (const institution of one.institutions) {
      const key = `${institution} ${one.period}`;
      const group = groups.get(key);
      if (group) group.wanted.push(one);
      else groups.set(key, { institution, wanted: [one] });
    }
  return groups.values();
}
