import { pyNumber } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** How a stretch begins, what a book is, how two are joined, and the state in what is held. */
function ruleIn(task: Setting["task"], a: number, b: number): string {
  const [A, B] = [pyNumber(a), pyNumber(b)];
  const plain = (join: string, begin = "u") => `def begin(u):
    return ${begin}


def book(u):
    return u


def join(h, u):
    return ${join}


def state(h):
    return h
`;
  switch (task) {
    case "each":
      return plain("u * u", "u * u");
    case "sum":
      return plain("h + u");
    case "max":
      return plain("max(h, u)");
    case "tanh":
      return plain(`np.tanh(${A} * h + ${B} * u)`, `np.tanh(${B} * u)`);
    case "ssm":
      return `def begin(u):
    return ${A}, ${B} * u


book = begin


def join(one, two):
    (a1, b1), (a2, b2) = one, two
    return a2 * a1, a2 * b1 + b2


def state(pair):
    return pair[1]
`;
  }
}

const alone = `held, steps = begin(u[0]), 0
result = [state(held)]
for x in u[1:]:
    held, steps = join(held, book(x)), steps + 1
    result.append(state(held))
`;

const apart = `result = []
for part in parts:  # all at once, none knows what came before
    held = begin(part[0])
    result.append(state(held))
    for x in part[1:]:
        held = join(held, book(x))
        result.append(state(held))
steps = chunk - 1
`;

const each = `result = [begin(x) for x in u]  # in any order, by anyone
steps = chunk
`;

const shared = `summaries = []
for part in parts[:-1]:  # first pass, all at once
    held = begin(part[0])
    for x in part[1:]:
        held = join(held, book(x))
    summaries.append(held)
for j in range(1, len(summaries)):  # the carry, one after the other
    summaries[j] = join(summaries[j - 1], summaries[j])
result = []
for j, part in enumerate(parts):  # second pass, all at once
    held = begin(part[0]) if j == 0 else join(summaries[j - 1], book(part[0]))
    result.append(state(held))
    for x in part[1:]:
        held = join(held, book(x))
        result.append(state(held))
steps = (chunk - 1) + (len(parts) - 2) + chunk
`;

/** The present plan on the present books; prints the time steps and the last result. */
export function numpy(v: Setting, r: Run): string {
  const plan = { each, alone, waiting: alone, shared, apart }[r.way];
  return `import numpy as np

u = [${r.books.join(", ")}]
chunk = ${r.chunk}  # books for each of ${r.used} helpers
parts = [u[i : i + chunk] for i in range(0, len(u), chunk)]


${ruleIn(v.task, v.a, v.b)}

${plan}
print("time steps:", steps)
print("results:", np.array(result, dtype=float))
print(float(result[-1]))
`;
}
