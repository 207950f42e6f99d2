import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import {
  AddDataValidationMutation,
  RemoveDataValidationMutation,
  SheetDataValidationModel,
} from "@univerjs/preset-sheets-data-validation";
import type { Box } from "../model/address.ts";
import type { ListValidation } from "../model/operations.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Grid } from "./grid.ts";
import { boxOfRange, rangeOf } from "./paint-features.ts";
import { plainSource } from "./plain-source.ts";
import { UNIT } from "./univer-app.ts";

/** Gives the cells of a sheet the dropdown lists that the model says. */
export function paintValidations(grid: Grid, sheet: Sheet): void {
  const wanted = byRule(sheet);
  const shown = grid.app.injector.get(SheetDataValidationModel).getRules(UNIT, sheet.id);
  const same =
    shown.length === wanted.size &&
    shown.every((rule) => covers(wanted.get(rule.uid)?.boxes ?? []) === covers(rule.ranges.map(boxOfRange)));
  if (same) return;
  const subUnitId = sheet.id;
  if (shown.length > 0)
    grid.run(RemoveDataValidationMutation.id, { subUnitId, ruleId: shown.map((rule) => rule.uid), source: "patched" });
  const rules = [...wanted].map(([uid, { rule, boxes }]) => univerRule(uid, rule, boxes));
  if (rules.length > 0) grid.run(AddDataValidationMutation.id, { subUnitId, rule: rules, source: "patched" });
}

interface Placed {
  readonly rule: ListValidation;
  readonly boxes: Box[];
}

/** The rule itself is its id: after a repaint, Univer's undo still finds the rule it once moved. */
function byRule(sheet: Sheet): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { box, rule } of sheet.validations) {
    const uid = JSON.stringify(rule);
    const known = placed.get(uid);
    if (known) known.boxes.push(box);
    else placed.set(uid, { rule, boxes: [box] });
  }
  return placed;
}

const covers = (boxes: readonly Box[]): string =>
  boxes
    .map((box) => `${box.row},${box.column},${box.rows},${box.columns}`)
    .sort()
    .join(";");

function univerRule(uid: string, rule: ListValidation, boxes: readonly Box[]): ISheetDataValidationRule {
  return {
    uid,
    type: DataValidationType.LIST,
    ranges: boxes.map(rangeOf),
    formula1: plainSource(rule.source),
    allowBlank: rule.ignoreBlanks ?? true,
    showDropDown: true,
    renderMode: DataValidationRenderMode.ARROW,
    errorStyle: rule.strict ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING,
    showErrorMessage: rule.strict,
    ...(rule.title !== undefined && { errorTitle: rule.title }),
    ...(rule.message !== undefined && { error: rule.message }),
    ...(rule.prompt && { showInputMessage: true, promptTitle: rule.prompt.title, prompt: rule.prompt.message }),
  };
}
