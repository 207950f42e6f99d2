// The only door to hucre: a young library, pinned exactly; what it reads and writes stays behind this folder.
export { dateToSerial, formatValue, isDateFormat, readXlsx, resolveThemeColor, writeXlsx } from "hucre";
export type {
  Cell as FileCell,
  CellStyle as FileStyle,
  DataValidation as FileValidation,
  Sheet as FileSheet,
  TableDefinition as FileTable,
  Workbook as FileWorkbook,
  WriteSheet as FileWriteSheet,
} from "hucre/xlsx";
