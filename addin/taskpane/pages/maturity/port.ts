/** What the pane shows of the institution's maturity; texts are in the language of the pane. */
export interface MaturityView {
  readonly level: number;
  readonly nextLevel: number | null;
  readonly processes: readonly ProcessView[];
  readonly tasks: readonly TaskView[];
  readonly conditions: readonly ConditionView[];
}
export interface ProcessView {
  readonly process: string;
  readonly label: string;
  readonly mandatoryFor: readonly number[];
  readonly desirableFor: readonly number[];
  readonly manager: string | null;
  readonly inPlace: boolean;
  readonly evidence: { readonly what: string; readonly count: number; readonly last: string | null };
  readonly missing: readonly { readonly text: string; readonly register: string }[];
}
export interface TaskView {
  readonly task: string;
  readonly label: string;
  readonly done: string | null;
  readonly related: readonly string[];
  readonly conditions: readonly string[];
}
export interface ConditionView {
  readonly condition: string;
  readonly label: string;
  readonly met: number;
  readonly partly: number;
  readonly not: number;
  readonly unknown: number;
  readonly tasks: readonly string[];
}

export interface MaturityService {
  maturity(signal?: AbortSignal): Promise<MaturityView>;
}
