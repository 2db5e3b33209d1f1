import { flat } from "../../pairs.ts";
import type { PairMethod } from "../../pairs.ts";
import type { Piece } from "../../submit.ts";
import { downCode, leavesCode, outputCode, upCode } from "./wgsl.ts";

/**
 * Prefixes after Blelloch (CMU-CS-90-190), unfused: up a tree of pairs and down again, one dispatch for each level;
 * an n that is no power of two is filled up with identities. Made inclusive at the end.
 */
export const blelloch: PairMethod = async (work, { a, b, n, series }) => {
  let size = 1;
  while (size < n) size *= 2;
  const [treeA, treeB] = [work.empty(size * series), work.empty(size * series)];
  const out = { a: work.empty(n * series), b: work.empty(n * series) };
  const job = (gap: number) => work.uniform([n, series, gap, size]);
  const tree = [treeA, treeB];
  const pieces: Piece[] = [];
  const push = async (code: string, gap: number, more: readonly GPUBuffer[], threads: number) =>
    pieces.push([await work.dispatch(code, [job(gap), ...tree, ...more], flat(threads))]);

  await push(leavesCode, 0, [a, b], size * series);
  for (let gap = 1; gap < size; gap *= 2) await push(upCode, gap, [], (size / 2 / gap) * series);
  for (let gap = size / 2; gap >= 1; gap /= 2)
    await push(downCode, gap, [], (size / 2 / gap) * series);
  // One pair alone has no level that could clear the root.
  if (size > 1) await push(outputCode, 0, [a, b, out.a, out.b], n * series);
  return {
    pieces,
    ...(size > 1 ? out : { a, b }),
    shaders: [
      { name: "leaves", code: leavesCode },
      { name: "up", code: upCode },
      { name: "down", code: downCode },
      { name: "output", code: outputCode },
    ],
  };
};
