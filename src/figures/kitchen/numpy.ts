import { pyNumber } from "../../numpy/text.ts";
import { BYTES, cards, NUMBERS } from "./cards.ts";
import type { Setting } from "./params.ts";

function times(v: Setting): string {
  if (v.story === "seed")
    return `cook = ${pyNumber(v.cook)}  # minutes a stir\nwalk = lambda load: 0.0  # all is at hand`;
  if (v.story === "kitchen")
    return `cook = ${pyNumber(v.cook)}  # minutes for a dish in a step\nwalk = lambda load: ${pyNumber(v.far)}  # minutes, one way`;
  const { bandwidth, operations } = cards[v.card];
  return `bandwidth, operations = ${bandwidth}, ${operations}  # a second, at most
cook = 1e3 / dishes * ${NUMBERS} * ${v.work} / operations  # milliseconds for a tile in a step
walk = lambda load: load * 1e3 / dishes * ${BYTES} / bandwidth  # milliseconds, one way`;
}

/** Both timetables added up; prints the time step by step and then the fused one. */
export const numpy = (v: Setting): string => `import numpy as np

dishes, steps, counter = ${v.dishes}, ${v.steps}, ${v.story === "seed" ? v.dishes : v.counter}
${times(v)}


def total(passes, steps_a_pass):
    time = []
    for _ in range(passes):
        for first in range(0, dishes, counter):
            load = min(counter, dishes - first)
            time += [walk(load), cook * load * steps_a_pass, walk(load)]
    return np.sum(time)


print("step by step:", total(steps, 1))
print(total(1, ${v.story === "seed" ? "1" : "steps"}))${v.story === "seed" ? "  # the spices mixed: one stir" : ""}
`;
