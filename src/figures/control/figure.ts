import { defineFigure } from "../../kit/figure.ts";
import { run } from "./compute.ts";
import { diesAway, nearlyLinear, polesAreThere, riccati, separate, withinBounds } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { presets } from "./presets.ts";
import { describe, phrases } from "./phrases.ts";
import { symbols } from "./present.ts";
import { answer, readouts } from "./readouts.ts";
import { STEPS_A_UNIT } from "./setting.ts";
import { view } from "./view.ts";

const isTank = (v: Setting) => v.plant === "heater";
const cartOnly = [
  "push",
  "poke",
  "poles",
  "noise",
  "lean",
  "limit",
  "place",
  "length",
  "expect",
  "gust",
  "span",
] as const;
const tankOnly = ["pour", "pole", "blur", "power", "warm", "stray", "minutes"] as const;
const away = (names: readonly (keyof Setting)[], idle: boolean) =>
  Object.fromEntries(names.map((name) => [name, idle]));

export default defineFigure({
  id: "control",
  title: "Keep it where you want it",
  params,
  idle: (v) => ({
    ...away(cartOnly, isTank(v)),
    ...away(tankOnly, !isTank(v)),
    ...(v.design !== "poles" && away(["poles", "pole"], true)),
    ...(v.sense !== "kalman" && away(["expect", "stray"], true)),
  }),
  presets,
  compute: run,
  length: (r) => r.L,
  rate: STEPS_A_UNIT,
  readouts,
  phrases,
  describe,
  laws: {
    poles: { label: "The poles of A + B K are where they were set", holds: polesAreThere },
    stable: {
      label: "(A + B K)ᵏ dies away exactly when all poles lie inside the unit circle",
      holds: (r) => diesAway(r),
    },
    separate: {
      label: "The poles of cart and filter together are those of A + B K and those of the filter",
      holds: (r) => separate(r),
    },
    riccati: {
      label: "The matrix P behind the LQR gain solves the Riccati equation",
      holds: (r) => riccati(r),
    },
    linear: {
      label: "Near its goal the real thing moves as A and B say",
      holds: nearlyLinear,
    },
    bounds: {
      label: "No input exceeds the motor, and what has fallen lies still",
      holds: (r) => withinBounds(r),
    },
  },
  symbols,
  equations: ["closed-loop"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer,
  source: [
    "src/figures/control/loop.ts#feedback",
    "src/figures/control/design.ts#design",
    "src/models/control.ts#closedLoop",
    "src/models/cartPole.ts#motion",
    "src/figures/control/loop.ts#estimate",
  ],
  view,
});
