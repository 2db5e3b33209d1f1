import nile from "./data/nile.json" with { type: "json" };
import speech from "./data/speech.json" with { type: "json" };
import { standardise } from "../numerics/resample.ts";

/** The bundled series: real, public, and small enough to travel with the code. */
export const series = {
  /** Annual flow of the Nile at Aswan, 1871–1970, in deviations from its mean (Durbin & Koopman; public domain). */
  nile: { data: standardise(Float64Array.from(nile)) },
  /** Loudness of public/audio/sentence.wav, 256 stretches of 14 ms (made with the free synthesiser espeak-ng). */
  speech: { data: Float64Array.from(speech) },
} as const;

export type SeriesId = keyof typeof series;
export const isSeries = (id: string): id is SeriesId => Object.hasOwn(series, id);
