import { p, plate, stroke, write, type Pen } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import { layerOf } from "./places.ts";
import { lengthOf, readingOf, shownOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { channelOf, chosenOf, statesOf } from "./look.ts";
import { sizesOf } from "./models.ts";
import { channelWords } from "./page.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { glyph } from "./text.ts";
import type { Level } from "./levels.ts";
import { tell, type Word } from "./tell.ts";

/** The stations of a block by column and row. */
const stations = {
  norm: { col: 0, row: 1, word: "RMSNorm" },
  in: { col: 1, row: 1, word: "in_proj" },
  conv: { col: 2, row: 0, word: "conv1d, SiLU" },
  proj: { col: 3, row: 0, word: "x_proj, dt_proj" },
  scan: { col: 4, row: 0, word: "S6" },
  gate: { col: 3, row: 2, word: "SiLU(z)" },
  times: { col: 4, row: 1, word: "×" },
  out: { col: 5, row: 1, word: "out_proj" },
} as const;
type Name = keyof typeof stations;
const names = Object.keys(stations) as Name[];
const ways: readonly (readonly [Name, Name])[] = [
  ["norm", "in"],
  ["in", "conv"],
  ["conv", "proj"],
  ["proj", "scan"],
  ["in", "gate"],
  ["gate", "times"],
  ["scan", "times"],
  ["times", "out"],
];

interface Place {
  readonly x: number;
  readonly y: number;
}
/** On a narrow picture the way goes down instead of across. */
const placeIn =
  ({ narrow }: Layout) =>
  (name: Name): Place => {
    const { col, row } = stations[name];
    return narrow
      ? { x: 60 + row * 113, y: 80 + col * 56 }
      : { x: 62 + col * 111, y: 132 + row * 108 };
  };
const half = [52, 17] as const;

/** One block at one character, with the numbers of one of its channels. */
export function layerLevel(pen: Pen, layout: Layout, say: (word: Phrase) => string): Level {
  const { narrow } = layout;
  const title = write(pen, 4, layout.title, "start", "", "tick strong");
  const place = placeIn(layout);
  frame(pen, layout, say("streamWord"));
  for (const name of names) {
    const { x, y } = place(name);
    const area = { left: x - half[0], top: y - half[1], width: 2 * half[0], height: 2 * half[1] };
    plate(pen, name === "scan" ? "live-box live-chosen" : "live-box", area, 6);
    write(pen, x, y + 4.5, "middle", stations[name].word, "tick strong");
  }
  const words = pen.append("g");
  const draw: Level["draw"] = ({ result: r, values: v, t, withheld }) => {
    title.text(channelWords(r, { ...v, channel: Math.max(1, v.channel) }, say));
    const at = Math.min(Math.floor(t), lengthOf(r, v) - 1);
    const lines = linesOf(r, v, at, withheld?.has("picture") === true);
    const told = Object.entries(lines).flatMap(([name, texts]) =>
      narrow
        ? beside(place(name as Name), name as Name, texts)
        : around(place(name as Name), name as Name, texts),
    );
    tell(words, told);
  };
  return { draw, focus: () => [place("scan").x, place("scan").y] };
}

/** Over a station of the upper row, under any other. */
function around({ x, y }: Place, name: Name, texts: readonly string[]): Word[] {
  const over = stations[name].row === 0;
  const first = over ? y - half[1] - 8 - 15 * (texts.length - 1) : y + half[1] + 16;
  return texts.map((text, k): Word => ({
    x,
    y: first + 15 * k,
    text,
    anchor: "middle",
    look: k === 0 ? "tick strong" : "tick",
  }));
}

/** On a narrow picture, the number alone, where no way goes. */
function beside({ x, y }: Place, name: Name, [text]: readonly string[]): Word[] {
  const look = "tick strong";
  if (name === "scan") return [{ x, y: y + half[1] + 17, text: text!, anchor: "middle", look }];
  if (name === "gate") return [{ x: x - half[0] - 6, y: y + 14, text: text!, anchor: "end", look }];
  return [
    { x: x + half[0] + 6, y: name === "proj" ? y - 5 : y + 5, text: text!, anchor: "start", look },
  ];
}

/** The stream above, and the ways between the stations. */
function frame(pen: Pen, layout: Layout, word: string): void {
  const { narrow } = layout;
  const place = placeIn(layout);
  const [first, last] = [place("norm"), place("out")];
  const stream = narrow ? `M10 36H354V393H${last.x}` : `M10 62H672`;
  stroke(pen, "live-stream", "h").attr("d", stream);
  write(pen, 12, narrow ? 30 : 50, "start", word);
  const down = narrow
    ? `M${first.x} 38V${first.y - half[1] - 3}`
    : `M${first.x} 64V${first.y - half[1] - 3}`;
  const back = narrow ? `M${last.x} ${last.y + half[1]}V388` : `M${last.x} ${last.y - half[1]}V67`;
  const all = [...ways.map(([a, b]) => wire(place(a), place(b), narrow)), down, back];
  for (const d of all) stroke(pen, "wire live-way").attr("d", d).attr("marker-end", "url(#arrow)");
}

function wire(a: Place, b: Place, narrow: boolean): string {
  const [w, h] = half;
  if (a.x === b.x)
    return `M${p(a.x)} ${p(a.y + (b.y > a.y ? h : -h))}V${p(b.y + (b.y > a.y ? -h - 3 : h + 3))}`;
  if (a.y === b.y)
    return `M${p(a.x + (b.x > a.x ? w : -w))} ${p(a.y)}H${p(b.x + (b.x > a.x ? -w - 3 : w + 3))}`;
  if (narrow) {
    const [from, to] = [a.y + h, b.y - h - 3];
    return `M${p(a.x)} ${p(from)}C${p(a.x)} ${p(from + 26)} ${p(b.x)} ${p(to - 26)} ${p(b.x)} ${p(to)}`;
  }
  const [from, to] = [a.x + w, b.x - w - 3];
  return `M${p(from)} ${p(a.y)}C${p(from + 26)} ${p(a.y)} ${p(to - 26)} ${p(b.y)} ${p(to)} ${p(b.y)}`;
}

/** What is said at each station: the number that leaves it, and its sizes. */
function linesOf(r: Run, v: Setting, t: number, secret: boolean): Partial<Record<Name, string[]>> {
  const { channels: E } = sizesOf(v.model);
  const d = E / 2;
  const four = shownOf(r, v)
    .filter(({ token }) => token >= t - 3 && token <= t && token >= 0)
    .map(({ character }) => glyph(character));
  const n = secret ? undefined : numbersOf(r, v, t);
  const number = (letter: string, x: number | undefined, digits = 3) =>
    x === undefined ? "" : `${letter}${fixed(x, digits)}`;
  const product = n?.gate === undefined ? undefined : n.y * n.gate;
  return {
    in: [number("x = ", n?.x), `${d} → 2 × ${E}`],
    conv: [number("u = ", n?.u), four.join(" ")],
    proj: [number("Δ = ", n?.delta, 4), "Δ, B, C"],
    scan: [number("y = ", n?.y), `${E} × 16`],
    gate: [number("g = ", n?.gate)],
    times: [number("g y = ", product)],
    out: ["", `${E} → ${d}`],
  };
}

/** The numbers of the chosen channel at a character. */
function numbersOf(r: Run, v: Setting, t: number) {
  const [channel, states] = [channelOf(r, v), statesOf(r, v)];
  if (!channel || t >= channel.u.length) return undefined;
  const layer = readingOf(r)?.layers[layerOf(v)];
  const i = t * sizesOf(v.model).channels + chosenOf(r, v)!.index - 1;
  const z = layer?.z[i];
  return {
    u: channel.u[t]!,
    delta: channel.delta[t]!,
    y: states!.y[t]!,
    x: layer?.x[i],
    gate: z === undefined ? undefined : z / (1 + Math.exp(-z)),
  };
}
