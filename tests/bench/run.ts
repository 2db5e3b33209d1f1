// npm run bench: every *.bench.ts of this folder, one after the other; `npm run bench kalman` only those with that name.
import { readdirSync } from "node:fs";

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter((f) => f.endsWith(".bench.ts"));
for (const file of files.filter((f) => wanted.length === 0 || wanted.some((w) => f.includes(w)))) {
  console.log(`\n${file}`);
  await import(`./${file}`);
}
