import type { Dispatch } from "react";
import type { ImportService } from "../../sync/importing.ts";
import type { SheetService } from "../../sync/service.ts";
import type { Act, Draft } from "./draft.ts";

/** What every step is given. */
export interface StepProps {
  readonly importer: ImportService;
  readonly sheets: SheetService;
  readonly draft: Draft;
  readonly act: Dispatch<Act>;
}
