import data from "./data.json" with { type: "json" };

export interface Model {
  readonly id: string;
  readonly name: string;
  /** State space models, attention of any kind, or neither. */
  readonly family: string;
  /** Whether it stands in the short list. */
  readonly few?: boolean;
  /** Accuracy in % on each task; null where the source says that nothing was learned, or could be run. */
  readonly scores: readonly (number | null)[];
  /** The average as the source prints it, and the task that it leaves out. */
  readonly printed: number;
  readonly without?: string;
  readonly source: string;
}

export interface Claim {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  readonly unit: string;
}

export const tasks = data.tasks;
export const models: readonly Model[] = data.models;
export const claims: readonly Claim[] = data.claims;
export const sources: Readonly<Record<string, string>> = data.sources;

/** A score as averages take it: nothing learned counts as chance, as in table 10 of S4. */
export const counted = ({ scores }: Model, task: number): number =>
  scores[task] ?? tasks[task]!.chance;

/** The mean over the tasks that the source takes into its average. */
export function average(model: Model): number {
  const taken = tasks.map((_, k) => k).filter((k) => tasks[k]!.id !== model.without);
  return taken.reduce((sum, k) => sum + counted(model, k), 0) / taken.length;
}
