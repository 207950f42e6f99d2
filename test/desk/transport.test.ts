import { expect, test } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import { Desk } from "../../addin/desk/objects/desk.ts";
import { WorkbookModel } from "../../addin/desk/model/workbook.ts";
import { HostError, Transport } from "../../addin/desk/protocol/transport.ts";

/** As office.js sends it while it starts. */
const START =
  '{"Actions":[{"Id":2,"ActionType":1,"Name":"","ObjectPathId":1},{"Id":3,"ActionType":3,"Name":"NotifyActionHandlerReady","ObjectPathId":1,"ArgumentInfo":{"Arguments":[]},"L":[1]}],"ObjectPaths":{"1":{"Id":1,"ObjectPathType":2,"Name":"Microsoft.InternalService.AddinInternalService"}}}';

test("office.js starts while a person types into a cell: its own services touch no cell", async () => {
  const transport = new Transport(new Desk(new WorkbookModel(), "en-US"), {
    isEditing: () => true,
    onEvents: () => undefined,
  });
  expect(await transport.answer(START, 0)).toMatchObject({ error: HostError.None });
  const touching = START.replace(
    '"ObjectPathType":2,"Name":"Microsoft.InternalService.AddinInternalService"',
    '"ObjectPathType":1,"Name":""',
  );
  expect(await transport.answer(touching, 0)).toEqual({ error: HostError.InCellEditMode });
});

test("what an add-in asked and still waits does not reach the workbook that takes its one's place", async () => {
  const { Excel, model, setEditing, close } = createExcel();
  setEditing(true);
  const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [["of the former workbook"]];
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  close();
  model.restore(new WorkbookModel().snapshot());
  setEditing(false);
  await expect(waiting).rejects.toMatchObject({ name: "RichApi.Error" });
  expect(model.usedBox("Sheet1")).toBeNull();
});

test("an add-in that is gone hears no more of the workbook", async () => {
  const { Excel, model, eventsDelivered, close } = createExcel();
  const heard: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(({ address }) => {
      heard.push(address);
      return Promise.resolve();
    });
    await context.sync();
  });
  const type = (row: number) =>
    model.apply(
      {
        type: "setCells",
        area: { sheet: "Sheet1", row, column: 0, rows: 1, columns: 1 },
        contents: [[{ value: "typed" }]],
      },
      "person",
    );
  type(0);
  await eventsDelivered();
  close();
  type(1);
  await eventsDelivered();
  expect(heard).toEqual(["A1"]);
});
