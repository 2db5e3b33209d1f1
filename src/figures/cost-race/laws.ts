import { bytesAt, type Run } from "./compute.ts";
import { racers, TRAINED, WRITTEN } from "./models.ts";
import { startOf, type Setting } from "./params.ts";
import { recordedText, recording } from "./recorded.ts";

/** What Mamba and the LSTM carry at the first character they carry at the last. */
export const constant = (_: Run, v: Setting): boolean =>
  (["mamba", "lstm"] as const).every(
    (racer) => bytesAt(racer, v, 1) === bytesAt(racer, v, startOf(v) + WRITTEN),
  );

/** What the Transformer carries is in proportion to what it sees, and grows no more where that is 256. */
export function inProportion(_: Run, v: Setting): boolean {
  const start = startOf(v);
  const at = (position: number) => bytesAt("transformer", v, position);
  const one = at(1);
  const seen = (position: number) => (v.sight === "all" ? position : Math.min(TRAINED, position));
  return [start, start + WRITTEN, 2 * (start + WRITTEN)].every((p) => at(p) === one * seen(p));
}

/** The same seed and weights: Mamba and the LSTM, whose functions are the same in every engine, write what was recorded. */
export const sameText = ({ courses }: Run, v: Setting): boolean =>
  (["mamba", "lstm"] as const).every((racer) => {
    const [mine, theirs] = [courses?.[racer]?.written, recordedText(racer, v)];
    return !mine || !theirs || theirs.startsWith(mine);
  });

/** Until it has read 256 characters it makes no difference how far the Transformer may look back. */
export function sameUntilTrained(): boolean {
  const [all, window] = [recording.texts.all.none!, recording.texts.window.none!];
  const until = TRAINED - startOf({ beginning: recording.beginning, context: "none" });
  return all.slice(0, until) === window.slice(0, until);
}

/** Every stretch lies on the way and took some time. */
export const onTheWay = ({ courses, start }: Run): boolean =>
  racers.every((racer) =>
    (courses?.[racer]?.stretches ?? []).every(
      ([at, seconds]) => at >= 1 && at <= start + WRITTEN + 4 && seconds > 0,
    ),
  );
