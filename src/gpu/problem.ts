/** Why there is no GPU to compute on. */
export type Absence = "unsupported" | "no-adapter" | "fallback" | "lost" | "failed" | "too-large";

/** The same in a plain sentence each. */
export const absences: Readonly<Record<Absence, string>> = {
  unsupported: "This browser has no WebGPU.",
  "no-adapter": "WebGPU is here, but it found no graphics card that it may use.",
  fallback: "WebGPU runs in software here: there is no graphics card behind it.",
  lost: "The connection to the graphics card was lost twice.",
  failed: "The graphics card refused the work.",
  "too-large": "This is more than the graphics card takes at once.",
};

/** Thrown wherever the GPU cannot be used. Callers go on with the CPU and may show `message`. */
export class GpuProblem extends Error {
  override readonly name = "GpuProblem";
  readonly absence: Absence;

  constructor(absence: Absence, detail = "") {
    super(detail ? `${absences[absence]} (${detail})` : absences[absence]);
    this.absence = absence;
  }
}
