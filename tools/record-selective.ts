// Trains the small S6 that the figure selective-state opens, on copying with random spacing, and writes its weights where the figure
// finds them: npx tsx tools/record-selective.ts. The same numbers on every machine: some ten seconds on one core.
import { writeFileSync } from "node:fs";
import { heldOut, stackFrom, TASK } from "../src/figures/selective-state/trained.ts";
import { trainerDefaults } from "../src/models/train/options.ts";
import { newTrainer } from "../src/models/train/trainer.ts";

const options = { ...trainerDefaults, ...TASK, core: "s6" } as const;
const trainer = newTrainer(options);
for (let k = 0; k < options.steps; k++) trainer.step();

/** The nearest number of IEEE 754 binary16, as its bits; a row of a model has none beyond its range. */
function bitsOf(x: number): number {
  const size = Math.abs(x);
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-9)));
  const steps = Math.round(size * 2 ** (10 - exponent));
  // From 1024 steps on the exponent counts; 2048 of them carry into the next one.
  const bits = steps < 1024 ? steps : (exponent + 14) * 1024 + steps;
  return (x < 0 ? 0x8000 : 0) | bits;
}

const weights = Buffer.from(Uint16Array.from(trainer.checkpoint().weights, bitsOf).buffer).toString(
  "base64",
);
const { seed, lr, batch, steps } = options;
const right = heldOut(stackFrom(weights), 2000, 1);
const record = { seed, lr, batch, steps, parameters: trainer.parameters, right, weights };
const file = "src/figures/selective-state/trained.json";
writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
console.log(`${(100 * right).toFixed(2)} % of the answers to 2,000 rows are right: ${file}`);
