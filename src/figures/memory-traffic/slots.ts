import type { Layout } from "./layout.ts";
import { side } from "./layout.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { tensors, type TensorId, type Way } from "./tensors.ts";

/** Blocks that stand on each other, and what they are called together; a single one has its own letter. */
export interface Slot {
  readonly blocks: readonly TensorId[];
  readonly name?: Phrase;
  /** The same in a few letters, where there is no room. */
  readonly short?: string;
  /** Each with its letter beside it. */
  readonly named?: true;
}

const inputs = { name: "inputs", named: true } as const;
const handed: Slot = { blocks: ["parts", "ends"], name: "handed", short: "h, Σ" };

/** What lies in memory from left to right: as it comes in, what is written between, what goes out. */
export function slotsOf({ pass, scan }: Setting): readonly Slot[] {
  const one = (id: TensorId): Slot => ({ blocks: [id] });
  const products: readonly TensorId[] = scan === "levels" ? ["products"] : [];
  if (pass === "forward")
    return [
      { blocks: ["A", "BC", "Delta", "u"], ...inputs },
      ...(["Abar", "drive", ...products, "h"] as const).map(one),
      { ...handed, blocks: ["ends"] },
      one("y"),
    ];
  return [
    { blocks: ["A", "BC", "Delta", "u", "dy"], ...inputs },
    ...(["Abar", "h", "ahead", "behind", ...products, "g"] as const).map(one),
    handed,
    { blocks: ["dA", "dBC", "du"], name: "slopes", named: true },
  ];
}

/** A block where it lies. */
export interface Place {
  readonly id: TensorId;
  readonly x: number;
  /** Above the floor. */
  readonly bottom: number;
  readonly height: number;
}

export interface Arrangement {
  readonly width: number;
  readonly slots: readonly {
    readonly slot: Slot;
    /** The middle of its blocks, and of all of it with the letters beside them. */
    readonly x: number;
    readonly centre: number;
    readonly blocks: readonly Place[];
  }[];
  /** Height of a block for so many bytes. */
  readonly heightOf: (bytes: number) => number;
}

/** Bytes of a tensor, at once. */
export const bytesIn = (id: TensorId, { passed }: Run, v: Setting): number =>
  passed[id] ?? 4 * tensors[id].floats(v);

/** Units of width that letters beside blocks take. */
const BESIDE = { wide: 46, narrow: 34 } as const;
const THIN = 1;

/** Every block as wide as the others, as high as its bytes: all areas of the picture to one scale. */
export function arrange(r: Run, v: Setting, at: Layout): Arrangement {
  const slots = slotsOf(v);
  const beside = slots.filter(({ named }) => named).length * BESIDE[at.compact ? "narrow" : "wide"];
  const room = at.right - at.left - 8 - beside;
  const pitch = Math.min(at.block + at.gap + 22, room / slots.length);
  const width = Math.min(at.block, pitch - at.gap);
  const { L, D, N } = v;
  const perFloat = Math.min(side.tall / (D * N), 6.5 / D) / L;
  const heightOf = (bytes: number) => (bytes / 4) * perFloat;
  const all = pitch * slots.length + beside;
  let x = at.left + 4 + (at.right - at.left - 8 - all) / 2;
  return {
    width,
    heightOf,
    slots: slots.map((slot) => {
      const extra = slot.named ? beside / slots.filter(({ named }) => named).length : 0;
      const middle = x + extra + pitch / 2;
      const centre = x + (extra + pitch) / 2;
      x += pitch + extra;
      let bottom = 0;
      const blocks = slot.blocks.map((id) => {
        const height = Math.max(THIN, heightOf(bytesIn(id, r, v)));
        const lift = slot.named ? Math.max(0, (side.line - height) / 2) : 0;
        const place = { id, x: middle, bottom: bottom + lift, height };
        bottom += slot.named ? Math.max(side.line, height + 2) : height + 2;
        return place;
      });
      return { slot, x: middle, centre, blocks };
    }),
  };
}

/** Whether a side touches a block at all. */
export const touches = (r: Run, way: Way, id: TensorId): boolean =>
  r[way].programs.some(({ moves }) => moves.some(({ tensor }) => tensor === id));

/** What separate programs write to memory, and this side makes and uses on the chip. */
export const onChip = (r: Run, way: Way, id: TensorId): boolean =>
  way === "fused" && touches(r, "apart", id) && !touches(r, "fused", id);

/** What lies in memory before anything runs. */
const given: ReadonlySet<TensorId> = new Set<TensorId>(["u", "Delta", "BC", "A", "dy"]);

/** Whether a block lies in memory at time t: given, kept from the way forward, or written by a program that is done. */
export function present(r: Run, v: Setting, way: Way, id: TensorId, t: number): boolean {
  if (given.has(id)) return true;
  if (way === "apart" && v.pass === "backward" && (id === "Abar" || id === "h")) return true;
  return r[way].programs.some(
    ({ moves }, k) => t >= k + 1 && moves.some((m) => m.tensor === id && m.written > 0),
  );
}
