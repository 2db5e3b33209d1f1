import { createContext, type ComponentType } from "react";

/** What counts the hands of a class at a question, where somebody presents it. */
export interface Hands {
  /** Beside an option; `right` once the answer is told. */
  readonly Row: ComponentType<{ question: string; option: number; right: boolean | undefined }>;
  /** Under the options. */
  readonly Foot: ComponentType<{ question: string; options: number; told: boolean }>;
}
export const HandsContext = createContext<Hands | undefined>(undefined);
