import { snug } from "../../draw/axis.ts";
import { p, reach, stroke, write, type Pen } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { Channel } from "../../models/mamba/channel.ts";
import { lengthOf } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Level } from "./levels.ts";
import { channelOf, statesOf } from "./look.ts";
import { STATES } from "./models.ts";
import { channelWords } from "./page.ts";
import type { Phrase } from "./phrases.ts";
import { slowFirst } from "./statesView.ts";
import { tell, type Word } from "./tell.ts";

/** Lines and columns of the table, and from where to where the bars beside it go. */
const placesOf = ({ narrow }: Layout) =>
  narrow
    ? { top: 58, pitch: 18, columns: [66, 150, 240, 350], signs: [84, 166, 260], bars: undefined }
    : {
        top: 64,
        pitch: 21,
        columns: [90, 200, 318, 430],
        signs: [116, 226, 344],
        bars: [450, 672] as const,
      };
type Places = ReturnType<typeof placesOf>;

/** One step of one channel with its numbers: a line for each state: times what it keeps, plus what comes in. */
export function channelLevel(pen: Pen, layout: Layout, say: (word: Phrase) => string): Level {
  const title = write(pen, 4, layout.title, "start", "", "tick strong");
  const at = placesOf(layout);
  const foot = at.top + STATES * at.pitch + 16;
  const [up, down] = [stroke(pen, "live-share", "h"), stroke(pen, "live-share live-low", "h")];
  const axis = stroke(pen, "axis");
  const rows = pen.append("g");
  const sum = [0, 1, 2].map((k) => write(pen, 4, foot + k * 18, "start", "", "tick strong"));
  const heads = ["Ā", "h₋", "Δ B u", "h"].map((text, k) =>
    right(at.columns[k]!, at.top - 12, text, true),
  );
  const draw: Level["draw"] = ({ result: r, values: v, t, withheld }) => {
    title.text(channelWords(r, { ...v, channel: Math.max(1, v.channel) }, say));
    const last = Math.min(Math.floor(t), lengthOf(r, v) - 1);
    const [channel, states] = [channelOf(r, v), statesOf(r, v)];
    const seen = channel && last < channel.u.length && !withheld?.has("picture");
    const lines = seen ? slowFirst(channel).map((n) => stepOf(channel, states!.h, n, last)) : [];
    const waits = { ...right(4, at.top + 20, say("waitShort")), anchor: "start" as const };
    tell(rows, [...heads, ...(seen ? lines.flatMap((line, k) => told(line, k, at)) : [waits])]);
    const bars = barsOf(lines, at, states ? snug(reach(1e-9, states.h)) : 1);
    axis.attr("d", bars.axis);
    up.attr("d", bars.up);
    down.attr("d", bars.down);
    const words = seen ? sumOf(channel, states!, last) : ["", "", ""];
    sum.forEach((line, k) => line.text(words[k]!));
  };
  return { draw, focus: () => [layout.width / 2, at.top + 60] };
}

interface Step {
  readonly n: number;
  readonly kept: number;
  readonly before: number;
  readonly comes: number;
  readonly now: number;
}

function stepOf({ A, B, delta, u, start }: Channel, h: Float64Array, n: number, t: number): Step {
  return {
    n,
    kept: Math.exp(delta[t]! * A[n]!),
    before: t === 0 ? start[n]! : h[(t - 1) * A.length + n]!,
    comes: delta[t]! * u[t]! * B[t * A.length + n]!,
    now: h[t * A.length + n]!,
  };
}

const right = (x: number, y: number, text: string, strong = false): Word => ({
  x,
  y,
  text,
  anchor: "end",
  look: strong ? "tick strong" : "tick",
});

function told(
  { n, kept, before, comes, now }: Step,
  k: number,
  { top, pitch, columns, signs }: Places,
): Word[] {
  const y = top + k * pitch + 5;
  const cells = [kept, before, comes, now].map((x, c) =>
    right(columns[c]!, y, fixed(x, 3), c === 3),
  );
  const between = ["×", "+", "="].map((text, c): Word => ({
    ...right(signs[c]!, y, text),
    anchor: "middle",
  }));
  return [{ ...right(4, y, String(n + 1)), anchor: "start" }, ...cells, ...between];
}

/** The new states as bars, where there is room for them. */
function barsOf(lines: readonly Step[], { top, pitch, bars }: Places, most: number) {
  const paths = { up: "", down: "", axis: "" };
  if (!bars || lines.length === 0) return paths;
  const middle = (bars[0] + bars[1]) / 2;
  lines.forEach(({ now }, k) => {
    const wide = p((now / most) * (middle - bars[0]));
    paths[now < 0 ? "down" : "up"] += `M${middle} ${p(top + k * pitch - 5)}h${wide}v11h${-wide}z`;
  });
  paths.axis = `M${middle} ${top - 8}V${p(top + lines.length * pitch - 8)}`;
  return paths;
}

function sumOf(
  { A, C, D, u, delta }: Channel,
  { h, y }: { h: Float64Array; y: Float64Array },
  t: number,
): string[] {
  let said = 0;
  const N = A.length;
  for (let n = 0; n < N; n++) said += C[t * N + n]! * h[t * N + n]!;
  const skip = D * u[t]!;
  const past = skip < 0 ? `(${fixed(skip, 4)})` : fixed(skip, 4);
  return [
    `u = ${fixed(u[t]!, 3)}   Δ = ${fixed(delta[t]!, 4)}   D = ${fixed(D, 3)}`,
    "y = Σ C h + D u",
    `= ${fixed(said, 4)} + ${past} = ${fixed(y[t]!, 4)}`,
  ];
}
