// Rewrites the clip of the figure speech-smoothing from public/audio/remembers.wav: npx tsx tools/speech-clip.ts
// That file: espeak-ng -v en-us -s 150 "The state remembers what the noise hides." -w a.wav
// and sox a.wav -r 8000 -b 16 remembers.wav silence 1 0.01 0.1% reverse silence 1 0.01 0.1% reverse pad 0.08 0.08 gain -n -1
import { readFileSync, writeFileSync } from "node:fs";
import { FIRST, LEVELS } from "../src/figures/speech-smoothing/sentence.ts";

/** The samples of a 16-bit mono WAV with a 44-byte header, in −1 … 1. */
export function samplesOf(file: URL): Float64Array {
  const wav = readFileSync(file);
  const pcm = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length));
  return Float64Array.from(pcm, (x) => x / 32768);
}

/** Eight bits a sample, as the differences of neighbours in text: 0, −1, 1, −2 … are neighbouring letters, so that it packs well. */
export function packed(x: Float64Array): string {
  let before = 0;
  return Array.from(x, (v) => {
    const level = Math.round(v * LEVELS);
    const step = level - before;
    before = level;
    return String.fromCharCode(FIRST + (step < 0 ? -2 * step - 1 : 2 * step));
  }).join("");
}

const root = new URL("../", import.meta.url);
export const SOURCE = new URL("public/audio/remembers.wav", root);
if (process.argv[1]?.endsWith("speech-clip.ts"))
  writeFileSync(
    new URL("src/figures/speech-smoothing/sentence.json", root),
    JSON.stringify(packed(samplesOf(SOURCE))) + "\n",
  );
