import { numberOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import { attainable } from "../numerics/roofline.ts";

export default defineEquation({
  id: "roofline",
  name: "Within reach is the smaller of the peak and of intensity times bandwidth",
  tex: String.raw`\sy{attainable} = \min(\sy{peak},\; \sy{intensity}\by\sy{bandwidth})`,
  code: "src/numerics/roofline.ts#attainable",
  given: { peak: [1, 100], intensity: [0.1, 100], bandwidth: [0.1, 10] },
  derive: ({ peak, bandwidth, intensity }) => ({
    attainable: attainable(peak!, bandwidth!, intensity!),
  }),
  /** Not above either roof, and on one of them. */
  residual: (at) => {
    const reached = numberOf(at, "attainable");
    const roofs = [numberOf(at, "peak"), numberOf(at, "intensity") * numberOf(at, "bandwidth")];
    const [low, high] = roofs.map((roof) => reached / roof - 1) as [number, number];
    return Math.abs(Math.max(low, high));
  },
});
