import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  pathfinder: { label: "Pathfinder", set: {} },
  parted: { label: "Two paths", set: { joined: false } },
  pathx: { label: "Path-X", set: { task: "pathx" } },
  listops: { label: "ListOps", set: { task: "listops" } },
};
