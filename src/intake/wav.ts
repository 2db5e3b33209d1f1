/** A WAV file's channels as it has them, and their rate. */
export interface Wav {
  readonly rate: number;
  readonly channels: readonly Float64Array[];
}

const [PCM, FLOAT, EXTENSIBLE] = [1, 3, 0xfffe];

/**
 * The samples of a RIFF or RF64 WAVE file of any rate: integers of 8, 16, 24 and 32 bits, floats of 32 and 64. Undefined where it
 * is none, or compressed: browsers decode the usual kinds, this is for the others.
 */
export function readWav(bytes: ArrayBuffer): Wav | undefined {
  const view = new DataView(bytes);
  const word = (at: number) =>
    at + 4 > bytes.byteLength ? "" : String.fromCharCode(...new Uint8Array(bytes, at, 4));
  if (!/^(RIFF|RF64)$/.test(word(0)) || word(8) !== "WAVE") return undefined;
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.byteLength;) {
    const size = Math.min(view.getUint32(at + 4, true), bytes.byteLength - at - 8);
    if (word(at) === "fmt " && size >= 16) format = formatAt(view, at + 8, size);
    if (word(at) === "data") return format && samplesAt(view, at + 8, size, format);
    at += 8 + size + (size & 1);
  }
  return undefined;
}

interface Format {
  readonly kind: number;
  readonly count: number;
  readonly rate: number;
  readonly bytes: number;
}

function formatAt(view: DataView, at: number, size: number): Format {
  const kind = view.getUint16(at, true);
  return {
    kind: kind === EXTENSIBLE && size >= 26 ? view.getUint16(at + 24, true) : kind,
    count: view.getUint16(at + 2, true),
    rate: view.getUint32(at + 4, true),
    bytes: view.getUint16(at + 14, true) / 8,
  };
}

function samplesAt(view: DataView, from: number, size: number, f: Format): Wav | undefined {
  const read = reader(view, f);
  if (!read || f.count < 1 || f.count > 64 || f.rate < 1 || f.rate > 1e6) return undefined;
  const length = Math.floor(size / (f.bytes * f.count));
  const channels = Array.from({ length: f.count }, (_, c) =>
    Float64Array.from({ length }, (__, i) => read(from + (i * f.count + c) * f.bytes)),
  );
  return { rate: f.rate, channels };
}

function reader(view: DataView, { kind, bytes }: Format): ((at: number) => number) | undefined {
  if (kind === FLOAT && bytes === 4) return (at) => view.getFloat32(at, true);
  if (kind === FLOAT && bytes === 8) return (at) => view.getFloat64(at, true);
  if (kind !== PCM) return undefined;
  if (bytes === 1) return (at) => (view.getUint8(at) - 128) / 128;
  if (bytes === 2) return (at) => view.getInt16(at, true) / 2 ** 15;
  if (bytes === 3)
    return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 2 ** 16) / 2 ** 23;
  return bytes === 4 ? (at) => view.getInt32(at, true) / 2 ** 31 : undefined;
}

/** Zero crossings of the sinc to each side. */
const LOBES = 12;

/** The same sound at another rate, without what that cannot carry: a sinc in a Hann window. */
export function atRate(x: Float64Array, from: number, to: number): Float64Array {
  if (from === to) return x;
  const cut = Math.min(1, to / from) * 0.95;
  const reach = LOBES / cut;
  return Float64Array.from({ length: Math.floor((x.length * to) / from) }, (_, i) => {
    const at = (i * from) / to;
    const last = Math.min(x.length - 1, Math.floor(at + reach));
    let [sum, weights] = [0, 0];
    for (let k = Math.max(0, Math.ceil(at - reach)); k <= last; k++) {
      const d = at - k;
      const sinc = d === 0 ? 1 : Math.sin(Math.PI * cut * d) / (Math.PI * cut * d);
      const weight = sinc * (0.5 + 0.5 * Math.cos((Math.PI * d) / reach));
      sum += weight * x[k]!;
      weights += weight;
    }
    return sum / weights;
  });
}
