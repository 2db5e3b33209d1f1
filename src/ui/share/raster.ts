import type { Still } from "./still.ts";

/** A picture as pixels, `scale` to each of its units, on a canvas of whole and even sides. */
export async function paintedOn(
  canvas: HTMLCanvasElement,
  { text, width, height }: Still,
  scale: number,
): Promise<CanvasRenderingContext2D> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  const [w, h] = [width, height].map((side) => 2 * Math.round((side * scale) / 2));
  if (canvas.width !== w) canvas.width = w!;
  if (canvas.height !== h) canvas.height = h!;
  const pen = canvas.getContext("2d", { willReadFrequently: true })!;
  pen.clearRect(0, 0, w!, h!);
  pen.drawImage(image, 0, 0, w!, h!);
  return pen;
}

/** A picture as a PNG. Throws where the browser has no room for so large a one. */
export async function png(still: Still, scale: number): Promise<Blob> {
  const canvas = document.createElement("canvas");
  await paintedOn(canvas, still, scale);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("no picture came of the canvas");
  return blob;
}
