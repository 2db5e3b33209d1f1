import { below, beside, rule, ticks } from "../../draw/axis.ts";
import { grown, type Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { key } from "../../draw/key.ts";
import { linear, type Pen, type Root, spot, stroke, tenth, write } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { type Kind, kinds } from "../../models/parity/net.ts";
import { askedIn, windows } from "../../models/parity/trainer.ts";
import { type Curve, curveOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { GUESS, LEAST, POINT, symbolOf } from "./nets.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { pointAt, pointsOf, shareAt } from "./readouts.ts";

type Talk = Pick<Stage<Setting, Phrase>, "say" | "seek">;
type Now = () => Moment<Setting, Run>;

/** The axis of the losses: from below the lowest possible one to somewhat above a guess. */
const LOSSES = [0.45, 0.8] as const;

/** How three nets learn: right answers and loss by training steps, and right answers by length at the playhead. */
export function learningView(pen: Pen, svg: Root, layout: Layout, { say, seek }: Talk, now: Now) {
  const { right, loss, far, key: line } = layout.learning;
  const narrow = layout.width < 500;
  const share = linear(0, 1, right.bottom, right.top);
  const nats = linear(...LOSSES, loss.bottom, loss.top);
  title(pen, right, say("right"));
  title(pen, loss, say("loss"));
  for (const part of [right, loss]) rule(pen, part, part.bottom);
  rule(pen, right, right.top);
  level(pen, "parity-chance", right, share(0.5));
  level(pen, "parity-chance", loss, nats(GUESS));
  level(pen, "parity-least", loss, nats(LEAST));
  const drawTicks = ticks(pen);
  const cursor = stroke(pen, "cursor");
  const drawRight = curves(pen, right, say("off"));
  const drawLoss = curves(pen, loss, say("off"));
  const drawFar = byLength(pen, far, say);
  const whence = write(pen, right.right, right.top - 10, "end");
  const none = write(pen, right.cx, right.top + 24, "middle", "", "tick halo");
  const lay = key(pen, { left: right.left, right: far.right, y: line, size: narrow ? 13.5 : 12 }, [
    ...kinds.map((kind) => ({
      look: `parity-line ${kind}`,
      symbol: symbolOf[kind],
      word: say(kind),
    })),
    { look: "parity-chance", word: say("chance") },
    { look: "parity-least", word: say("least") },
    { look: "parity-line behind", word: say("recorded") },
  ]);
  const tell = scrub(svg, grown({ ...right, bottom: loss.bottom }, 6), {
    label: say("scrub"),
    at: (px) => linear(right.left, right.right, 0, now().values.steps / POINT)(px) - 1,
    t: () => now().t,
    seek,
  });
  tell.grip.classed("of-learning", true);
  return ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    const x = linear(0, v.steps / POINT, right.left, right.right);
    const place = (k: number) => x(k + 1);
    const last = withheld?.has("picture") ? Math.floor(t) : Infinity;
    drawTicks([
      ...[0, 50, 100].map((p) => beside(right, share(p / 100), String(p))),
      ...[0.5, 0.7].map((p) => beside(loss, nats(p), String(p))),
      below(loss, x(0), "0", "start"),
      below(loss, x(v.steps / POINT / 2), v.steps / 2),
      below(loss, right.right, v.steps, "end"),
    ]);
    const known = kinds.some((kind) => pointAt(r, kind, t) >= 0);
    none.text(known ? "" : say("nothing"));
    const here = kinds.some((kind) => r[kind]);
    whence.text(known ? say(here ? "ofTrained" : "ofRecorded") : "");
    cursor.attr("d", known ? `M${tenth(place(Math.floor(t)))} ${right.top}V${loss.bottom}` : "");
    const asked = askedIn(v.L)[0]!;
    drawRight(r, t, last, place, (curve, k) => share(curve.right[k]![0]! / asked));
    drawLoss(r, t, last, place, (curve, k) => nats(curve.loss[k]!));
    drawFar(r, v, t, withheld?.has("picture") ?? false);
    lay((k) => k < 5 || kinds.some((kind) => r[kind] && r.recorded));
    tell(Math.floor(t), `${POINT * (Math.floor(t) + 1)}`, pointsOf(r) - 1);
  };
}

const title = (pen: Pen, at: Box, text: string) =>
  write(pen, at.left, at.top - 10, "start", text, "tick axis-title");
const level = (pen: Pen, look: string, { left, right }: Box, y: number) =>
  stroke(pen, look).attr("d", `M${left} ${tenth(y)}H${right}`);

/** The curves of the three: what is trained here, over what was recorded. */
function curves(pen: Pen, at: Box, off: string) {
  const parts = kinds.map((kind) => {
    const g = pen.append("g").attr("data-symbol", symbolOf[kind]);
    return {
      kind,
      behind: stroke(g, `parity-line behind ${kind}`),
      later: stroke(g, `parity-line later ${kind}`),
      past: stroke(g, `parity-line ${kind}`),
      beyond: offScale(g, off),
      dot: spot(g, symbolOf[kind], 4.5),
    };
  });
  return (
    r: Run,
    t: number,
    last: number,
    x: (point: number) => number,
    y: (curve: Curve, point: number) => number,
  ) =>
    parts.forEach(({ kind, behind, later, past, beyond, dot }, row) => {
      const shown = curveOf(r, kind);
      const now = pointAt(r, kind, t);
      const draw = (curve: Curve | undefined, from: number, to: number) =>
        curve
          ? cut(at, x, (k) => y(curve, k), from, Math.min(to, last, curve.loss.length - 1))
          : { d: "", off: "" };
      behind.attr("d", r[kind] && r.recorded ? draw(r.recorded[kind], 0, Infinity).d : "");
      const [one, other] = [draw(shown, 0, now), draw(shown, Math.max(0, now), Infinity)];
      past.attr("d", one.d);
      later.attr("d", other.d);
      beyond(one.off + other.off, { x: at.right - 4, y: at.cy + 15 * row });
      const height = now < 0 ? NaN : y(shown!, now);
      const seen = height >= at.top - 1 && height <= at.bottom + 1;
      dot.attr("display", seen ? null : "none");
      if (seen) dot.attr("cx", tenth(x(now))).attr("cy", tenth(height));
    });
}

const marks: Readonly<Record<Kind, string>> = {
  positive: "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
  negative: "m-4 -4h8v8h-8z",
  rotation: "m0 -5l5 9h-10z",
};

/** Right answers at the playhead in windows of the test, each twice as long as all before. */
function byLength(pen: Pen, at: Box, say: Talk["say"]) {
  title(pen, at, say("far"));
  rule(pen, at, at.bottom);
  rule(pen, at, at.top);
  const y = linear(0, 100, at.bottom, at.top);
  level(pen, "parity-chance", at, y(50));
  const x = (k: number) => at.left + ((k + 0.5) * at.width) / windows.length;
  ticks(pen)([
    ...[0, 50, 100].map((p) => beside(at, y(p), String(p))),
    ...windows.map((w, k) => below(at, x(k), `${w}×`)),
  ]);
  write(pen, at.cx, at.bottom + 32, "middle", say("farNote"));
  const parts = kinds.map((kind) => {
    const g = pen.append("g").attr("data-symbol", symbolOf[kind]);
    return { kind, line: stroke(g, `parity-line ${kind}`), dots: stroke(g, "parity-mark") };
  });
  return (r: Run, v: Setting, t: number, secret: boolean) =>
    parts.forEach(({ kind, line, dots }) => {
      const shares = windows.map((_, k) => (secret ? NaN : shareAt(r, v, kind, k, t)));
      const known = shares.every(Number.isFinite);
      const at = (k: number) => `${tenth(x(k))} ${tenth(y(shares[k]!))}`;
      line.attr("d", known ? `M${windows.map((_, k) => at(k)).join("L")}` : "");
      dots.attr("d", known ? windows.map((_, k) => `M${at(k)}${marks[kind]}`).join("") : "");
    });
}
