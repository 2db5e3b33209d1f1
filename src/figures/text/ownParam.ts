import type { Label, Param } from "../../kit/param.ts";
import { longText } from "../../kit/params/longText.ts";

/** A text of the reader's own: pasted, typed or from a file. */
export interface OwnParam extends Param<string> {
  readonly kind: "own";
}

const samples = ["", "Zoë 3×\n~", "汉字", "One line.\nAnother “line”…\n\nA third one.\n"];

export const own = (o: Label & { initial: string }): OwnParam => ({
  kind: "own",
  ...longText({ ...o, samples }),
});
