export const phrases = {
  inside:
    "{rule}: the pole {a} ± {w}i lands at distance {size} from the centre, inside the circle. Its discrete copy fades; exactly it would keep {exact} a step.",
  border:
    "{rule}: the pole {a} ± {w}i lands on the circle. In steps as in truth it neither fades nor grows.",
  outside:
    "{rule}: the pole {a} ± {w}i lands at distance {size}, outside the circle. Its discrete copy grows; exactly it would keep {exact} a step.",
  alias:
    "A step of {dt} s turns this pole by more than half a round. After sampling it looks slower than it is: one round in {period} steps instead of {true}.",
  s: "continuous: s",
  z: "one step: z",
  stable: "fades",
  zoh: "hold",
  bilinear: "bilinear",
  euler: "Euler",
  backward: "backward",
  dragS: "The pole in the s-plane: drag it, or use the arrow keys",
  dragZ: "The discrete pole in the z-plane: drag it, or use the arrow keys",
  whole: "The s-plane with the pole and the region that fades; the z-plane with the unit circle",
} as const;

export type Phrase = keyof typeof phrases;
