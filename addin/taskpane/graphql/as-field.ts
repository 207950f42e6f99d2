import type { CustomField } from "../../../schema/registers/custom.ts";

/** A custom field as the API tells it. */
type Told = Omit<CustomField, "help" | "options" | "required" | "retired"> & {
  readonly help: CustomField["label"] | null;
  readonly options: readonly string[];
  readonly required: boolean;
  readonly retired: boolean;
};

/** As declarations have it: what says nothing is left out. */
export const asField = ({ help, options, required, retired, ...field }: Told): CustomField => ({
  ...field,
  ...(help && { help }),
  ...(options.length > 0 && { options }),
  ...(required && { required }),
  ...(retired && { retired }),
});
