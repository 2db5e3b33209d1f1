import type { Note, Problem } from "../intake/problem.ts";
import type { Samples } from "../intake/toSignal.ts";

/** One way to read a column's numerals, by an example. */
export interface Reading {
  readonly cell: string;
  readonly value: number;
  readonly samples: Samples;
}

interface Choice {
  readonly name: string;
  readonly samples: Samples;
  /** Where more than one decimal mark is possible: as it was read, and otherwise. */
  readonly readings: readonly Reading[];
}

export interface Loaded {
  readonly choices: readonly Choice[];
  readonly notes: readonly Note[];
  readonly sound: boolean;
}

export const heard = (name: string, samples: Samples): Loaded => ({
  choices: [{ name, samples, readings: [] }],
  notes: [],
  sound: true,
});

const sounding =
  /\.(wav|wave|mp3|m4a|m4b|mp4|ogg|oga|opus|flac|aac|webm|weba|mka|mkv|aiff?|caf|3gp|amr|mov)$/i;

async function openSound(file: File): Promise<Loaded | Problem> {
  const { readAudio } = await import("../intake/audio.ts");
  const clip = await readAudio(file);
  return "problem" in clip ? clip : heard(file.name, clip);
}

/** Reads a sound file or a table, whichever it is; the code for either is fetched when it is needed. */
export async function openFile(
  file: File,
  unnamed: (n: number) => string,
): Promise<Loaded | Problem> {
  if (/^(audio|video)\//.test(file.type) || sounding.test(file.name)) return openSound(file);
  const { readTable } = await import("../intake/csv.ts");
  const table = await readTable(file);
  if ("problem" in table) {
    // Whatever it is called: the browser may know it as sound.
    const sound = table.problem === "binary" ? await openSound(file) : table;
    return "problem" in sound ? table : sound;
  }
  const choices = table.columns.map((c) => ({
    name: c.name || unnamed(c.index),
    samples: c,
    readings: c.other ? [c, c.other].map((take) => ({ ...take.example!, samples: take })) : [],
  }));
  return { choices, notes: table.notes, sound: false };
}
