import path from "node:path";
import { verifyFigures } from "../measuring/verify.ts";
import { readSettings } from "../settings.ts";
import { openStore } from "../store/open.ts";

/**
 * `npm run verify-results` computes every figure of every institution anew from the event log and compares it bit for
 * bit with what is kept; `-- --rows` computes from the registers' rows. Exits with 1 when anything differs. Stop Saime
 * first where the database is the embedded one.
 */
const store = await openStore(readSettings(process.env, path.join(import.meta.dirname, "../..")));
try {
  const institutions = await store.query<{ id: string; code: string; name: string }>(
    "select id, code, name from institution order by code",
  );
  for (const { id, code, name } of institutions) {
    const verified = await verifyFigures(store, id, { fromRows: process.argv.includes("--rows") });
    if (verified === null) {
      console.log(`${code} ${name}: no figures yet`);
      continue;
    }
    const { figures, differences } = verified;
    console.log(`${code} ${name}: ${figures} computed, ${differences.length} differ`);
    for (const one of differences)
      console.log(
        `  ${one.part} ${one.scopeKind} ${one.scopeId} ${one.periodKind} ${one.from}: kept ${JSON.stringify(one.kept)}, computed ${JSON.stringify(one.computed)}`,
      );
    if (differences.length > 0) process.exitCode = 1;
  }
} finally {
  await store.close();
}
