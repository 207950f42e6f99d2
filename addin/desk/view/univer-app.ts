import {
  ICommandService,
  type Injector,
  LocaleType,
  LogLevel,
  type Plugin,
  type PluginCtor,
  Univer,
  type Workbook,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import {
  SheetsDataValidationValidatorService,
  UniverSheetsDataValidationPreset,
} from "@univerjs/preset-sheets-data-validation";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import { UniverSheetsSortPreset } from "@univerjs/preset-sheets-sort";
import { UniverSheetsTablePlugin, UniverSheetsTableUIPlugin } from "@univerjs/preset-sheets-table";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";
import "@univerjs/preset-sheets-sort/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import { type Language, words } from "./locale.ts";
import { BLOCKED_COMMANDS, HIDDEN_MENUS, INSTEAD } from "./menus.ts";
import { TABLE_THEMES } from "./table-themes.ts";

export const UNIT = "desk";

/** A started Univer with its one, empty workbook. */
export interface UniverApp {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: Workbook;
  dispose(): void;
}

/** Starts Univer inside `container`. The workbook's sheets are filled in by the painter. */
export function startUniver(container: HTMLElement, language: Language, dark: boolean, firstSheet: string): UniverApp {
  const locale = LocaleType.EN_US;
  const univer = new Univer({
    locale,
    locales: { [locale]: words(language) },
    logLevel: LogLevel.WARN,
    darkMode: dark,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      menu: HIDDEN_MENUS,
      footer: { menus: false, addSheetButtonConfig: { defaultRowCount: 1000, defaultColumnCount: 52 } },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsSortPreset(),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsNotePreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) register(univer, plugin);
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: TABLE_THEMES });
  // Excel names a table in its ribbon, not on a tab that pushes the rows down.
  univer.registerPlugin(UniverSheetsTableUIPlugin, { hideAnchor: true });
  const api = FUniver.newAPI(univer);
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    const instead = INSTEAD.get(event.id);
    if (!instead && !BLOCKED_COMMANDS.has(event.id)) return;
    event.cancel = true;
    const selected = api.getActiveWorkbook()?.getActiveRange();
    const value = instead?.includes("-row-") ? selected?.getHeight() : selected?.getWidth();
    if (instead) void api.executeCommand(instead, { value: value ?? 1 });
  });
  const book = api.createWorkbook({
    id: UNIT,
    name: UNIT,
    sheetOrder: [firstSheet],
    sheets: { [firstSheet]: { id: firstSheet, name: "Sheet1" } },
  });
  const injector = univer.__getInjector();
  // Checks every cell of every list, a promise each, for a mark in a corner that Excel does not have either. What a
  // person types is checked apart from it.
  injector.get(SheetsDataValidationValidatorService).validatorRanges = () => Promise.resolve([]);
  return {
    api,
    injector,
    commands: injector.get(ICommandService),
    workbook: book.getWorkbook(),
    dispose: () => univer.dispose(),
  };
}

type Registration = PluginCtor<Plugin> | [PluginCtor<Plugin>, unknown];

function register(univer: Univer, plugin: Registration): void {
  if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
  else univer.registerPlugin(plugin);
}
