import * as math from "mathjs";
import { Matrix as Peer } from "ml-matrix";
import { simulate } from "../../src/models/ssm.ts";
import { expm } from "../../src/numerics/expm.ts";
import { multiply, scale } from "../../src/numerics/linalg.ts";
import { fromRows } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { compare, measure } from "./compare.ts";

const random = generator(1);
const square = (n: number) =>
  Array.from({ length: n }, () => Array.from({ length: n }, () => random.normal()));

{
  const [a, b] = [square(64), square(64)];
  const [A, B] = [fromRows(a), fromRows(b)];
  const [P, Q] = [new Peer(a), new Peer(b)];
  compare("matrix product 64×64", {
    ours: () => multiply(A, B),
    peer: () => P.mmul(Q),
    peerName: "ml-matrix",
    aim: 2,
  });
}

{
  const entries = square(16);
  const A = fromRows(entries);
  const peer = math.matrix(entries);
  compare("expm 16×16", {
    ours: () => expm(A),
    peer: () => math.expm(peer),
    peerName: "mathjs",
    aim: 20,
  });
}

{
  // What every slider tick of a figure runs: 4 states, one input, one output, 512 steps. No peer.
  const A = scale(fromRows(square(4)), 0.2);
  const [B, C, D] = [[[1], [1], [1], [1]], [[1, 1, 1, 1]], [[0]]].map(fromRows);
  const u = fromRows(Array.from({ length: 512 }, () => [random.normal()]));
  const model = { A, B: B!, C: C!, D: D! };
  measure("simulate, 4 states, 512 steps", () => simulate(model, u), {
    of: (seconds) => 0.3e-3 / seconds,
    unit: "times within 0.3 ms",
    aim: 1,
  });
}
