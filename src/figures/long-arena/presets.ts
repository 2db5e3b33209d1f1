import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const claim = (id: string): Partial<Setting> => ({ show: "claims", claim: id });

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  average: { label: "The average", set: {} },
  pathx: { label: "Path-X, 16,384 steps", set: { sort: "pathx" } },
  listops: { label: "ListOps, the task nobody solves", set: { sort: "listops", group: "all" } },
  spaces: { label: "State space models only", set: { group: "ssm" } },
  again: { label: "The same Transformer, run again", set: { sort: "retrieval", model: "again" } },
  claims: { label: "S4's own claims, with conditions", set: claim("pathx") },
  all: { label: "All rows", set: { group: "all" }, lesson: true },
  transformer: { label: "The Transformer", set: { model: "transformer" }, lesson: true },
  pathxFailed: {
    label: "The Transformer on Path-X",
    set: { sort: "pathx", model: "transformer" },
    lesson: true,
  },
  first: { label: "S4 as first published", set: { model: "s4first" }, lesson: true },
  mega: { label: "Mega: attention with a moving average", set: { model: "mega" }, lesson: true },
  cifar: { label: "Claim: sequential CIFAR", set: claim("cifar"), lesson: true },
  speech: { label: "Claim: raw speech", set: claim("speech"), lesson: true },
  lssl: { label: "Claim: faster than LSSL", set: claim("lsslTime"), lesson: true },
  lsslMemory: { label: "Claim: less memory than LSSL", set: claim("lsslMemory"), lesson: true },
  speed: { label: "Claim: faster than a Transformer", set: claim("speed"), lesson: true },
  memory: { label: "Claim: less memory", set: claim("memory"), lesson: true },
  generation: { label: "Claim: generation", set: claim("generation"), lesson: true },
  wikitext: { label: "Claim: WikiText-103", set: claim("wikitext"), lesson: true },
  mnist: { label: "Claim: random A to HiPPO", set: claim("mnist"), lesson: true },
};
