import kalmanFilter, { type State } from "kalman-filter";
import { kalmanStep, type KalmanModel, startFilter } from "../../src/models/kalman.ts";
import { multiply, scale, transpose } from "../../src/numerics/linalg.ts";
import { fromRows, identity, toRows, zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { compare } from "./compare.ts";

const { KalmanFilter } = kalmanFilter;

/** A dense, stable model of n states, one of them measured: no zeros to profit from. */
function denseModel(n: number): KalmanModel {
  const random = generator(n);
  const W = zeros(n, n);
  for (let i = 0; i < n * n; i++) W.data[i] = random.normal();
  const turn = zeros(n, n);
  for (let i = 0; i < n * n; i++) turn.data[i] = (0.9 * W.data[i]!) / (2 * Math.sqrt(n));
  return {
    A: turn,
    C: fromRows([Array.from({ length: n }, () => random.normal())]),
    Q: scale(multiply(W, transpose(W)), 0.1),
    R: fromRows([[0.5]]),
    m0: new Float64Array(n),
    P0: identity(n),
  };
}

/** One predict and one update of both, on the same model and measurements; they must agree before they are timed. */
function bench(name: string, model: KalmanModel): void {
  const n = model.A.rows;
  const random = generator(1);
  const z = Array.from({ length: 64 }, () => random.normal());
  const flat = z.map((x) => Float64Array.of(x));
  const nested = z.map((x) => [x]);
  const peer = new KalmanFilter({
    observation: {
      dimension: 1,
      stateProjection: toRows(model.C),
      covariance: toRows(model.R),
    },
    dynamic: {
      dimension: n,
      transition: toRows(model.A),
      covariance: toRows(model.Q),
      init: { mean: Array.from({ length: n }, () => [0]), covariance: toRows(model.P0), index: 0 },
    },
  });
  const state = startFilter(model);
  state.steps = 1; // the peer predicts before its first update too
  let [i, j] = [0, 0];
  let previous: State | undefined;
  const stepOurs = () => kalmanStep(state, model, flat[i++ & 63]!);
  const stepPeer = () =>
    (previous = peer.filter({
      ...(previous ? { previousCorrected: previous } : {}),
      observation: nested[j++ & 63]!,
    }));
  for (let k = 0; k < 64; k++) {
    stepOurs();
    const { mean } = stepPeer();
    for (let s = 0; s < n; s++)
      if (!(Math.abs(mean[s]![0]! - state.mean[s]!) < 1e-8))
        throw new Error(`step ${k}: ${state.mean[s]} is not the peer's ${mean[s]![0]}`);
  }
  compare(`Kalman filter step, ${name}`, {
    ours: stepOurs,
    peer: stepPeer,
    peerName: "kalman-filter",
    aim: 50,
  });
}

/** Position and velocity along each of n/2 axes, the first position measured: the trackers people write, mostly zeros. */
function trackingModel(n: number): KalmanModel {
  const A = identity(n);
  for (let i = 0; i < n; i += 2) A.data[i * n + i + 1] = 0.1;
  for (let i = 0; i + 3 < n; i += 2) A.data[i * n + i + 2] = 0.05; // axes coupled, so that one measurement sees all
  const C = zeros(1, n);
  C.data[0] = 1;
  return { ...denseModel(n), A: scale(A, 0.98), C };
}

bench("2 states", denseModel(2));
bench("8 states, dense", denseModel(8));
bench("8 states, tracking", trackingModel(8));
