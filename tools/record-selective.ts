// Trains the small S6 that the figure selective-state opens, on copying with random spacing, and writes its weights where the figure
// finds them: npx tsx tools/record-selective.ts. The same numbers on every machine: some ten seconds on one core.
import { writeFileSync } from "node:fs";
import { heldOut, stackFrom, TASK } from "../src/figures/selective-state/trained.ts";
import { trainerDefaults } from "../src/models/train/options.ts";
import { newTrainer } from "../src/models/train/trainer.ts";
import { halfBits } from "./halfBits.ts";

const options = { ...trainerDefaults, ...TASK, core: "s6" } as const;
const trainer = newTrainer(options);
for (let k = 0; k < options.steps; k++) trainer.step();

const weights = Buffer.from(
  Uint16Array.from(trainer.checkpoint().weights, halfBits).buffer,
).toString("base64");
const { seed, lr, batch, steps } = options;
const right = heldOut(stackFrom(weights), 2000, 1);
const record = { seed, lr, batch, steps, parameters: trainer.parameters, right, weights };
const file = "src/figures/selective-state/trained.json";
writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
console.log(`${(100 * right).toFixed(2)} % of the answers to 2,000 rows are right: ${file}`);
