import { useRef } from "react";
import type { Recording } from "../intake/audio.ts";
import type { Problem } from "../intake/problem.ts";
import { useSay } from "./words.ts";

/** The microphone: the first call listens, a call while it listens ends that and gives nothing itself. */
export function useRecording(
  seconds: number,
  status: (text: string) => void,
  recording: (on: boolean) => void,
) {
  const say = useSay();
  const stop = useRef<AbortController>(undefined);
  return async (): Promise<Recording | Problem | undefined> => {
    if (stop.current) {
      stop.current.abort("enough");
      return undefined;
    }
    const { record } = await import("../intake/microphone.ts");
    const ending = (stop.current = new AbortController());
    recording(true);
    const started = performance.now();
    const tell = () => {
      const s = Math.round((performance.now() - started) / 1000);
      status(say("signal.recording", { s }));
    };
    return record(seconds, tell, ending.signal).finally(() => {
      stop.current = undefined;
      recording(false);
    });
  };
}
