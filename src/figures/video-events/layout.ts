import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly frame: Box;
  /** Baseline of the titles over frame and answers. */
  readonly title: number;
  /** Answers: their left end, the middle of the first column, from one to the next, size of a glyph. */
  readonly answers: {
    readonly left: number;
    readonly first: number;
    readonly step: number;
    readonly size: number;
  };
  /** Rows of answers: baseline of the name, top of the glyphs, baseline of the shares. */
  readonly rows: readonly { readonly name: number; readonly top: number; readonly share: number }[];
  /** Over the steps: the flashes' marks, the strip, Δ and two rows of what is held. */
  readonly marks: { readonly top: number; readonly size: number };
  readonly strip: Box;
  readonly delta: Box;
  readonly held: Box;
  readonly heldFixed: Box;
  readonly key: number;
}

const across = (left: number, right: number) => (top: number, height: number) =>
  box({ left, right, top, height });

const broad = across(46, 668);
export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 537,
  type: 12,
  frame: box({ left: 16, top: 24, width: 176, height: 176 }),
  title: 14,
  answers: { left: 216, first: 336, step: 58, size: 24 },
  rows: [
    { name: 49, top: 32, share: 0 },
    { name: 91, top: 74, share: 113 },
    { name: 139, top: 122, share: 161 },
    { name: 187, top: 170, share: 0 },
  ],
  marks: { top: 210, size: 20 },
  strip: broad(252, 48),
  delta: broad(322, 36),
  held: broad(380, 36),
  heldFixed: broad(438, 36),
  key: 514,
};

const slim = across(40, 357);
export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 474,
  type: 13.5,
  frame: box({ left: 1, top: 22, width: 112, height: 112 }),
  title: 14,
  answers: { left: 124, first: 143, step: 39, size: 18 },
  rows: [
    { name: 29, top: 34, share: 0 },
    { name: 66, top: 71, share: 103 },
    { name: 118, top: 123, share: 155 },
    { name: 170, top: 175, share: 0 },
  ],
  marks: { top: 198, size: 18 },
  strip: slim(232, 34),
  delta: slim(284, 26),
  held: slim(328, 26),
  heldFixed: slim(372, 26),
  key: 432,
};
