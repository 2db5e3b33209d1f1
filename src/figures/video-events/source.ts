import type { Label, Param } from "../../kit/param.ts";

/** Where the film is from: made here, or the reader's own from the camera, which is kept in memory only: 64 × 256 bytes. */
export type Source =
  | { readonly kind: "made" }
  | { readonly kind: "camera"; readonly pixels: Uint8Array };

export const MADE: Source = { kind: "made" };

export interface SourceParam extends Param<Source> {
  readonly kind: "source";
}

/** A made film or the camera's; a link names the made one, and can only say that there was one of the reader's own. */
export const source = (
  o: Label & { options: Readonly<Record<Source["kind"], string>> },
): SourceParam => ({
  kind: "source",
  ...o,
  initial: MADE,
  parse: (s) => (s === "made" ? MADE : undefined),
  print: ({ kind }) => kind,
  stays: (s) => s === "camera",
  nudge: (s) => s,
  at: () => MADE,
});
