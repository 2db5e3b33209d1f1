import { pyMatrix, pyNumber } from "../../numpy/text.ts";
import { toRows } from "../../numerics/matrix.ts";
import { drawNoise } from "./loop.ts";
import type { Setting } from "./params.ts";
import { bodyOf } from "./plant.ts";
import type { Run } from "./compute.ts";
import { DEGREE, RAIL } from "./setting.ts";

/** A long vector as a NumPy array; zeros where all are zero. */
function pyVector(x: Float64Array, name: string): string {
  if (x.every((v) => v === 0)) return `${name} = np.zeros(${x.length})`;
  const rows: string[] = [];
  for (let i = 0; i < x.length; i += 6)
    rows.push(`    ${Array.from(x.subarray(i, i + 6), pyNumber).join(", ")}`);
  return `${name} = np.array([\n${rows.join(",\n")},\n])`;
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
def move(h, force, tip, dt):  # exact for heat held over the step
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

/** The closed loop as a NumPy script that prints its poles, how it ends, and the last angle or temperature. */
export function numpy(v: Setting, r: Run): string {
  const { plant: p, L } = r;
  const cart = v.plant === "cart";
  const { n } = drawNoise(p, v, L);
  const kalman = r.gain ? `gain = ${pyMatrix(toRows(r.gain))}  # steady-state Kalman gain\n` : "";
  return `import numpy as np

A = ${pyMatrix(toRows(p.A))}
B = ${pyMatrix(toRows(p.B))}
C = ${pyMatrix(toRows(p.C))}
K = ${pyMatrix(toRows(r.K))}
${kalman}print("poles of A + B K:", np.linalg.eigvals(A + B @ K))

dt, parts, steps = ${pyNumber(p.dt)}, ${p.parts}, ${L}
goal, hold = np.array([${Array.from(p.goal, pyNumber).join(", ")}]), ${pyNumber(p.hold)}
${cart ? cartMotion(v.length) : heaterMotion}
${pyVector(r.v, "push")}  # not known to the controller
${pyVector(r.poke, "poke")}
${pyVector(n, "noise")}.reshape(steps, ${p.C.rows})

def start(z):
    return np.array(${cart ? "[z[0], 0, z[1], 0]" : "[z[0]]"})

h = np.array([${Array.from(p.start, pyNumber).join(", ")}])
fell = None
for t in range(steps):
    z = C @ h + noise[t]
    if t == 0:
        last = z
    hhat = ${see[v.sense](cart)}
    last = z
    u = np.clip(hold + (K @ (hhat - goal))[0], ${pyNumber(p.low)}, ${pyNumber(p.high)})
    prior = goal + A @ (hhat - goal) + B[:, 0] * (u - hold)
    for part in range(parts):
        if fell is None and t < steps - 1:
            h = move(h, u + push[t], poke[t], dt / parts)
            if ${cart ? `abs(h[2]) >= np.pi / 2 or abs(h[0]) >= ${RAIL}` : "False"}:
                fell = t + (part + 1) / parts

print("lost after:", None if fell is None else fell * dt, "s")
print(${cart ? `h[2] / ${DEGREE}` : "h[0]"})
`;
}
