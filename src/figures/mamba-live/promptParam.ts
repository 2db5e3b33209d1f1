import type { Label, Param } from "../../kit/param.ts";
import { longText } from "../../kit/params/longText.ts";
import { examples, type ExampleName } from "./examples.ts";

/** A text of any length that the model reads; its options are the examples. */
export interface PromptParam extends Param<string> {
  readonly kind: "prompt";
}

const samples = ["", examples.romeo.text, "Zoë 3×\n~", "~", "一二三。\n"];

export const prompt = (
  o: Label & { initial: string; options: Record<ExampleName, string> },
): PromptParam => ({ kind: "prompt", ...longText({ ...o, samples }), options: o.options });
