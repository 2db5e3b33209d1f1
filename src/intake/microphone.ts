import { isProblem, type Problem } from "./problem.ts";
import { readAudio, type Recording } from "./audio.ts";

/** The longest recording, in seconds. */
export const LONGEST = 60;

/** `abort(ENOUGH)` ends a recording early and keeps it; any other abort throws it away ("cancelled"). */
export const ENOUGH = "enough";

/**
 * Records the microphone for `seconds` (at most 60), telling `onLevel` the loudness of the moment (0 … 1) some twenty times
 * a second. Ends at once when `signal` aborts. The microphone is let go whatever happens; every failure is a Problem.
 */
export async function record(
  seconds: number,
  onLevel: (level: number) => void,
  signal: AbortSignal,
): Promise<Recording | Problem> {
  if (!(seconds > 0 && seconds <= LONGEST))
    throw new RangeError(`record: seconds is ${seconds}; expected more than 0, at most ${LONGEST}`);
  if (signal.aborted) return { problem: "cancelled" };
  if (!globalThis.isSecureContext) return { problem: "microphoneInsecure" };
  if (!navigator.mediaDevices || typeof MediaRecorder === "undefined")
    return { problem: "microphoneUnsupported" };
  const stream = await openMicrophone(signal);
  if (isProblem(stream)) return stream;
  let quiet: (() => void) | undefined;
  let sound: Blob | undefined;
  try {
    quiet = meter(stream, onLevel);
    sound = await take(stream, seconds, signal);
  } catch {
    return { problem: "microphoneFailed" };
  } finally {
    quiet?.();
    release(stream);
  }
  if (!sound) return { problem: "cancelled" };
  const clip = sound.size === 0 ? undefined : await readAudio(sound);
  if (!clip || (isProblem(clip) && clip.problem === "audioUnknown"))
    return { problem: "microphoneFailed" };
  return clip;
}

/** The stream as the room sounds: no echo, noise or volume control in between. */
export async function openMicrophone(signal: AbortSignal): Promise<MediaStream | Problem> {
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  const answered = new AbortController();
  const cancelled = new Promise<undefined>((resolve) => {
    signal.addEventListener("abort", () => resolve(undefined), { signal: answered.signal });
  });
  try {
    const asked = navigator.mediaDevices.getUserMedia({ audio: plain });
    const stream = await Promise.race([asked, cancelled]);
    if (stream) return stream;
    // The browser still shows its question; whatever the answer, nobody listens any more.
    asked.then(release, () => {});
    return { problem: "cancelled" };
  } catch (error) {
    return { problem: reasons[(error as Error | undefined)?.name ?? ""] ?? "microphoneFailed" };
  } finally {
    answered.abort();
  }
}

type Reason = Exclude<Problem["problem"], "tooBig" | "tooShort" | "openQuote" | "audioShort">;
const reasons: Readonly<Record<string, Reason>> = {
  NotAllowedError: "microphoneDenied",
  SecurityError: "microphoneDenied",
  NotFoundError: "microphoneAbsent",
  OverconstrainedError: "microphoneAbsent",
  NotReadableError: "microphoneBusy",
  AbortError: "microphoneBusy",
};

/** Lets a microphone go. */
export const release = (stream: MediaStream) => stream.getTracks().forEach((track) => track.stop());

/** What was recorded, or undefined where it was cancelled; rejects where the recorder fails. */
function take(
  stream: MediaStream,
  seconds: number,
  signal: AbortSignal,
): Promise<Blob | undefined> {
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  const stop = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  const kept = new Promise<Blob | undefined>((resolve, reject) => {
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("error", () => reject(new Error("MediaRecorder failed")));
    // A microphone pulled out stops the recorder too; what it heard until then is kept.
    recorder.addEventListener("stop", () => {
      const dropped = signal.aborted && signal.reason !== ENOUGH;
      resolve(dropped ? undefined : new Blob(parts, { type: recorder.mimeType }));
    });
  });
  recorder.start();
  const timer = setTimeout(stop, seconds * 1000);
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  return kept.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  });
}

/** Tells the level until the returned function is called; a browser without meters records all the same. */
function meter(stream: MediaStream, onLevel: (level: number) => void): () => void {
  if (typeof AudioContext === "undefined") return () => {};
  const context = new AudioContext();
  const close = () => void context.close().catch(() => {}); // closed already: nothing is left to do
  try {
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(wave);
      onLevel(Math.min(1, Math.sqrt(wave.reduce((sum, x) => sum + x * x, 0) / wave.length)));
    }, 50);
    return () => {
      clearInterval(timer);
      close();
    };
  } catch {
    close();
    return () => {};
  }
}
