// The generated test body on naga, the shader front end of Firefox, by way of Deno: npm run test:naga. Not part of
// npm test, since it fetches Deno.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { software } from "./software.ts";

const folder = mkdtempSync(join(tmpdir(), "hidden-state-naga-"));
const main = `import { everyKernel, kernels, mutants } from "./kernels.mjs";
const { device, results, caught, life } = await everyKernel(navigator.gpu);
const tolerance = Object.fromEntries(kernels.map((k) => [k.id, k.tolerance]));
const wrong = results.filter((r) => r.problem || !(r.error <= tolerance[r.kernel]));
const missed = mutants.filter((m, k) => !(caught[k] > 10 * tolerance[m.kernel]));
console.log(device, { samples: results.length, wrong, mutants: mutants.length, missed, life });
Deno.exit(results.length > 0 && wrong.length + missed.length === 0 ? 0 : 1);`;
try {
  writeFileSync(join(folder, "kernels.mjs"), await bundle());
  writeFileSync(join(folder, "main.mjs"), main);
  const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const { status } = spawnSync(
    "npx",
    ["--yes", "deno@2", "run", "-A", "--unstable-webgpu", join(folder, "main.mjs")],
    {
      stdio: "inherit",
      env: { ...process.env, ...(existsSync(chromium) ? software(chromium) : {}) },
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
