import { pyNumber } from "../../numpy/text.ts";
import { HOP, WINDOW } from "../../models/speech/bands.ts";
import { loudest, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The samples of the loudest frame; zeros where there is no frame at all. */
function array(samples: Float64Array, from: number): string {
  const rows = Array.from({ length: WINDOW / 8 }, (_, i) =>
    Array.from({ length: 8 }, (__, k) =>
      pyNumber(+(samples[from + 8 * i + k] ?? 0).toPrecision(12)),
    ).join(", "),
  );
  return `np.array([\n    ${rows.join(",\n    ")},\n])`;
}

/** The bands of the loudest frame, anew: prints the number of the loudest one, counted from 0. */
export const numpy = (_: Setting, r: Run): string => `import numpy as np

frame = ${array(r.samples, loudest(r).frame * HOP)}
mel = lambda f: 2595 * np.log10(1 + f / 700)
hertz = lambda m: 700 * (10 ** (m / 2595) - 1)
edges = hertz(np.linspace(mel(60), mel(3900), 26))  # 24 triangles, each from its neighbour's peak to its other neighbour's
f = np.arange(129) * 8000 / 256
up = (f - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
down = (edges[2:, None] - f) / (edges[2:] - edges[1:-1])[:, None]
triangles = np.clip(np.minimum(up, down), 0, None)

window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(256) / 256)
power = np.abs(np.fft.rfft(frame * window)) ** 2
bands = np.log(triangles @ power + 1e-10)
print("nats of power in each band:", np.round(bands, 2))
print("the loudest band:")
print(bands.argmax())
`;
