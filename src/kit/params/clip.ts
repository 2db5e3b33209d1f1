import { type Clip, LONGEST_MINUTES } from "../clip.ts";
import type { Label, Param } from "../param.ts";

export interface ClipParam<K extends string = string> extends Param<Clip<K>> {
  readonly kind: "clip";
  readonly options: Readonly<Record<K | "own", string>>;
  /** Minutes of the reader's own sound that are taken. */
  readonly minutes: number;
  /** One value for a sound that the figure brings: what needs it can tell by identity whether it changed. */
  given(kind: string): Clip<K> | undefined;
}

/** A clip of sound; a link names a bundled one, the first to begin with, and can only say that there was one of the reader's own. */
export function clip<const K extends string>(
  o: Label & { readonly options: Readonly<Record<K, string>>; own: string; minutes?: number },
): ClipParam<K> {
  const { own, minutes = LONGEST_MINUTES, options, ...label } = o;
  const kinds = Object.keys(options) as K[];
  const all = kinds.map((kind): Clip<K> => ({ kind }));
  const given = (name: string) => all[(kinds as readonly string[]).indexOf(name)];
  const n = kinds.length;
  return {
    kind: "clip",
    ...label,
    minutes,
    options: { ...options, own } as Readonly<Record<K | "own", string>>,
    initial: all[0]!,
    given,
    parse: given,
    print: (c) => c.kind,
    stays: (s) => s === "own",
    nudge: (c, by) =>
      c.kind === "own" ? c : all[(((all.indexOf(given(c.kind)!) + by) % n) + n) % n]!,
    at: (u) => all[Math.min(n - 1, Math.floor(u * n))]!,
  };
}
