/** Bins of half-lives: from 10^LOW characters on, BINS a decade. */
export const LOW = -1;
export const DECADES = 7;
export const BINS = 10;

/**
 * States by their half-life: of what one holds, e^{A ΣΔ} is left, so half after ln 2 / (−A · mean Δ) characters. `cores` are −A of
 * each layer, `steps` the sum of Δ of each channel over `read` characters. What lies beyond an end is in the last bin there.
 */
export function countsOf(
  cores: readonly Float64Array[],
  steps: Float64Array,
  read: number,
  N: number,
): Int32Array {
  const counts = new Int32Array(BINS * DECADES);
  const E = steps.length / cores.length;
  cores.forEach((core, l) => {
    for (let i = 0; i < core.length; i++) {
      const mean = steps[l * E + Math.floor(i / N)]! / read;
      const bin = Math.floor(BINS * (Math.log10(Math.LN2 / (core[i]! * mean)) - LOW));
      counts[Math.max(0, Math.min(counts.length - 1, bin))]!++;
    }
  });
  return counts;
}
