/** Bytes of one request or answer that we aim at; Excel on the web refuses more than 5 MB. */
export const CHUNK_BYTES = 2_000_000;
/** Measured: what a mixed cell takes on the wire, and a single-range write beside its values. */
export const CELL_BYTES = 12;

/**
 * Runs a batch against the workbook; a cell that is just being edited is waited for, instead of failing.
 * The add-in's own writes are told apart from a person's by their trigger, so that events may stay on.
 */
export function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run({ delayForCellEdit: true }, batch);
}

export const supports = (version: string): boolean =>
  typeof Office === "undefined" || Office.context?.requirements?.isSetSupported("ExcelApi", version) === true;

/** True when Excel on the web found a request or an answer too large. */
export function isTooLarge(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return (
    code === "RequestPayloadSizeLimitExceeded" ||
    code === "ResponsePayloadSizeLimitExceeded" ||
    code === "RangeExceedsLimit"
  );
}
