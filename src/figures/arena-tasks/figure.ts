import { defineFigure } from "../../kit/figure.ts";
import { run, SWEEP, type Run } from "./compute.ts";
import { joinedIsAnswer, rowsInTurn, stackIsRight } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { view } from "./view.ts";

const lengthOf = (r: Run) => 1 + (r.list ? r.L : SWEEP);

export default defineFigure({
  id: "arena-tasks",
  title: "Tasks of the arena",
  params,
  idle: ({ task }) => ({ joined: task === "listops", depth: task !== "listops" }),
  presets,
  compute: run,
  length: lengthOf,
  clock: (r) => (r.list ? "atToken" : "atRow"),
  rate: 8,
  readouts,
  phrases,
  describe,
  laws: {
    joined: {
      label: "One can go from dot to dot over narrow gaps just where the answer is yes",
      holds: joinedIsAnswer,
    },
    stack: {
      label: "A stack that reads token by token gives the list’s value",
      holds: stackIsRight,
    },
    rows: { label: "The sequence is the picture, row after row", holds: rowsInTurn },
  },
  symbols: (r, _, t) => ({ L: r.L, t: Math.floor(t) }),
  equations: [],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "answer",
  source: ["src/figures/arena-tasks/paths.ts#joins", "src/figures/arena-tasks/lists.ts#read"],
  view,
});

function describe(r: Run, v: Setting, t: number): Phrase {
  const over = t >= lengthOf(r) - 1;
  if (r.list) return over ? "listed" : "listening";
  if (!over) return "reading";
  return v.joined ? "joined" : "parted";
}
