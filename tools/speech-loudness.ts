// Rewrites src/kit/data/speech.json from public/audio/sentence.wav: npx tsx tools/speech-loudness.ts
import { readFileSync, writeFileSync } from "node:fs";
import { loudness } from "../src/numerics/resample.ts";

/** Loudness of the bundled sentence (16-bit mono WAV, 44-byte header), its largest stretch at 1. */
export function sentenceLoudness(file: URL, points: number): number[] {
  const wav = readFileSync(file);
  const pcm = new Int16Array(wav.buffer, wav.byteOffset + 44, (wav.length - 44) >> 1);
  const heard = loudness(
    Float64Array.from(pcm, (x) => x / 32768),
    points,
  );
  const most = Math.max(...heard);
  return Array.from(heard, (x) => +(x / most).toFixed(4));
}

const root = new URL("../", import.meta.url);
if (process.argv[1]?.endsWith("speech-loudness.ts"))
  writeFileSync(
    new URL("src/kit/data/speech.json", root),
    JSON.stringify(sentenceLoudness(new URL("public/audio/sentence.wav", root), 256)) + "\n",
  );
