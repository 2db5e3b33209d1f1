import { select } from "d3";
import type { Area } from "../../draw/box.ts";
import type { Pen } from "../../draw/picture.ts";

/** Cells of a heat map, 0 … 255 each: column by column, from the bottom up. */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
  readonly level: Uint8Array;
}

/** Where the colour is at its own; beyond, it turns into the ink's. */
const FULL = 0.8;

/**
 * A heat map under an SVG: `under` is an element that the SVG of `size` units fills. Its colours are those of the CSS class
 * `heat` (colour, and outline colour at the dark end), followed through a change of theme. Where nothing can paint pixels,
 * as at build time, a coarser one is drawn into `pen`.
 */
export function heat(
  under: HTMLElement,
  pen: Pen,
  box: Area,
  size: { readonly width: number; readonly height: number },
  symbol: string,
): { draw(cells: Cells): void; destroy(): void } {
  const canvas = under.ownerDocument.createElement("canvas");
  const context = canvas.getContext?.("2d"); // not every document that is written at build time has pixels
  if (!context) return coarse(pen, box, symbol);
  canvas.className = "heat";
  canvas.dataset.symbol = symbol;
  under.style.setProperty("--ratio", String(size.width / size.height));
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
  canvas.style.left = share(box.left, size.width);
  canvas.style.top = share(box.top, size.height);
  canvas.style.width = share(box.width, size.width);
  canvas.style.height = share(box.height, size.height);
  under.prepend(canvas);
  let shown: Cells | undefined;
  let palette: Uint32Array | undefined;
  const paint = () => {
    if (!shown) return;
    palette ??= paletteOf(canvas);
    const { columns, rows, level } = shown;
    if (canvas.width !== columns) canvas.width = columns;
    if (canvas.height !== rows) canvas.height = rows;
    const image = context.createImageData(columns, rows);
    const pixels = new Uint32Array(image.data.buffer);
    for (let c = 0; c < columns; c++)
      for (let r = 0; r < rows; r++)
        pixels[(rows - 1 - r) * columns + c] = palette[level[c * rows + r]!]!;
    context.putImageData(image, 0, 0);
  };
  const stop = onTheme(() => {
    palette = undefined;
    paint();
  });
  return {
    draw(cells) {
      if (cells.level === shown?.level) return;
      shown = cells;
      paint();
    },
    destroy: () => {
      stop();
      canvas.remove();
    },
  };
}

/** From nothing over the colour to the ink, 256 pixels of red, green, blue and opacity. */
function paletteOf(canvas: HTMLElement): Uint32Array {
  const style = getComputedStyle(canvas);
  const [colour, ink] = [style.color, style.outlineColor].map(
    (text) => (text.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number) as [number, number, number],
  );
  const bytes = new Uint8ClampedArray(4 * 256);
  for (let i = 0; i < 256; i++) {
    const x = i / 255;
    const dark = Math.max(0, (x - FULL) / (1 - FULL)) * 0.8;
    for (let k = 0; k < 3; k++)
      bytes[4 * i + k] = (colour?.[k] ?? 0) * (1 - dark) + (ink?.[k] ?? 0) * dark;
    bytes[4 * i + 3] = 255 * Math.min(1, x / FULL) ** 2.1;
  }
  return new Uint32Array(bytes.buffer);
}

/** Calls `told` when the page's colours change, by the reader's choice or the system's. */
function onTheme(told: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const page = new MutationObserver(told);
  page.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  system.addEventListener("change", told);
  return () => {
    page.disconnect();
    system.removeEventListener("change", told);
  };
}

/** Strokes of three depths where pixels cannot be had. */
const DEPTHS = [110, 160, 205] as const;
const COARSE = { columns: 96, rows: 16 } as const;

function coarse(pen: Pen, box: Area, symbol: string) {
  const g = pen.append("g").attr("class", "heat-strokes").attr("data-symbol", symbol);
  const [w, h] = [box.width / COARSE.columns, box.height / COARSE.rows];
  const paths = DEPTHS.map(() => g.append("path").attr("stroke-width", +h.toFixed(2)));
  const mean = ({ columns, rows, level }: Cells, c: number, r: number) => {
    const at = Math.floor(((c + 0.5) * columns) / COARSE.columns) * rows;
    const from = Math.floor((r * rows) / COARSE.rows);
    const to = Math.floor(((r + 1) * rows) / COARSE.rows);
    let sum = 0;
    for (let k = from; k < to; k++) sum += level[at + k]!;
    return sum / (to - from);
  };
  const draw = (cells: Cells) => {
    const depth = DEPTHS.map(() => "");
    for (let r = 0; r < COARSE.rows; r++) {
      const y = (box.top + box.height - (r + 0.5) * h).toFixed(1);
      for (let c = 0; c < COARSE.columns; c++) {
        const here = mean(cells, c, r);
        const k = DEPTHS.findLastIndex((least) => here >= least);
        if (k >= 0) depth[k] += `M${(box.left + c * w).toFixed(1)} ${y}h${w.toFixed(1)}`;
      }
    }
    paths.forEach((path, k) => path.attr("d", depth[k]!));
  };
  return { draw, destroy: () => void select(g.node()).remove() };
}
