import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cartPole,
  cartPoleEnergy,
  uprightCartPole,
  type CartPole,
} from "../../src/models/cartPole.ts";
import { expectClose } from "../near.ts";

const plain: CartPole = { cart: 1, pole: 0.2, length: 1, gravity: 9.81, friction: 0, hinge: 0 };
const none = { cart: 0, tip: 0 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyPlant: fc.Arbitrary<CartPole> = fc.record({
  cart: between(0.2, 5),
  pole: between(0.05, 2),
  length: between(0.2, 2),
  gravity: fc.constant(9.81),
  friction: between(0, 2),
  hinge: between(0, 0.1),
});
const anyState = fc
  .tuple(between(-2, 2), between(-2, 2), between(-3, 3), between(-4, 4))
  .map((h) => Float64Array.from(h));

/** h after `seconds` without force. */
function after(p: CartPole, from: ArrayLike<number>, seconds: number, dt = 0.001, forces = none) {
  const move = cartPole(p);
  const h = Float64Array.from(from);
  for (let t = 0; t < Math.round(seconds / dt); t++) move(h, forces, dt);
  return h;
}

test("without friction and force, energy is conserved", () =>
  fc.assert(
    fc.property(anyPlant, anyState, (p, h) => {
      const free = { ...p, friction: 0, hinge: 0 };
      const before = cartPoleEnergy(free, h);
      const size = Math.abs(before) + p.pole * p.gravity * p.length;
      const end = cartPoleEnergy(free, after(free, h, 0.5, 0.0005));
      expect(Math.abs(end - before) / size).toBeLessThan(1e-7);
    }),
    { numRuns: 25 },
  ));

test("without a force along the rail, momentum is conserved; friction takes energy and never gives", () =>
  fc.assert(
    fc.property(anyPlant, anyState, (p, h) => {
      const momentum = ([, v, angle, spin]: Float64Array) =>
        (p.cart + p.pole) * v! + ((p.pole * p.length) / 2) * Math.cos(angle!) * spin!;
      const free = { ...p, friction: 0 };
      expect(momentum(after(free, h, 0.3))).toBeCloseTo(momentum(h), 6);
      const loss = cartPoleEnergy(p, h) - cartPoleEnergy(p, after(p, h, 0.3));
      expect(loss).toBeGreaterThan(-1e-6);
    }),
    { numRuns: 25 },
  ));

test("the energy that forces bring in is force times way, of the cart and of the tip", () =>
  fc.assert(
    fc.property(anyPlant, anyState, between(-9, 9), between(-9, 9), (p, h, cart, tip) => {
      const free = { ...p, friction: 0, hinge: 0 };
      const tipAt = (s: Float64Array) => s[0]! + p.length * Math.sin(s[2]!);
      const end = after(free, h, 0.2, 0.0005, { cart, tip });
      const work = cart * (end[0]! - h[0]!) + tip * (tipAt(end) - tipAt(h));
      const gained = cartPoleEnergy(free, end) - cartPoleEnergy(free, h);
      const size = 1 + Math.abs(work) + Math.abs(cartPoleEnergy(free, h));
      expect(Math.abs(gained - work) / size).toBeLessThan(1e-6);
    }),
    { numRuns: 25 },
  ));

test("the linear model is the slope of the motion at rest upright", () =>
  fc.assert(
    fc.property(anyPlant, (p) => {
      const { A, B } = uprightCartPole(p);
      const tiny = 1e-5;
      const dt = 1e-6;
      const slope = (h: number[], forces = none) => {
        const end = after(p, h, dt, dt, forces);
        return end.map((x, i) => (x - h[i]!) / dt / tiny);
      };
      const scale = 1 + Math.max(...A.data.map(Math.abs), ...B.data.map(Math.abs));
      for (let j = 0; j < 4; j++) {
        const h = [0, 0, 0, 0];
        h[j] = tiny;
        slope(h).forEach((x, i) =>
          expect(Math.abs(x - A.data[4 * i + j]!) / scale).toBeLessThan(1e-4),
        );
      }
      for (const [j, forces] of [
        [0, { cart: tiny, tip: 0 }],
        [1, { cart: 0, tip: tiny }],
      ] as const)
        slope([0, 0, 0, 0], forces).forEach((x, i) =>
          expect(Math.abs(x - B.data[2 * i + j]!) / scale).toBeLessThan(1e-4),
        );
    }),
    { numRuns: 25 },
  ));

test("published: the uniform rod falls at g sin θ / (ℓ(4/3 − m cos²θ/(M+m))), ℓ half its length (Florian 2007, equation 23)", () => {
  const h = after(plain, [0, 0, 0.3, 0], 1e-6, 1e-6);
  const expected =
    (9.81 * Math.sin(0.3)) / (0.5 * (4 / 3 - (0.2 * Math.cos(0.3) ** 2) / (1 + 0.2)));
  expectClose([h[3]! / 1e-6], [expected], 1e-6);
});

test("left alone, a pole that leans falls the way it leans, and one that hangs swings", () => {
  for (const side of [1, -1]) {
    const h = after(plain, [0, 0, side * 0.02, 0], 1.5);
    expect(side * h[2]!).toBeGreaterThan(Math.PI / 2);
  }
  const swung = after(plain, [0, 0, Math.PI - 0.1, 0], 3);
  expect(Math.abs(swung[2]! - Math.PI)).toBeLessThan(0.1001);
});

test("a cart or pole without mass or length is refused by name", () => {
  for (const name of ["cart", "pole", "length"] as const)
    expect(() => cartPole({ ...plain, [name]: 0 })).toThrow(`${name} must be`);
});
