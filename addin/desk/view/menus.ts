/** What the workbook cannot keep is not offered: a look or a lock that would be gone after a reload misleads. */
const NOT_KEPT = [
  "sheet.command.set-range-font-family",
  "sheet.command.set-range-fontsize",
  "sheet.command.set-range-font-increase",
  "sheet.command.set-range-font-decrease",
  "sheet.command.set-range-underline",
  "sheet.command.set-range-stroke",
  "sheet.command.set-border-basic",
  "sheet.command.set-text-rotation",
  "sheet.command.paste-besides-border",
  "sheet.command.add-range-protection-from-toolbar",
  "sheet.command.add-range-protection-from-context-menu",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.contextMenu.permission",
  "sheet.menu.data-validation",
  "data-validation.operation.open-validation-panel",
  "data-validation.command.addRuleAndOpen",
];

const OUT_OF_PLACE = [
  "sheet.toolbar.text-to-number",
  "sheet.contextMenu.text-to-number",
  "sheet.menu.copy-special",
  "sheet.command.numfmt.set.currency",
];

export const HIDDEN_MENUS: Record<string, { hidden: true }> = Object.fromEntries(
  [...NOT_KEPT, ...OUT_OF_PLACE].map((id) => [id, { hidden: true }]),
);

/** Commands that shortcuts and other menus may reach; they are stopped before anything is changed. */
export const BLOCKED_COMMANDS: ReadonlySet<string> = new Set([
  ...NOT_KEPT,
  "sheet.command.add-range-protection",
  "sheet.command.add-worksheet-protection",
  "sheet.command.set-border",
  "sheet.command.insert-cell-image",
  "sheet.operation.open-sheet-bar-menu",
  "data-validation.command.addRule",
  "sheet.command.table-insert-row-at",
  "sheet.command.table-insert-column-at",
  "sheet.command.table-remove-column-at",
]);

/**
 * Univer's own commands for a table's rows and columns shift the table's cells alone, by copying contents about. The
 * sheet's commands do the same for whole rows and columns in a way that the workbook understands as just that.
 */
export const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["sheet.command.table-insert-row", "sheet.command.insert-row-before"],
  ["sheet.command.table-insert-col", "sheet.command.insert-col-before"],
  ["sheet.command.table-remove-row", "sheet.command.remove-row"],
  ["sheet.command.table-remove-col", "sheet.command.remove-col"],
]);
