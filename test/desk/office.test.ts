import { describe, expect, test } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";

/** A workbook with the table `Services` at A1:C4 of sheet `Data`, codes as text. */
async function withTable(culture = "en-US"): Promise<ExcelInNode> {
  const host = createExcel({ culture });
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Data");
    sheet.getRange("A1:A4").numberFormat = [["@"], ["@"], ["@"], ["@"]];
    sheet.getRange("A1:C4").values = [
      ["Code", "Name", "Count"],
      ["0012", "One", 1],
      ["0002", "Two", 2],
      ["0003", "Three", 3],
    ];
    const table = sheet.tables.add("A1:C4", true);
    table.name = "Services";
    await context.sync();
  });
  return host;
}

const failure = (deed: Promise<unknown>): Promise<{ code: string; message: string }> =>
  deed.then(
    () => Promise.reject(new Error("it did not fail")),
    (error: unknown) => error as { code: string; message: string },
  );

describe("values", () => {
  test.each([
    ["=1+1", "General", "formula"],
    ["+a", "General", "formula"],
    ["-a", "General", "formula"],
    ["@x", "General", "formula"],
    ["0012", "General", 12],
    ["-5", "General", -5],
    ["12345678901234567890", "General", 12345678901234500000],
    ["1/2", "General", "number"],
    ["2026-11-21", "General", 46347],
    ["TRUE", "General", true],
    ["'0012", "General", "0012"],
    ["'=1+1", "General", "=1+1"],
    ["Ēna", "General", "Ēna"],
    ["=1+1", "@", "=1+1"],
    ["0012", "@", "0012"],
    ["-5", "@", "-5"],
    ["@x", "@", "@x"],
    ["2026-11-21", "@", "2026-11-21"],
    ["12345678901234567890", "@", "12345678901234567890"],
    [7, "@", "7"],
  ])("%j written into a cell of format %s is kept as %j", async (written, format, kept) => {
    const { Excel } = createExcel();
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getFirst().getRange("B2");
      cell.numberFormat = [[format]];
      cell.values = [[written]];
      cell.load("values,formulas");
      await context.sync();
      const [[value]] = cell.values as [[unknown]];
      const [[formula]] = cell.formulas as [[unknown]];
      if (kept === "formula") expect(String(formula).startsWith("=")).toBe(true);
      else if (kept === "number") expect(typeof value).toBe("number");
      else expect([value, formula]).toEqual([kept, kept]);
    });
  });

  test("Latvian habits: a comma parts decimals, a point parts days", async () => {
    const { Excel } = createExcel({ culture: "lv-LV" });
    await Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getFirst().getRange("A1:C1");
      cells.values = [["1,5", "21.11.2026", "1.5"]];
      cells.load("values,text");
      await context.sync();
      expect(cells.values[0]?.slice(0, 2)).toEqual([1.5, 46347]);
      expect(cells.text[0]?.slice(0, 2)).toEqual(["1,5", "21.11.2026"]);
      expect(typeof cells.values[0]?.[2]).toBe("number");
    });
  });

  test("null leaves a cell as it is and an empty text empties it", async () => {
    const { Excel, model } = await withTable();
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Services").getDataBodyRange().getRow(0).values = [[null, "", 9]];
      await context.sync();
    });
    expect(model.contents({ sheet: "Data", row: 1, column: 0, rows: 1, columns: 3 })).toEqual([
      [{ value: "0012" }, null, { value: 9 }],
    ]);
  });

  test("an array of another size is refused", async () => {
    const { Excel } = createExcel();
    const error = await failure(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1:B2").values = [[1, 2]];
        await context.sync();
      }),
    );
    expect(error.code).toBe("InvalidArgument");
  });

  test("50,000 rows are written in parts by office.js and read back whole", async () => {
    const { Excel } = createExcel();
    const rows = Array.from({ length: 50_000 }, (_, i) => [i, `row ${i}`]);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRangeByIndexes(0, 0, rows.length, 2);
      range.values = rows;
      range.load("values");
      await context.sync();
      expect(range.values).toEqual(rows);
    });
  });
});

describe("limits and errors", () => {
  test("a request or an answer above 5 MB fails as in Excel on the web", async () => {
    const { Excel } = createExcel();
    const big = "x".repeat(3000);
    const rows = Array.from({ length: 1000 }, () => [big]);
    const write = (at: number, count: number): Promise<void> =>
      Excel.run(async (context) => {
        for (let i = 0; i < count; i++)
          context.workbook.worksheets.getFirst().getRangeByIndexes(0, at + i, 1000, 1).values = rows;
        await context.sync();
      });
    expect((await failure(write(0, 2))).code).toBe("RequestPayloadSizeLimitExceeded");
    await write(0, 1);
    await write(1, 1);
    const read = Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1:B1000").load("values");
      await context.sync();
    });
    expect((await failure(read)).code).toBe("ResponsePayloadSizeLimitExceeded");
  });

  test("more than five million cells are not read at once", async () => {
    const { Excel } = createExcel();
    const read = Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1:F1000000").load("values");
      await context.sync();
    });
    expect((await failure(read)).code).toBe("RangeExceedsLimit");
  });

  test("while a person edits a cell requests fail, unless they may wait", async () => {
    const { Excel, setEditing } = createExcel();
    setEditing(true);
    const read = async (context: Excel.RequestContext): Promise<string> => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.load("name");
      await context.sync();
      return sheet.name;
    };
    expect((await failure(Excel.run(read))).code).toBe("InvalidOperationInCellEditMode");
    let left = false;
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => [await read(context), left]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    left = true;
    setEditing(false);
    expect(await waiting).toEqual(["Sheet1", true]);
  });

  test("what the desk lacks is refused by its name", async () => {
    const { Excel } = createExcel();
    const error = await failure(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().shapes.addTextBox("?");
        await context.sync();
      }),
    );
    expect(error.code).toBe("ApiNotFound");
    expect(error.message).toContain("Worksheet.shapes");
  });

  test("names of sheets and tables follow Excel's rules", async () => {
    const { Excel } = await withTable();
    const code = async (deed: (context: Excel.RequestContext) => void): Promise<string> =>
      (await failure(Excel.run(async (context) => (deed(context), context.sync())))).code;
    expect(await code((c) => c.workbook.worksheets.add("data"))).toBe("ItemAlreadyExists");
    expect(await code((c) => c.workbook.worksheets.add("a/b"))).toBe("InvalidArgument");
    expect(await code((c) => c.workbook.worksheets.getItem("Nothing").activate())).toBe("ItemNotFound");
    expect(await code((c) => (c.workbook.tables.getItem("Services").name = "A1"))).toBe("InvalidArgument");
    expect(await code((c) => c.workbook.tables.add("Data!B2:D9", true))).toBe("InvalidOperation");
  });

  test("what was done before an error stays done", async () => {
    const { Excel, model } = createExcel();
    await failure(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1").values = [["kept"]];
        context.workbook.worksheets.getItem("Nothing").activate();
        await context.sync();
      }),
    );
    expect(model.value("Sheet1", 0, 0)).toBe("kept");
  });
});

describe("tables", () => {
  test("columns are found by id after they were renamed and moved", async () => {
    const { Excel, person } = await withTable();
    person.renameHeading("Services", 1, "Nosaukums");
    person.moveColumn("Data", 1, 0);
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("Services");
      columns.load("items/id,items/name,items/index");
      await context.sync();
      expect(columns.items.map(({ id, name, index }) => [id, name, index])).toEqual([
        [2, "Nosaukums", 0],
        [1, "Code", 1],
        [3, "Count", 2],
      ]);
      const column = columns.getItem(2).getDataBodyRange();
      column.load("values");
      await context.sync();
      expect(column.values).toEqual([["One"], ["Two"], ["Three"]]);
    });
  });

  test("rows are added, appended by resizing, deleted and sorted", async () => {
    const { Excel, model } = await withTable();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Services");
      table.rows.add(0, [["0009", "Nine", 9]]);
      const body = table.getDataBodyRange();
      const below = body.getLastRow().getRowsBelow(1);
      below.numberFormat = [["@", "General", "General"]];
      below.values = [["0010", "Ten", 10]];
      table.resize(body.getBoundingRect(below).getOffsetRange(-1, 0).getResizedRange(1, 0));
      table.sort.apply([{ key: 2, ascending: false }]);
      table.rows.getItemAt(4).delete();
      const after = table.getDataBodyRange();
      after.load("values");
      await context.sync();
      expect(after.values).toEqual([
        ["0010", "Ten", 10],
        ["0009", "Nine", 9],
        ["0003", "Three", 3],
        ["0002", "Two", 2],
      ]);
    });
    expect(model.table("Services").box.rows).toBe(5);
  });

  test("columns are added and deleted, hidden and shown", async () => {
    const { Excel } = await withTable();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Services");
      const added = table.columns.add(undefined, undefined, "_id");
      table.columns.getItem("Count").delete();
      added.getRange().getEntireColumn().columnHidden = true;
      added.load("id,name,index");
      const hidden = table.getRange().getLastColumn();
      hidden.load("columnHidden,address");
      await context.sync();
      expect([added.id, added.name, added.index]).toEqual([4, "_id", 2]);
      expect([hidden.columnHidden, hidden.address]).toEqual([true, "Data!C1:C4"]);
    });
  });

  test("a filter hides rows but leaves them among the values; it can be cleared", async () => {
    const { Excel, model, person } = await withTable();
    person.filter("Services", 2, (value) => value === 2);
    expect([1, 2, 3].map((row) => model.isRowHidden("Data", row))).toEqual([true, false, true]);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Services");
      const body = table.getDataBodyRange();
      body.load("values");
      table.clearFilters();
      await context.sync();
      expect(body.values).toHaveLength(3);
    });
    expect(model.isRowHidden("Data", 1)).toBe(false);
  });

  test("lists are offered from a named range, with an alert and a prompt", async () => {
    const { Excel, model } = await withTable();
    await Excel.run(async (context) => {
      const lists = context.workbook.worksheets.add("Lists");
      lists.getRange("A1:A2").values = [["Live"], ["Draft"]];
      lists.visibility = Excel.SheetVisibility.veryHidden;
      context.workbook.names.add("Stages", lists.getRange("A1:A2"));
      const rules = context.workbook.tables.getItem("Services").columns.getItem("Name").getDataBodyRange();
      rules.dataValidation.rule = { list: { inCellDropDown: true, source: "=Stages" } };
      rules.dataValidation.ignoreBlanks = true;
      rules.dataValidation.prompt = { showPrompt: true, title: "Stage", message: "Choose one" };
      rules.dataValidation.errorAlert = {
        showAlert: true,
        style: "Stop",
        title: "No",
        message: "Choose from the list",
      };
      await context.sync();
    });
    expect(model.findName("Stages")?.formula).toBe("=Lists!$A$1:$A$2");
    expect(model.sheet("Data").validation(2, 1)).toMatchObject({ source: "=Stages", strict: true, title: "No" });
    expect(model.sheet("Lists").visibility).toBe("VeryHidden");
  });
});

describe("ranges", () => {
  test("a range kept over syncs moves with inserted rows", async () => {
    const { Excel, person } = await withTable();
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Data").getRange("B3");
      cell.load("address");
      await context.sync();
      person.insertRows("Data", 1, 2);
      cell.load("address,values");
      await context.sync();
      expect([cell.address, cell.values]).toEqual(["Data!B5", [["Two"]]]);
    });
  });

  test("no reference outlives its run", async () => {
    const { Excel, desk } = await withTable();
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Services").getRange().load("values");
      await context.sync();
    });
    await expect.poll(() => desk.references.count).toBe(0);
  });

  test("the date system shows in functions.date, the culture in cultureInfo", async () => {
    for (const [date1904, serial] of [
      [false, 36526],
      [true, 35064],
    ] as const) {
      const { Excel } = createExcel({ date1904, culture: "lv-LV" });
      await Excel.run(async (context) => {
        const day = context.workbook.functions.date(2000, 1, 1);
        day.load("value");
        const culture = context.workbook.application.cultureInfo;
        culture.load("name,numberFormat/numberDecimalSeparator");
        await context.sync();
        expect([day.value, culture.name, culture.numberFormat.numberDecimalSeparator]).toEqual([serial, "lv-LV", ","]);
      });
    }
  });
});

describe("events", () => {
  test("onChanged tells who changed what, once for a large write, and nothing while events are off", async () => {
    const host = await withTable();
    const seen: unknown[] = [];
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Data");
      sheet.onChanged.add(async ({ address, triggerSource, source, details }) => {
        seen.push([address, triggerSource, source, details?.valueBefore, details?.valueAfter]);
      });
      await context.sync();
      sheet.getRange("E1:E4000").values = Array.from({ length: 4000 }, (_, i) => [i]);
      await context.sync();
      await host.eventsDelivered();
      context.runtime.enableEvents = false;
      sheet.getRange("F1").values = [[1]];
      context.runtime.enableEvents = true;
      await context.sync();
    });
    host.person.type("Data", 1, 1, "Viens");
    await host.eventsDelivered();
    expect(seen).toEqual([
      ["E1:E4000", "ThisLocalAddin", "Local", undefined, undefined],
      ["B2", "Unknown", "Local", "One", "Viens"],
    ]);
  });

  test("sheets and tables tell when they come, go, and are brought to the front", async () => {
    const host = await withTable();
    const seen: string[] = [];
    await host.Excel.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      worksheets.onAdded.add(async () => void seen.push("sheet added"));
      worksheets.onDeleted.add(async () => void seen.push("sheet deleted"));
      worksheets.onActivated.add(async () => void seen.push("activated"));
      tables.onChanged.add(async ({ address }) => void seen.push(`table ${address}`));
      tables.onDeleted.add(async () => void seen.push("table deleted"));
      await context.sync();
      const sheet = worksheets.add("New");
      sheet.activate();
      await context.sync();
      sheet.delete();
      await context.sync();
    });
    host.person.type("Data", 2, 2, 5);
    host.person.do({ type: "deleteTable", table: "Services" });
    await host.eventsDelivered();
    expect(seen).toEqual(["sheet added", "activated", "sheet deleted", "activated", "table C3", "table deleted"]);
  });
});

test("the host says which API set the add-in needs", async () => {
  const { usage } = await withTable();
  expect(usage.highest()).toBe("1.1");
  expect(usage.members().map(([member]) => member)).toContain("Range.numberFormat");
});
