// Digits drawn by a program with the figure's own pen: outlines made by hand, each time turned, sheared, stretched, moved and shaken anew.
import { stroked, type Place } from "../src/figures/image-scan/pen.ts";
import { blank, SIDE, type Levels } from "../src/figures/image-scan/sheet.ts";
import type { generator } from "../src/numerics/random.ts";

type Point = readonly [x: number, y: number];
type Outline = readonly (readonly Point[])[];

/** A bow of an ellipse between two angles, in degrees from the right downwards. */
function bow([x, y]: Point, [rx, ry]: Point, from: number, to: number): Point[] {
  const n = Math.ceil(Math.abs(to - from) / 18);
  return Array.from({ length: n + 1 }, (_, k): Point => {
    const a = ((from + ((to - from) * k) / n) * Math.PI) / 180;
    return [x + rx * Math.cos(a), y + ry * Math.sin(a)];
  });
}

/** Ways to write each digit, in a box from 0, 0 to 1, 1. */
const outlines: readonly (readonly Outline[])[] = [
  [[bow([0.5, 0.5], [0.38, 0.5], -80, 285)], [bow([0.5, 0.5], [0.5, 0.5], -60, 300)]],
  [
    [
      [
        [0.5, 0],
        [0.5, 1],
      ],
    ],
    [
      [
        [0.3, 0.2],
        [0.55, 0],
        [0.55, 1],
      ],
    ],
    [
      [
        [0.62, 0],
        [0.4, 1],
      ],
    ],
  ],
  [
    [[...bow([0.5, 0.28], [0.42, 0.28], -170, 30), [0.05, 1], [0.95, 1]]],
    [
      [
        ...bow([0.5, 0.25], [0.4, 0.25], -180, 40),
        [0.3, 0.8],
        ...bow([0.28, 0.85], [0.15, 0.13], -60, -330),
        [0.95, 0.98],
      ],
    ],
  ],
  [
    [[...bow([0.45, 0.25], [0.38, 0.25], -150, 80), ...bow([0.45, 0.73], [0.43, 0.27], -80, 140)]],
    [[[0.1, 0.03], [0.85, 0.03], [0.45, 0.38], ...bow([0.45, 0.68], [0.42, 0.31], -75, 140)]],
  ],
  [
    [
      [
        [0.3, 0],
        [0.08, 0.6],
        [0.95, 0.6],
      ],
      [
        [0.7, 0.3],
        [0.65, 1],
      ],
    ],
    [
      [
        [0.72, 1],
        [0.72, 0],
        [0.05, 0.65],
        [1, 0.65],
      ],
    ],
    [
      [
        [0.12, 0.02],
        [0.12, 0.48],
        [0.85, 0.48],
      ],
      [
        [0.85, 0.02],
        [0.82, 1],
      ],
    ],
  ],
  [
    [[[0.85, 0.02], [0.25, 0.02], [0.18, 0.42], ...bow([0.45, 0.68], [0.42, 0.31], -120, 140)]],
    [
      [[0.22, 0.03], [0.18, 0.42], ...bow([0.45, 0.68], [0.42, 0.31], -120, 150)],
      [
        [0.22, 0.03],
        [0.9, 0.05],
      ],
    ],
  ],
  [
    [
      [
        [0.7, 0],
        ...bow([0.6, 0.6], [0.5, 0.6], -110, -180),
        ...bow([0.48, 0.7], [0.38, 0.29], 180, -170),
      ],
    ],
    [[[0.6, 0], [0.2, 0.45], ...bow([0.5, 0.7], [0.36, 0.29], 195, -150)]],
  ],
  [
    [
      [
        [0.05, 0.03],
        [0.95, 0.03],
        [0.45, 1],
      ],
    ],
    [
      [
        [0.05, 0.08],
        [0.95, 0.03],
        [0.45, 1],
      ],
      [
        [0.3, 0.5],
        [0.85, 0.5],
      ],
    ],
    [
      [
        [0.05, 0.2],
        [0.08, 0.03],
        [0.9, 0.03],
        [0.5, 1],
      ],
    ],
  ],
  [
    [
      [
        ...bow([0.5, 0.25], [0.32, 0.25], -40, -270),
        ...bow([0.5, 0.74], [0.4, 0.26], -90, 270),
        ...bow([0.5, 0.25], [0.32, 0.25], 90, -40),
      ],
    ],
    [bow([0.5, 0.25], [0.34, 0.25], 0, 360), bow([0.5, 0.75], [0.4, 0.25], 0, 360)],
  ],
  [
    [[...bow([0.48, 0.3], [0.36, 0.29], -10, -370), [0.82, 0.4], [0.7, 1]]],
    [
      [
        ...bow([0.48, 0.3], [0.38, 0.29], -20, -360),
        [0.84, 0.6],
        ...bow([0.5, 0.65], [0.35, 0.34], 0, 120),
      ],
    ],
  ],
];

/** A digit as a hand with this pen might draw it: 7 to 12.5 cells high, turned by up to 15°, its points off by up to 0.4 cells. */
export function penDigit(random: ReturnType<typeof generator>, digit: number): Levels {
  const between = (a: number, b: number) => a + (b - a) * random.uniform();
  const ways = outlines[digit]!;
  const outline = ways[Math.floor(random.uniform() * ways.length)]!;
  const high = between(7, 12.5);
  const wide = high * between(0.5, 0.9) * (digit === 1 ? 0.5 : 1);
  const [turn, shear] = [(between(-15, 15) * Math.PI) / 180, between(-0.15, 0.3)];
  const slack = Math.max(0, (SIDE - high) / 2 - 1);
  const [dx, dy] = [between(-slack, slack), between(-slack, slack)];
  const place = ([px, py]: Point): Place => {
    const y = (py - 0.5) * high + between(-0.4, 0.4);
    const x = (px - 0.5) * wide + between(-0.4, 0.4) - shear * y;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    return { x: SIDE / 2 + dx + c * x - s * y, y: SIDE / 2 + dy + s * x + c * y };
  };
  let levels = blank();
  for (const stroke of outline) {
    const places = stroke.map(place);
    places.slice(1).forEach((to, k) => (levels = stroked(levels, places[k]!, to)));
  }
  return levels;
}
