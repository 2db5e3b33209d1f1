import type { Readout } from "../../kit/figure.ts";
import { between, bytesAt, reachedBy, secondsAt, type Run } from "./compute.ts";
import { models, racers, sizes, WRITTEN, type Racer } from "./models.ts";
import type { Setting } from "./params.ts";
import { recordedLoss } from "./recorded.ts";
import { BYTES, mambaCarries, transformerCarries } from "../../models/carried.ts";

type One = Readout<Setting, Run>;
type Of = One["of"];

/** Characters that have been read at this moment, those it wrote among them. */
export const positionAt = ({ start }: Run, t: number): number =>
  start + Math.max(0, Math.min(WRITTEN, Math.floor(t)));

const racing = ({ show }: Setting) => show === "race";
const ms =
  (racer: Racer): Of =>
  (r, v, t) =>
    1e3 * secondsAt(r, v, racer, positionAt(r, t));
const kB =
  (racer: Racer): Of =>
  (r, v, t) =>
    bytesAt(racer, v, positionAt(r, t)) / 1e3;
const lossAt =
  (racer: Racer): Of =>
  (r, v, t) =>
    between(recordedLoss(racer, v), positionAt(r, t));

export const readouts = {
  position: {
    label: "characters so far",
    digits: 6,
    foot: true,
    when: racing,
    of: (r, _, t) => positionAt(r, t),
  },
  msMamba: { label: "Mamba, ms a character", foot: true, when: racing, of: ms("mamba") },
  msTransformer: {
    label: "Transformer, ms a character",
    foot: true,
    when: racing,
    of: ms("transformer"),
  },
  msLstm: { label: "LSTM, ms a character", of: ms("lstm") },
  timeRatio: {
    label: "Transformer's time against Mamba's",
    of: (r, v, t) => ms("transformer")(r, v, t) / ms("mamba")(r, v, t),
  },
  kbMamba: { label: "Mamba carries, kB", of: kB("mamba") },
  kbTransformer: {
    label: "Transformer carries, kB",
    foot: true,
    when: racing,
    of: kB("transformer"),
  },
  kbLstm: { label: "LSTM carries, kB", digits: 2, of: kB("lstm") },
  mbTransformer: {
    label: "Transformer carries, MB",
    digits: 4,
    of: (r, v, t) => kB("transformer")(r, v, t) / 1e3,
  },
  bytesRatio: {
    label: "Transformer's bytes against Mamba's",
    of: (r, v, t) => kB("transformer")(r, v, t) / kB("mamba")(r, v, t),
  },
  each: {
    label: "Transformer, bytes a character that it sees",
    digits: 4,
    of: () => BYTES * transformerCarries({ ...sizes.transformer, context: Infinity }, 1),
  },
  crossing: {
    label: "the character from which on the Transformer carries more than Mamba",
    of: () =>
      1 +
      Math.floor(
        mambaCarries(sizes.mamba) /
          transformerCarries({ ...sizes.transformer, context: Infinity }, 1),
      ),
  },
  lossMamba: { label: "Mamba, nats a character, held out", digits: 4, of: () => models.mamba.loss },
  lossTransformer: {
    label: "Transformer, nats a character, held out, looking back 256",
    digits: 4,
    of: () => models.transformer.loss,
  },
  lossLstm: { label: "LSTM, nats a character, held out", digits: 4, of: () => models.lstm.loss },
  farMamba: { label: "Mamba, nats at this position", of: lossAt("mamba") },
  farTransformer: { label: "Transformer, nats at this position", of: lossAt("transformer") },
  farLstm: { label: "LSTM, nats at this position", of: lossAt("lstm") },
  reached: { label: "character that the one whose turn it is has come to", of: reachedBy },
  whole: {
    label: "characters that each reads and writes",
    digits: 6,
    of: ({ start }) => start + WRITTEN,
  },
  strangers: { label: "characters skipped", of: (r) => r.strangers },
  dropped: {
    label: "stretches thrown away, the page being out of sight",
    of: ({ courses }) => racers.reduce((sum, k) => sum + (courses?.[k]?.dropped ?? 0), 0),
  },
} as const satisfies Readonly<Record<string, One>>;
