import { expect, test } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";

/** Two sheets, each with a table, a named cell and a comment. */
async function twoSheets() {
  const { Excel } = createExcel({ culture: "en-US" });
  await Excel.run(async (context) => {
    for (const name of ["One", "Two"]) {
      const sheet = context.workbook.worksheets.add(name);
      sheet.getRange("A1:B2").values = [
        ["Code", "Name"],
        ["a", "b"],
      ];
      sheet.tables.add("A1:B2", true).name = `Table${name}`;
      context.workbook.names.add(`Cell${name}`, sheet.getRange("A2"));
      context.workbook.comments.add(sheet.getRange("B2"), `Comment ${name}`);
    }
    await context.sync();
  });
  return Excel;
}

const code = (deed: Promise<unknown>) => deed.then(String, (error: unknown) => (error as { code: string }).code);

test("the workbook's collections hold the items of all sheets, a sheet's its own", async () => {
  const Excel = await twoSheets();
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem("Two");
    const counts = [workbook.tables, workbook.names, workbook.comments, sheet.tables, sheet.comments].map((one) =>
      one.getCount(),
    );
    const comment = sheet.comments.getItemAt(0).load("content,id");
    const table = sheet.tables.getItemAt(0).load("name");
    await context.sync();
    expect(counts.map(({ value }) => value)).toEqual([2, 2, 2, 1, 1]);
    expect([comment.content, table.name]).toEqual(["Comment Two", "TableTwo"]);
    const again = workbook.comments.getItem(comment.id).load("content");
    await context.sync();
    expect(again.content).toBe("Comment Two");
  });
});

test("what a collection lacks is a null object where one asks for it, else ItemNotFound", async () => {
  const Excel = await twoSheets();
  await Excel.run(async (context) => {
    const { workbook } = context;
    const one = workbook.worksheets.getItem("One");
    const asked = [
      one.tables.getItemOrNullObject("TableTwo"),
      workbook.names.getItemOrNullObject("Nobody"),
      one.comments.getItemOrNullObject("nothing"),
      workbook.comments.getItemOrNullObject("One!A1"),
    ];
    await context.sync();
    expect(asked.map((item) => item.isNullObject)).toEqual([true, true, true, true]);
  });
  const missing = [
    (w: Excel.Workbook) => w.worksheets.getItem("One").tables.getItem("TableTwo").load("name"),
    (w: Excel.Workbook) => w.tables.getItemAt(2).load("name"),
    (w: Excel.Workbook) => w.names.getItem("Nobody").load("name"),
    (w: Excel.Workbook) => w.comments.getItem("nothing").load("content"),
    (w: Excel.Workbook) => w.comments.getItemAt(2).load("content"),
    (w: Excel.Workbook) => w.comments.getItemByCell("One!A1").load("content"),
  ];
  for (const ask of missing) {
    const failure = Excel.run(async (context) => {
      ask(context.workbook);
      await context.sync();
    });
    expect(await code(failure)).toBe("ItemNotFound");
  }
});
