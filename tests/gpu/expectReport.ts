import { beforeAll, describe, expect, test } from "vitest";
import { kernels, mutants, samplesOf } from "./everyKernel.ts";
import type { Part, Report } from "./everyKernel.ts";

/** Runs a part of the generated test body somewhere, and makes one test of each sample and each mutant. */
export function expectReport(
  where: string,
  run: (part: Part) => Promise<Report>,
  part: Part,
): void {
  describe(`kernels on ${where}`, () => {
    let seen: Report;
    const report = () => seen;
    beforeAll(async () => {
      seen = await run(part);
    }, 600_000); // software adapters compile every shader: a limit for what hangs, not for what is slow

    for (const kernel of kernels)
      for (const [name] of samplesOf(kernel, part))
        test(`${kernel.id}: ${name}`, () => {
          const { id, tolerance } = kernel;
          const result = report().results.find((r) => r.kernel === id && r.name === name);
          expect(result?.problem).toBe("");
          expect(result!.error).toBeLessThanOrEqual(tolerance);
        });

    const wrong = part.mutants ? mutants : [];
    wrong.forEach(({ kernel, what }, k) =>
      test(`${kernel} with ${what} is caught`, () => {
        const { tolerance } = kernels.find(({ id }) => id === kernel)!;
        expect(report().caught[k]).toBeGreaterThan(10 * tolerance);
      }),
    );

    test("a device is refused, lost, rebuilt once, and leaves nothing", () => {
      const { life, device } = report();
      expect(life).toEqual([
        `software: ${device.fallback ? "fallback" : "a real card"}`,
        "at first: 1 1.5",
        "buffers left: 0",
        "a bad shader: failed",
        "after it: 1 1.5",
        "lost once: 1 1.5",
        "devices: 2",
        "lost twice: lost",
        "then: lost",
      ]);
    });
  });
}
