import { isProblem, type Problem } from "./problem.ts";

/** Pixels along a side of what is taken, and of the picture that they are means of. */
export const SIDE = 16;
const FINE = 128;
/** Milliseconds after which a camera that gives no picture is taken to be held by somebody else. */
const PATIENCE = 8000;

/**
 * Films `count` small grey pictures, `rate` a second, from the middle square of the camera, not mirrored; tells each to `onFrame`.
 * Resolves to count × 256 bytes, or to a Problem: it throws nothing. The camera is let go whatever happens.
 */
export async function film(
  count: number,
  rate: number,
  onFrame: (frame: Uint8Array, k: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array | Problem> {
  if (signal.aborted) return { problem: "cancelled" };
  if (!globalThis.isSecureContext) return { problem: "cameraInsecure" };
  if (!navigator.mediaDevices) return { problem: "cameraUnsupported" };
  const stream = await open(signal);
  if (isProblem(stream)) return stream;
  const ending = new AbortController();
  try {
    const broken = ended(stream, signal, ending.signal);
    const video = await Promise.race([shown(stream, ending.signal), broken]);
    if (isProblem(video)) return video;
    return await Promise.race([taken(video, count, rate, onFrame, ending.signal), broken]);
  } catch {
    return { problem: "cameraFailed" };
  } finally {
    ending.abort();
    release(stream);
  }
}

async function open(signal: AbortSignal): Promise<MediaStream | Problem> {
  const cancelled = new Promise<undefined>((resolve) => {
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  try {
    const asked = navigator.mediaDevices.getUserMedia({ video: { width: 320, height: 240 } });
    const stream = await Promise.race([asked, cancelled]);
    if (stream) return stream;
    // The browser still shows its question; whatever the answer, nobody looks any more.
    asked.then(release, () => {});
    return { problem: "cancelled" };
  } catch (error) {
    return { problem: reasons[(error as Error | undefined)?.name ?? ""] ?? "cameraFailed" };
  }
}

const reasons = {
  NotAllowedError: "cameraDenied",
  SecurityError: "cameraDenied",
  NotFoundError: "cameraAbsent",
  OverconstrainedError: "cameraAbsent",
  NotReadableError: "cameraBusy",
  AbortError: "cameraBusy",
} as Readonly<
  Record<string, "cameraDenied" | "cameraAbsent" | "cameraBusy" | "cameraFailed" | undefined>
>;

const release = (stream: MediaStream) => stream.getTracks().forEach((track) => track.stop());

/** Resolves when the reader stops it, or when the camera is pulled out. */
function ended(stream: MediaStream, signal: AbortSignal, until: AbortSignal): Promise<Problem> {
  return new Promise((resolve) => {
    const on = { signal: until };
    signal.addEventListener("abort", () => resolve({ problem: "cancelled" }), on);
    if (signal.aborted) resolve({ problem: "cancelled" });
    for (const track of stream.getTracks())
      track.addEventListener("ended", () => resolve({ problem: "cameraLost" }), on);
  });
}

/** A video that shows the stream, once a picture is there. */
async function shown(stream: MediaStream, until: AbortSignal): Promise<HTMLVideoElement | Problem> {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  until.addEventListener("abort", () => {
    video.pause();
    video.srcObject = null;
  });
  const late = new Promise<Problem>((resolve) => {
    const timer = setTimeout(() => resolve({ problem: "cameraBusy" }), PATIENCE);
    until.addEventListener("abort", () => clearTimeout(timer));
  });
  const there = new Promise<HTMLVideoElement>((resolve, reject) => {
    video.addEventListener("loadeddata", () => resolve(video));
    video.addEventListener("error", () => reject(new Error("the video failed")));
  });
  void video.play().catch(() => {}); // what keeps it from playing shows in that no picture comes
  return Promise.race([there, late]);
}

/** The pictures, one at each tick. */
function taken(
  video: HTMLVideoElement,
  count: number,
  rate: number,
  onFrame: (frame: Uint8Array, k: number) => void,
  until: AbortSignal,
): Promise<Uint8Array> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = FINE;
  const pen = canvas.getContext("2d", { willReadFrequently: true })!;
  const all = new Uint8Array(count * SIDE * SIDE);
  return new Promise((resolve, reject) => {
    let k = 0;
    const timer = setInterval(() => {
      try {
        const { videoWidth: w, videoHeight: h } = video;
        const side = Math.min(w, h);
        pen.drawImage(video, (w - side) / 2, (h - side) / 2, side, side, 0, 0, FINE, FINE);
        const frame = small(pen.getImageData(0, 0, FINE, FINE).data);
        all.set(frame, k * SIDE * SIDE);
        onFrame(frame, k++);
        if (k === count) resolve(all);
      } catch (error) {
        reject(error as Error);
      }
    }, 1000 / rate);
    until.addEventListener("abort", () => clearInterval(timer));
  });
}

/** The grey means of 8 × 8 blocks of a picture of 128 × 128 pixels (RGBA). */
export function small(data: ArrayLike<number>): Uint8Array {
  const block = FINE / SIDE;
  const sums = new Float64Array(SIDE * SIDE);
  for (let y = 0; y < FINE; y++)
    for (let x = 0; x < FINE; x++) {
      const i = (y * FINE + x) * 4;
      const grey = 0.299 * data[i]! + 0.587 * data[i + 1]! + 0.114 * data[i + 2]!;
      sums[Math.floor(y / block) * SIDE + Math.floor(x / block)]! += grey;
    }
  return Uint8Array.from(sums, (sum) => Math.round(sum / block ** 2));
}
