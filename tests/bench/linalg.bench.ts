import { Matrix as Peer } from "ml-matrix";
import { multiply } from "../../src/numerics/linalg.ts";
import { fromRows } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { compare } from "./compare.ts";

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
