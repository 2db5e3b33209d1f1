/** Whether the reader asked for stillness, of the system or of this page: steps instead of motion. */
export const still = (): boolean =>
  document.documentElement.dataset.motion === "still" ||
  matchMedia("(prefers-reduced-motion: reduce)").matches;
