import { keeping } from "../../kit/keeping.ts";
import { listOf, read, tokensOf, valueOf, type Bracket } from "./lists.ts";
import type { Setting } from "./params.ts";
import { indexOf, pixels, scene, type Scene } from "./paths.ts";

/** Steps of the timeline while a picture is read. */
export const SWEEP = 32;

export interface Run {
  /** Steps of the sequence. */
  readonly L: number;
  readonly picture?: {
    readonly scene: Scene;
    readonly side: number;
    readonly lit: Uint8Array;
    /** The steps at which the dots are read. */
    readonly at: readonly [number, number];
  };
  readonly list?: {
    readonly tokens: readonly string[];
    readonly brackets: readonly Bracket[];
    readonly value: number;
  };
}

const sceneOnce = keeping(scene);

/** One example of the task, as it is seen and as it is read. */
export function run({ task, joined, depth, seed }: Setting): Run {
  if (task === "listops") {
    const made = listOf(seed, depth);
    const tokens = tokensOf(made);
    return { L: tokens.length, list: { tokens, brackets: read(tokens), value: valueOf(made) } };
  }
  const side = task === "pathx" ? 128 : 32;
  const drawn = sceneOnce(seed, joined);
  const at = drawn.dots.map((dot) => indexOf(dot, side)) as [number, number];
  return { L: side * side, picture: { scene: drawn, side, lit: pixels(drawn, side), at } };
}
