import * as tf from "@tensorflow/tfjs";
import type { Batch } from "../../src/models/train/copying.ts";
import type { Trainer } from "../../src/models/train/trainer.ts";
import { tensorSpecs } from "../../src/models/mamba/weights.ts";

type T = tf.Tensor;

/**
 * The same one-layer model as `trainer` in tfjs (cpu, float32), from the weights it has now: one call is one step of Adam on the batch
 * and returns the loss before it. As there, only the answers go through the head; of the rest, each operation takes the whole batch.
 */
export function tfTrainer({ model, options }: Trainer, batch: Batch): () => number {
  const { L, K, V, batch: rows, core, lr } = options;
  const { shape, store } = model;
  const steps = L + K;
  const variables = Object.fromEntries(
    tensorSpecs(shape).map(({ name, shape: dims }) => [
      name.replace(/^.*\b(mixer|backbone|layers\.0)\./, ""),
      tf.variable(tf.tensor(Float32Array.from(store.tensors[name]!), dims)),
    ]),
  );
  const w = (name: string) => variables[name]!;
  const ids = tf.tensor1d(Int32Array.from(batch.inputs.flatMap((row) => [...row])), "int32");
  const answers = batch.targets.flatMap((row) => [...row.subarray(L)]);
  const wanted = tf.oneHot(tf.tensor1d(Int32Array.from(answers), "int32"), V);
  const { d, E, N, R, taps, eps } = shape;

  const norm = (x: T, weight: T) =>
    tf.mul(tf.mul(x, tf.rsqrt(tf.add(tf.mean(tf.square(x), 1, true), eps))), weight);
  const through = (x: T, weight: T) => tf.matMul(x, weight, false, true);
  const silu = (x: T) => tf.mul(x, tf.sigmoid(x));
  const bySteps = (x: T, width: number) => tf.reshape(x, [rows, steps, width]);

  function loss(): T {
    const stream = tf.gather(w("embeddings.weight"), ids);
    const [x, z] = tf.split(through(norm(stream, w("norm.weight")), w("in_proj.weight")), 2, 1);
    const past = tf.pad(bySteps(x!, E), [
      [0, 0],
      [taps - 1, 0],
      [0, 0],
    ]);
    let conv = w("conv1d.bias");
    tf.unstack(tf.reshape(w("conv1d.weight"), [E, taps]), 1).forEach((tap, k) => {
      conv = tf.add(conv, tf.mul(tf.slice(past, [0, k, 0], [rows, steps, E]), tap));
    });
    const u = silu(conv);
    const y = tf.add(core === "s6" ? selective(u) : convolved(u), tf.mul(w("D"), u));
    const gated = tf.mul(tf.reshape(y, [rows * steps, E]), silu(z!));
    const after = bySteps(tf.add(stream, through(gated, w("out_proj.weight"))), d);
    const asked = tf.reshape(tf.slice(after, [0, L, 0], [rows, K, d]), [rows * K, d]);
    const logits = tf.add(
      through(norm(asked, w("norm_f.weight")), w("lm_head.weight")),
      w("lm_head.bias"),
    );
    return tf.losses.softmaxCrossEntropy(wanted, logits);
  }

  /** S6, token by token: tfjs has no scan. */
  function selective(u: T): T {
    const flat = tf.reshape(u, [rows * steps, E]);
    const [low, B, C] = tf.split(through(flat, w("x_proj.weight")), [R, N, N], 1);
    const delta = tf.softplus(tf.add(through(low!, w("dt_proj.weight")), w("dt_proj.bias")));
    const A = tf.neg(tf.exp(w("A_log")));
    const parts = (x: T, width: number) => tf.unstack(bySteps(x, width), 1);
    const [ds, us, Bs, Cs] = [parts(delta, E), parts(u, E), parts(B!, N), parts(C!, N)];
    let h: T | undefined;
    return tf.stack(
      ds.map((dt, t) => {
        const pushed = tf.mul(tf.expandDims(tf.mul(dt, us[t]!), 2), tf.expandDims(Bs[t]!, 1));
        h = h ? tf.add(tf.mul(tf.exp(tf.mul(tf.expandDims(dt, 2), A)), h), pushed) : pushed;
        return tf.sum(tf.mul(h, tf.expandDims(Cs[t]!, 1)), 2);
      }),
      1,
    );
  }

  /** S4D as a convolution, a shifted sum for each lag. */
  function convolved(u: T): T {
    const dt = tf.expandDims(tf.exp(w("log_dt")), 1);
    const [re, im] = [tf.neg(tf.exp(w("log_minus_re"))), w("im")];
    const [x, y] = [tf.mul(dt, re), tf.mul(dt, im)];
    const [a, b] = [tf.sub(tf.mul(tf.exp(x), tf.cos(y)), 1), tf.mul(tf.exp(x), tf.sin(y))];
    const below = tf.add(tf.square(re), tf.square(im));
    const gRe = tf.div(tf.add(tf.mul(a, re), tf.mul(b, im)), below);
    const gIm = tf.div(tf.sub(tf.mul(b, re), tf.mul(a, im)), below);
    const cRe = tf.sub(tf.mul(w("C_re"), gRe), tf.mul(w("C_im"), gIm));
    const cIm = tf.add(tf.mul(w("C_re"), gIm), tf.mul(w("C_im"), gRe));
    const l = tf.reshape(tf.range(0, steps), [steps, 1, 1]);
    const turned = tf.sub(tf.mul(cRe, tf.cos(tf.mul(l, y))), tf.mul(cIm, tf.sin(tf.mul(l, y))));
    const kernel = tf.mul(tf.sum(tf.mul(tf.exp(tf.mul(l, x)), turned), 2), 2);
    const past = tf.pad(u, [
      [0, 0],
      [steps - 1, 0],
      [0, 0],
    ]);
    return tf
      .unstack(kernel, 0)
      .map((k, lag) => tf.mul(tf.slice(past, [0, steps - 1 - lag, 0], [rows, steps, E]), k))
      .reduce((sum, part) => tf.add(sum, part));
  }

  const adam = tf.train.adam(lr, 0.9, 0.98, 1e-8);
  return () => tf.tidy(() => adam.minimize(loss, true, Object.values(variables)).dataSync()[0]!);
}
