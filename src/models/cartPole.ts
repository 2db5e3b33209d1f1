import { positive, vector } from "../numerics/check.ts";
import { fromRows, type Matrix } from "../numerics/matrix.ts";

/** A cart on a rail with a uniform rod hinged on it: masses in kg, lengths in m. */
export interface CartPole {
  readonly cart: number;
  readonly pole: number;
  /** From hinge to tip. */
  readonly length: number;
  readonly gravity: number;
  /** Viscous, of the cart in N·s/m and of the hinge in N·m·s. */
  readonly friction: number;
  readonly hinge: number;
}

/** Horizontal forces, in N, held over a step: on the cart and on the tip of the pole. */
export interface Forces {
  readonly cart: number;
  readonly tip: number;
}

/** What the equations of motion need: total mass, first moment and moment of inertia of the rod about the hinge. */
const inertia = (p: CartPole) => ({
  total: p.cart + p.pole,
  moment: (p.pole * p.length) / 2,
  rod: (p.pole * p.length ** 2) / 3,
});

/**
 * The motion of h = [position, velocity, angle, angular velocity], angle 0 upright and positive to the right (Florian,
 * Correct equations for the dynamics of the cart-pole system, 2007, with viscous friction). Returns a function that
 * moves h, a vector of 4, on by dt seconds with one step of Runge–Kutta's method of order 4. Throws on masses or
 * lengths that are not above 0.
 */
export function cartPole(p: CartPole): (h: Float64Array, forces: Forces, dt: number) => void {
  positive("cart", p.cart);
  positive("pole", p.pole);
  positive("length", p.length);
  const { total, moment, rod } = inertia(p);
  const slope = [0, 1, 2, 3].map(() => new Float64Array(4));
  const probe = new Float64Array(4);
  // #region motion
  /** h′: (M + m)ẍ + μ cos θ·θ̈ = F − bẋ + μ sin θ·θ̇² and μ cos θ·ẍ + Jθ̈ = μ g sin θ − cθ̇, solved for ẍ and θ̈. */
  function motion(h: Float64Array, { cart, tip }: Forces, out: Float64Array): void {
    const [sin, cos] = [Math.sin(h[2]!), Math.cos(h[2]!)];
    const along = cart + tip - p.friction * h[1]! + moment * sin * h[3]! ** 2;
    const around = moment * p.gravity * sin - p.hinge * h[3]! + p.length * cos * tip;
    const coupling = moment * cos;
    const determinant = total * rod - coupling * coupling;
    out[0] = h[1]!;
    out[1] = (rod * along - coupling * around) / determinant;
    out[2] = h[3]!;
    out[3] = (total * around - coupling * along) / determinant;
  }
  // #endregion
  const reach = (h: Float64Array, k: Float64Array, dt: number) => {
    for (let i = 0; i < 4; i++) probe[i] = h[i]! + dt * k[i]!;
    return probe;
  };
  // #region step
  return (h, forces, dt) => {
    const [k1, k2, k3, k4] = slope as [Float64Array, Float64Array, Float64Array, Float64Array];
    motion(h, forces, k1);
    motion(reach(h, k1, dt / 2), forces, k2);
    motion(reach(h, k2, dt / 2), forces, k3);
    motion(reach(h, k3, dt), forces, k4);
    for (let i = 0; i < 4; i++) h[i]! += (dt / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!);
  };
  // #endregion
}

/** Kinetic and potential energy in J, zero at rest with the pole level with the hinge: constant without friction and force. */
export function cartPoleEnergy(p: CartPole, h: Float64Array): number {
  vector("h", h, 4);
  const { total, moment, rod } = inertia(p);
  const [, v, angle, spin] = h as unknown as [number, number, number, number];
  const moving = total * v * v + 2 * moment * Math.cos(angle) * v * spin + rod * spin * spin;
  return moving / 2 + moment * p.gravity * Math.cos(angle);
}

/** The motion near upright, h′ = A h + B [force on the cart, force on the tip]: A 4×4, B 4×2. */
export function uprightCartPole(p: CartPole): { A: Matrix; B: Matrix } {
  const { total, moment, rod } = inertia(p);
  const determinant = total * rod - moment * moment;
  /** Accelerations of cart and pole from a force along the rail and a torque about the hinge. */
  const answer = (along: number, around: number) => [
    (rod * along - moment * around) / determinant,
    (total * around - moment * along) / determinant,
  ];
  const [dragX, dragAngle] = answer(-p.friction, 0);
  const [fallX, fallAngle] = answer(0, moment * p.gravity);
  const [rubX, rubAngle] = answer(0, -p.hinge);
  const [cartX, cartAngle] = answer(1, 0);
  const [tipX, tipAngle] = answer(1, p.length);
  return {
    A: fromRows([
      [0, 1, 0, 0],
      [0, dragX!, fallX!, rubX!],
      [0, 0, 0, 1],
      [0, dragAngle!, fallAngle!, rubAngle!],
    ]),
    B: fromRows([
      [0, 0],
      [cartX!, tipX!],
      [0, 0],
      [cartAngle!, tipAngle!],
    ]),
  };
}
