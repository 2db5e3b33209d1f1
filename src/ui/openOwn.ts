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

/** Reads a sound file or a table, whichever it is; the code for either is fetched when it is needed. */
export async function openFile(
  file: File,
  unnamed: (n: number) => string,
): Promise<Loaded | Problem> {
  if (file.type.startsWith("audio/") || /\.(wav|mp3|m4a|ogg|opus|flac|aac)$/i.test(file.name)) {
    const { readAudio } = await import("../intake/audio.ts");
    const clip = await readAudio(file);
    return "problem" in clip ? clip : heard(file.name, clip);
  }
  const { readTable } = await import("../intake/csv.ts");
  const table = await readTable(file);
  if ("problem" in table) return table;
  const choices = table.columns.map((c) => ({
    name: c.name || unnamed(c.index),
    samples: c,
    readings: c.other ? [c, c.other].map((take) => ({ ...take.example!, samples: take })) : [],
  }));
  return { choices, notes: table.notes, sound: false };
}
