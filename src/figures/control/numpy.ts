import { pyNormals } from "../../numpy/pieces.ts";
import { pyMatrix, pyNumber } from "../../numpy/text.ts";
import { toRows } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";
import { bodyOf } from "./plant.ts";
import type { Run } from "./compute.ts";
import { DEGREE, RAIL } from "./setting.ts";

const list = (x: ArrayLike<number>) => `[${Array.from(x, pyNumber).join(", ")}]`;

/** A force at each step as NumPy source: its few pushes, on them what is drawn. */
function pushed(name: string, x: Float64Array, gust = ""): string {
  const at = Array.from(x, (_, t) => t).filter((t) => x[t] !== 0);
  const put = at.length > 0 ? `\n${name}[${list(at)}] = ${list(at.map((t) => x[t]!))}` : "";
  return `${name} = ${gust || "np.zeros(steps)"}${put.replace("] =", gust ? "] +=" : "] =")}`;
}

/** What happens to this run: pushes, and noise from the course's own generator. */
function happens({ plant: p }: Run, v: Setting): string {
  const noisy = v.sense !== "full" && p.noise > 0;
  const cart = v.plant === "cart";
  const draws = `
${pyNormals}

_, normal = generator(${v.seed})
noise = np.array([normal() for _ in range(steps * ${p.C.rows})]).reshape(steps, -1) * ${list(p.spread.map((s) => s * p.noise))}
`;
  const gust = p.gust > 0 ? `${pyNumber(p.gust)} * np.array([normal() for _ in range(steps)])` : "";
  return `${noisy || gust ? draws : ""}${pushed("push", p.pushed, gust)}  # not known to the controller
${cart ? pushed("poke", p.poked) : ""}`;
}

const cartMotion = (length: number) => {
  const p = bodyOf(length);
  return `m, length, g, b, c = ${p.pole}, ${pyNumber(p.length)}, ${p.gravity}, ${p.friction}, ${p.hinge}
total, mu, J = ${p.cart} + m, m * length / 2, m * length**2 / 3

def motion(h, force, tip):
    x, speed, angle, spin = h
    s, co = np.sin(angle), np.cos(angle)
    along = force + tip - b * speed + mu * s * spin**2
    around = mu * g * s - c * spin + length * co * tip
    det = total * J - (mu * co) ** 2
    return np.array([speed, (J * along - mu * co * around) / det, spin, (total * around - mu * co * along) / det])

def move(h, force, tip, dt):  # Runge-Kutta, order 4
    k1 = motion(h, force, tip)
    k2 = motion(h + dt / 2 * k1, force, tip)
    k3 = motion(h + dt / 2 * k2, force, tip)
    k4 = motion(h + dt * k3, force, tip)
    return h + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
`;
};

const heaterMotion = `
def move(h, force):  # exact for heat held over the step
    return goal + A[0] * (h - goal) + B[:, 0] * (force - hold)
`;

const see = {
  full: () => "h.copy()  # the controller sees the state itself",
  raw: (cart: boolean) =>
    cart
      ? "np.array([z[0], (z[0] - last[0]) / dt, z[1], (z[1] - last[1]) / dt])  # speeds by difference"
      : "z.copy()",
  kalman: () => "prior + gain @ (z - C @ prior) if t > 0 else start(z)",
};

/** One step of the world after another until it is lost. The cart alone has a rod that falls and a rail that ends. */
const world = (cart: boolean) =>
  cart
    ? `        for part in range(parts):
            if fell is None and t < steps - 1:
                h = move(h, u + push[t], poke[t], dt / parts)
                if abs(h[2]) >= np.pi / 2 or abs(h[0]) >= ${RAIL}:
                    fell = t + (part + 1) / parts
    return h, fell`
    : `        if t < steps - 1:
            h = move(h, u + push[t])
    return h`;

/** The closed loop as a NumPy script that prints its poles, how it ends, and the last angle or temperature. */
export function numpy(v: Setting, r: Run): string {
  const { plant: p, L } = r;
  const cart = v.plant === "cart";
  const full = v.sense === "full";
  const noisy = !full && p.noise > 0;
  const goal = `goal + A @ (hhat - goal) + B[:, 0] * (u - hold)`;
  return `${noisy || p.gust > 0 ? "import math\n" : ""}import numpy as np

dt, steps = ${pyNumber(p.dt)}, ${L}${cart ? `\nparts = ${p.parts}  # of a step` : "  # a step is a minute"}
A = ${pyMatrix(toRows(p.A))}
B = ${pyMatrix(toRows(p.B))}
${full ? "" : `C = ${pyMatrix(toRows(p.C))}\n`}K = ${pyMatrix(toRows(r.K))}
${r.gain ? `gain = ${pyMatrix(toRows(r.gain))}  # steady-state Kalman gain\n` : ""}goal, hold = np.array(${list(p.goal)}), ${pyNumber(p.hold)}
${cart ? cartMotion(v.length) : heaterMotion}
${r.gain ? `def start(z):\n    return np.array(${cart ? "[z[0], 0, z[1], 0]" : "[z[0]]"})\n\n` : ""}def run(h):
${cart ? "    fell = None\n" : ""}    for t in range(steps):
${full ? "" : `        z = C @ h${noisy ? " + noise[t]" : ""}\n`}${v.sense === "raw" && cart ? "        last = z if t == 0 else last\n" : ""}        hhat = ${see[v.sense](cart)}
${v.sense === "raw" && cart ? "        last = z\n" : ""}        u = np.clip(hold + (K @ (hhat - goal))[0], ${pyNumber(p.low)}, ${pyNumber(p.high)})
${r.gain ? `        prior = ${goal}\n` : ""}${world(cart)}

${happens(r, v)}
print("poles of A + B K:", np.linalg.eigvals(A + B @ K))
${
  cart
    ? `h, fell = run(np.array(${list(p.start)}))
print("lost after:", None if fell is None else fell * dt, "s")
print(h[2] / ${DEGREE})`
    : `print(run(np.array(${list(p.start)}))[0])`
}
`;
}
