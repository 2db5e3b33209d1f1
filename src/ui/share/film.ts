/** A stretch of the timeline, in steps, and how many of them pass in a second. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly speed: number;
}

/** Paints the figure's moment `t` and gives the canvas it is on, the same one each time. */
export type Paint = (t: number) => Promise<CanvasRenderingContext2D>;

export interface Making {
  /** The share that is done. */
  readonly told: (share: number) => void;
  readonly stop: AbortSignal;
}

/** The longest film in seconds, and how long its last picture stays. */
export const LONGEST = 60;
const REST = 1;
/** Pictures a second of a GIF: its unit is a hundredth. */
const RATE = 12.5;
/** Of these a browser makes the first that it can. */
const TYPES = ["video/mp4;codecs=avc1.640028", "video/webm;codecs=vp9", "video/webm", "video/mp4"];

export const secondsOf = ({ from, to, speed }: Stretch): number => (to - from) / speed;

/** The moments of a film, the first and the last among them. */
export function momentsOf(stretch: Stretch, rate = RATE): number[] {
  const count = Math.max(1, Math.round(secondsOf(stretch) * rate));
  const { from, to } = stretch;
  return Array.from({ length: count + 1 }, (_, k) => from + ((to - from) * k) / count);
}

/** The kind of film that this browser's recorder makes of a canvas; undefined where it makes none. */
export function recordable(): string | undefined {
  const can = typeof MediaRecorder === "function" && "captureStream" in HTMLCanvasElement.prototype;
  return can ? TYPES.find((type) => MediaRecorder.isTypeSupported(type)) : undefined;
}

export const endingOf = (type: string): string => /\/(\w+)/.exec(type)![1]!;

/** A GIF, picture by picture: each has 256 colours of its own. */
export async function gif(stretch: Stretch, paint: Paint, { told, stop }: Making): Promise<Blob> {
  const { GIFEncoder, quantize, applyPalette } = await import("gifenc");
  const file = GIFEncoder();
  const moments = momentsOf(stretch);
  for (const [k, t] of moments.entries()) {
    stop.throwIfAborted();
    const pen = await paint(t);
    const { width, height } = pen.canvas;
    const { data } = pen.getImageData(0, 0, width, height);
    const palette = quantize(data, 256);
    const last = k === moments.length - 1;
    const delay = 1000 * (last ? REST : 1 / RATE);
    file.writeFrame(applyPalette(data, palette), width, height, { palette, delay });
    told((k + 1) / moments.length);
    await new Promise((turned) => setTimeout(turned)); // the page hears the reader in between
  }
  file.finish();
  return new Blob([file.bytes() as Uint8Array<ArrayBuffer>], { type: "image/gif" });
}

/** A film as the browser's recorder makes it, while the stretch is played: on a slow machine with fewer pictures, never slower. */
export async function recorded(
  stretch: Stretch,
  paint: Paint,
  { told, stop }: Making,
): Promise<Blob> {
  const { canvas } = await paint(stretch.from);
  const recorder = new MediaRecorder(canvas.captureStream(), {
    mimeType: recordable()!,
    videoBitsPerSecond: 8e6,
  });
  const pieces: Blob[] = [];
  recorder.addEventListener("dataavailable", (e) => pieces.push(e.data));
  const ended = new Promise<void>((done, fail) => {
    recorder.addEventListener("stop", () => done());
    recorder.addEventListener("error", () => fail(new Error("the recorder broke off")));
  });
  ended.catch(() => undefined); // it is heard below
  recorder.start();
  try {
    await played(stretch, paint, told, stop, recorder);
  } finally {
    if (recorder.state !== "inactive") recorder.stop();
  }
  await ended;
  stop.throwIfAborted();
  const film = new Blob(pieces, { type: recorder.mimeType });
  if (film.size === 0) throw new Error("the recorder gave nothing");
  return film;
}

/** Paints what the clock says until the stretch and its rest are over; while the page is not seen, both stand still. */
async function played(
  stretch: Stretch,
  paint: Paint,
  told: Making["told"],
  stop: AbortSignal,
  recorder: MediaRecorder,
): Promise<void> {
  const seconds = secondsOf(stretch);
  let passed = 0;
  let then = performance.now();
  while (passed < seconds + REST && recorder.state !== "inactive") {
    await nextFrame();
    stop.throwIfAborted();
    const now = performance.now();
    if (document.hidden) {
      if (recorder.state === "recording") recorder.pause();
    } else {
      if (recorder.state === "paused") recorder.resume();
      else passed += (now - then) / 1000;
      await paint(Math.min(stretch.to, stretch.from + passed * stretch.speed));
      told(Math.min(1, passed / (seconds + REST)));
    }
    then = now;
  }
}

/** The display's next frame; a page that is not seen has none. */
const nextFrame = () =>
  new Promise<void>((done) => {
    if (document.hidden) setTimeout(done, 200);
    else requestAnimationFrame(() => done());
  });
