import * as tf from "@tensorflow/tfjs";
import { fillBatch, newBatch } from "../../src/models/train/copying.ts";
import { trainerDefaults } from "../../src/models/train/options.ts";
import { newTrainer } from "../../src/models/train/trainer.ts";
import { generator } from "../../src/numerics/random.ts";
import { compare } from "./compare.ts";
import { tfTrainer } from "./trainPeer.ts";

// The same model was not built in jax-js: it has no scan, and every use of an array consumes it.
await tf.setBackend("cpu");

for (const core of ["s6", "s4d"] as const) {
  const options = { ...trainerDefaults, core, spacing: "random" } as const;
  const ours = newTrainer(options);
  const batch = newBatch(options, options.batch);
  fillBatch(batch, options, generator(options.seed + 1)); // the batch that the trainer draws first
  const peer = tfTrainer(ours, batch);
  const [mine, theirs] = [newTrainer(options).step().loss, peer()];
  if (!(Math.abs(mine - theirs) < 1e-4))
    throw new Error(`tfjs computes another loss: ${theirs}, not ${mine}`);
  compare(`training step, ${core}, ${ours.parameters} parameters, batch 32 × 19`, {
    ours: () => ours.step(),
    peer,
    peerName: "tfjs (cpu, float32)",
    aim: 10,
    rounds: 11,
  });
}

for (const spacing of ["random", "fixed"] as const) {
  const begin = performance.now();
  const reached = (["s6", "s4d"] as const).map((core) => {
    const trainer = newTrainer({ ...trainerDefaults, core, spacing });
    let right = 0;
    for (let k = 0; k < 500; k++) {
      const { accuracy } = trainer.step();
      if (k >= 400) right += accuracy / 100;
    }
    return `${core} ${right.toFixed(3)}`;
  });
  const seconds = (performance.now() - begin) / 1000;
  console.log(
    `500 steps of both sides on one thread, ${spacing} spacing: ${seconds.toFixed(1)} s (aim 20 in two workers); right in the last 100: ${reached.join(", ")}`,
  );
}
