import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

const numpyRuns = (python: string) => spawnSync(python, ["-c", "import numpy"]).status === 0;
/** A Python that has NumPy, if there is one here. */
export const python: string | undefined = ["python3", "/usr/bin/python3"].find(numpyRuns);

/** Runs each script that it is told of and says how that ended; each finds NumPy saying what it says anew. */
const LOOP = `import numpy, runpy, sys, traceback
said_of = numpy.geterr()
for line in sys.stdin:
    said, end = line.rstrip("\\n").split("\\t")
    numpy.seterr(**said_of)
    try:
        runpy.run_path(said)
        status = 0
    except BaseException:
        traceback.print_exc(file=sys.stdout)
        status = 1
    print(f"\\n{end} {status}", flush=True)
`;
/** Within this a script has ended; in milliseconds. */
const LIMIT = 60_000;

export interface Interpreter {
  /** What a script prints. Throws its traceback where it fails, and where it does not end. */
  run(file: string): Promise<string>;
  close(): void;
}

/** One interpreter for many scripts: starting it and NumPy takes far longer than any of them. */
export function openPython(): Interpreter {
  // A script that grows without bound may say so; every other warning is a mistake.
  const open = () => {
    const child = spawn(python!, ["-W", "error", "-W", "ignore:overflow", "-c", LOOP]);
    child.stdin.on("error", () => undefined); // it has ended: its output says so
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    return { child, lines, problems: text(child.stderr) };
  };
  let now: ReturnType<typeof open> | undefined;
  let last = Promise.resolve("");
  let count = 0;
  async function next(file: string): Promise<string> {
    const { child, lines, problems } = (now ??= open());
    const end = `===== ${++count}`;
    child.stdin.write(`${file}\t${end}\n`);
    const timer = setTimeout(() => child.kill(), LIMIT);
    const printed: string[] = [];
    for (;;) {
      const line = await lines.next();
      if (line.done) {
        clearTimeout(timer);
        now = undefined;
        throw new Error(`${file} ended Python, or was ended: ${await problems}`);
      }
      if (!line.value.startsWith(end)) {
        printed.push(line.value);
        continue;
      }
      clearTimeout(timer);
      if (line.value !== `${end} 0`) throw new Error(printed.join("\n").slice(-2000));
      return printed.join("\n");
    }
  }
  return {
    run: (file) => (last = last.catch(() => "").then(() => next(file))),
    close: () => now?.child.kill(),
  };
}
