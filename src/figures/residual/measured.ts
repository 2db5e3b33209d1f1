import json from "./measured.json" with { type: "json" };

/** What tools/record-residual.ts counted on 180 recordings that were neither trained nor chosen on. */
export const measured = json;
