import FFT from "fft.js";
import { complexZeros } from "../../src/numerics/complex.ts";
import { realFft } from "../../src/numerics/fft.ts";
import { generator } from "../../src/numerics/random.ts";
import { compare } from "./compare.ts";

const random = generator(2);
const x = Float64Array.from({ length: 4096 }, () => random.normal());

{
  const peer = new FFT(4096);
  const input = Array.from(x);
  const spectrum = complexZeros(2049);
  const output = peer.createComplexArray();
  compare("real FFT 4,096", {
    ours: () => realFft(x, spectrum),
    peer: () => peer.realTransform(output, input),
    peerName: "fft.js",
    aim: 0.9,
  });
}
