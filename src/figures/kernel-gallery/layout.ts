import { box } from "../../draw/box.ts";
const small = (left: number, top: number, width: number, height: number) =>
  box({ left, top, width, height });

export const layouts = {
  wide: {
    width: 680,
    height: 432,
    kernel: small(62, 24, 430, 200),
    poles: small(540, 40, 126, 168),
    cells: [0, 1, 2, 3, 4, 5].map((k) =>
      small(62 + (k % 3) * 206, 268 + (k < 3 ? 0 : 84), 194, 58),
    ),
    fft: {
      time: [small(62, 30, 292, 92), small(62, 164, 292, 92), small(62, 298, 292, 92)],
      wave: [small(440, 30, 228, 92), small(440, 164, 228, 92), small(440, 298, 228, 92)],
    },
  },
  compact: {
    width: 360,
    height: 500,
    kernel: small(54, 24, 296, 142),
    poles: small(44, 414, 306, 70),
    cells: [0, 1, 2, 3, 4, 5].map((k) =>
      small(12 + (k % 2) * 178, 212 + Math.floor(k / 2) * 62, 160, 40),
    ),
    fft: {
      time: [small(46, 30, 134, 108), small(46, 184, 134, 108), small(46, 338, 134, 108)],
      wave: [small(228, 30, 122, 108), small(228, 184, 122, 108), small(228, 338, 122, 108)],
    },
  },
} as const;
