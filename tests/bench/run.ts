// npm run bench: every *.bench.ts of this folder, one after the other; `npm run bench kalman` only those whose name begins so.
// Built and run by plain Node: under a loader that detaches array buffers V8 slows every typed array down.
const benches = import.meta.glob("./*.bench.ts");

const wanted = process.argv.slice(2);
for (const [file, run] of Object.entries(benches))
  if (wanted.length === 0 || wanted.some((name) => file.startsWith(`./${name}`))) {
    console.log(`\n${file.slice(2)}`);
    await run();
  }
