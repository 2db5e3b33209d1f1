import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";

export const params = {
  task: choice({
    label: "Task",
    options: { pathfinder: "Pathfinder, 32 × 32", pathx: "Path-X, 128 × 128", listops: "ListOps" },
    initial: "pathfinder",
  }),
  joined: toggle({ label: "A path joins the dots", initial: true }),
  depth: number({ label: "brackets within brackets", min: 1, max: 4, step: 1, initial: 3 }),
  seed: seed({ label: "Seed of the example", initial: 4 }),
};

export type Setting = Values<typeof params>;
