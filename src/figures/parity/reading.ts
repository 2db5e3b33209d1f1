import { keeping } from "../../kit/keeping.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { type Kind, kinds, multipliers, type Net } from "../../models/parity/net.ts";
import { traceOf } from "../../models/parity/pass.ts";
import { parities } from "../../models/parity/trainer.ts";
import { bitsOf } from "./bits.ts";
import { netOf, type Run, type Source } from "./compute.ts";
import type { Setting } from "./params.ts";

/** What a state is multiplied by at a 0 and at a 1: its size (with the sign of a real one), and its angle in degrees. */
export interface Flip {
  readonly place: number;
  readonly nought: { readonly size: number; readonly angle: number };
  readonly one: { readonly size: number; readonly angle: number };
}

/** A stream as one net reads it. */
export interface Read {
  readonly net: Net;
  /** States × bits. */
  readonly h: Matrix;
  /** 1 where it says odd. */
  readonly said: Uint8Array;
  readonly right: number;
  /** The multiplier whose real part at a 1 is the least: if any flips, this one. */
  readonly flip: Flip;
}

export interface Reading extends Readonly<Record<Kind, Read>> {
  readonly source: Source;
  readonly bits: Uint8Array;
  readonly odd: Uint8Array;
}

function read(net: Net, text: string): Read {
  const [bits, { N }] = [bitsOf(text), net.sizes];
  const { maps, h, logits } = traceOf(net, bits);
  const data = new Float64Array(N * bits.length);
  for (let t = 0; t < bits.length; t++)
    for (let n = 0; n < N; n++) data[n * bits.length + t] = h[(t + 1) * N + n]!;
  const said = Uint8Array.from(logits, (x) => (x > 0 ? 1 : 0));
  const odd = parities(bits);
  const P = multipliers(net.sizes);
  const place = Array.from({ length: P }, (_, p) => p).reduce((best, p) =>
    maps.re[P + p]! < maps.re[P + best]! ? p : best,
  );
  const at = (i: number) =>
    net.sizes.kind === "rotation"
      ? {
          size: Math.hypot(maps.re[i]!, maps.im[i]!),
          angle: (Math.atan2(maps.im[i]!, maps.re[i]!) * 180) / Math.PI,
        }
      : { size: maps.re[i]!, angle: 0 };
  return {
    net,
    h: { rows: N, cols: bits.length, data },
    said,
    right: said.filter((x, t) => x === odd[t]).length,
    flip: { place, nought: at(place), one: at(P + place) },
  };
}

const readers = { positive: keeping(read), negative: keeping(read), rotation: keeping(read) };

const readAll = keeping(
  (positive: Read, negative: Read, rotation: Read, text: string, source: Source): Reading => {
    const bits = bitsOf(text);
    return { positive, negative, rotation, source, bits, odd: parities(bits) };
  },
);

/** The reader's stream, as the nets of this moment read it. */
export function readingOf(r: Run, v: Setting): Reading {
  const [p, n, t] = kinds.map((kind) => netOf(r, v, kind)) as [Open, Open, Open];
  const source = p.source === n.source && n.source === t.source ? p.source : "trained";
  const of = (kind: Kind, { net }: Open) => readers[kind](net, v.bits);
  return readAll(of("positive", p), of("negative", n), of("rotation", t), v.bits, source);
}
type Open = ReturnType<typeof netOf>;
