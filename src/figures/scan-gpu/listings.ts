import {
  downCode,
  leavesCode,
  outputCode as ownCode,
  upCode,
} from "../../gpu/kernels/blelloch/wgsl.ts";
import { levelCode } from "../../gpu/kernels/hillis-steele/wgsl.ts";
import { carryCode, outputCode, reduceCode } from "../../gpu/kernels/pair-scan/wgsl.ts";
import type { Listing } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { onCard, type CardMethod } from "./methods.ts";
import type { Setting } from "./params.ts";
import type { remarks } from "./remarks.ts";

type Remark = keyof typeof remarks;
type Shape = { readonly title: Remark; readonly notes: readonly (readonly [string, Remark])[] };

const operator = ["fn combine(", "noteOperator"] as const;
const thread = ["@compute @workgroup_size(64)", "noteThread"] as const;
const walk = ["prefix = combine(prefix, Pair(a[j], b[j]))", "noteTotal"] as const;
const write = ["outA[j] = prefix.a", "noteWrite"] as const;
const piece = ["let j = (start - 1u)", "notePiece"] as const;

/** For each shader its title and its remarks, each at the line that holds the text. */
const shapes: Readonly<Record<CardMethod, readonly Shape[]>> = {
  one: [{ title: "codeAlone", notes: [operator, thread, piece, [walk[0], "noteAlone"], write] }],
  chunks: [
    {
      title: "codeReduce",
      notes: [
        operator,
        thread,
        ["let first = i / job.series", "noteChunk"],
        ["total = combine(total, Pair(a[j]", "noteTotal"],
        ["carryA[i] = total.a", "noteLeft"],
      ],
    },
    {
      title: "codeCarry",
      notes: [
        ["var<workgroup> totals", "noteShared"],
        ["total = combine(total, Pair(carryA[j]", "noteSegment"],
        ["workgroupBarrier()", "noteBarrier"],
        ["prefix = combine(prefix, totals[", "noteOthers"],
      ],
    },
    {
      title: "codeOutput",
      notes: [piece, ["prefix = Pair(carryA[i - job.series]", "noteBefore"], walk, write],
    },
  ],
  hillis: [
    {
      title: "codeLevel",
      notes: [
        operator,
        thread,
        ["let before = i - job.gap", "noteGap"],
        ["nextA[i] = ", "noteAll"],
      ],
    },
  ],
  blelloch: [
    { title: "codeLeaves", notes: [operator, ["treeA[i] = select(", "noteFill"]] },
    {
      title: "codeUp",
      notes: [
        ["let right = ", "noteRight"],
        ["put(right, s, combine(", "noteTakes"],
      ],
    },
    {
      title: "codeDown",
      notes: [
        ["parent = Pair(1.0, 0.0)", "noteRoot"],
        ["put(left, s, parent)", "noteParent"],
        ["put(right, s, combine(parent, old))", "noteSibling"],
      ],
    },
    { title: "codeOwn", notes: [["let pair = combine(", "noteOwn"]] },
  ],
};

/** The shaders as the engine holds them, for a page on which nothing has run yet. */
const held = (v: Setting): Readonly<Record<CardMethod, readonly string[]>> => ({
  one: [outputCode],
  chunks: [reduceCode, carryCode(v.D), outputCode],
  hillis: [levelCode],
  blelloch: [leavesCode, upCode, downCode, ownCode],
});

/** The WGSL of the method in focus: the very strings that ran, where they did. Nothing for the processor's methods. */
export function listings(r: Run, v: Setting): readonly Listing<Remark>[] {
  if (!(v.method in onCard)) return [];
  const method = v.method as CardMethod;
  const ran = r.shaders?.[method]?.map(({ code }) => code);
  const texts = ran ?? held(v)[method];
  return texts.map((text, k) => ({ ...shapes[method][k]!, text, ran: ran !== undefined }));
}
