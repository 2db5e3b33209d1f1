import { openMicrophone, release } from "./microphone.ts";
import { isProblem, type Problem } from "./problem.ts";

/** Samples the browser hands over at a time: 20 ms at 48 kHz. */
const BLOCK = 1024;

/**
 * Hands on what the microphone hears as it comes (one channel, −1 … 1, with its rate) until `signal` aborts. The microphone is
 * let go whatever happens; every failure is a Problem, also that it was unplugged while it was listened to.
 */
export async function listenLive(
  hear: (samples: Float32Array, rate: number) => void,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  if (!globalThis.isSecureContext) return { problem: "microphoneInsecure" };
  if (!navigator.mediaDevices || typeof AudioContext === "undefined")
    return { problem: "microphoneUnsupported" };
  const stream = await openMicrophone(signal);
  if (isProblem(stream)) return stream.problem === "cancelled" ? undefined : stream;
  let context: AudioContext | undefined;
  try {
    context = new AudioContext();
    return await heard(context, stream, hear, signal);
  } catch {
    return { problem: "microphoneFailed" };
  } finally {
    release(stream);
    void context?.close().catch(() => {}); // closed already: nothing is left to do
  }
}

/** Until the end: what `signal` asks for, or the microphone's own. */
function heard(
  context: AudioContext,
  stream: MediaStream,
  hear: (samples: Float32Array, rate: number) => void,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  // A worklet would need a file of its own, allowed by the page's policy; this runs everywhere.
  const tap = context.createScriptProcessor(BLOCK, 1, 1);
  tap.addEventListener("audioprocess", (e) => {
    if (!signal.aborted) hear(e.inputBuffer.getChannelData(0), context.sampleRate);
  });
  const source = context.createMediaStreamSource(stream);
  source.connect(tap);
  tap.connect(context.destination); // silent: nothing is written to its output
  return new Promise((resolve, reject) => {
    const end = (problem?: Problem) => {
      source.disconnect();
      tap.disconnect();
      resolve(problem);
    };
    signal.addEventListener("abort", () => end());
    for (const track of stream.getTracks())
      track.addEventListener("ended", () => end({ problem: "microphoneUnplugged" }));
    if (signal.aborted) end();
    // A browser may keep it waiting for a gesture: it can be ended all the same.
    context.resume().catch(reject);
  });
}
