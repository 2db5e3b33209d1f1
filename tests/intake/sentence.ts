import { expect } from "vitest";
import en from "../../content/en/import.json" with { type: "json" };
import zh from "../../content/zh-Hans/import.json" with { type: "json" };
import { isProblem, type Note } from "../../src/intake/problem.ts";

export const english: Readonly<Record<string, string>> = en;
export const chinese: Readonly<Record<string, string>> = zh;

/** The sentence a reader sees; fails where a key or a placeholder is missing in either language. */
export function say(key: string, filled: object): string {
  const values = filled as Record<string, unknown>;
  const [text] = [english, chinese].map((sentences) => {
    expect(sentences).toHaveProperty([key]);
    const said = sentences[key]!.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
    expect(said).not.toMatch(/[{}]/);
    return said;
  });
  return text!;
}

/** "problem: sentence" of what was refused; "taken" where it was not. */
export async function refusal(work: Promise<object>): Promise<string> {
  const result = await work;
  return isProblem(result) ? `${result.problem}: ${say(result.problem, result)}` : "taken";
}

/** What was not refused. */
export function taken<T extends object>(result: T): Exclude<T, { problem: string }> {
  if (isProblem(result)) throw new Error(say(result.problem, result));
  return result as Exclude<T, { problem: string }>;
}

/** Fails where a note has no sentence. */
export function sayAll(notes: readonly Note[]): void {
  for (const note of notes) say(`note.${note.key}`, note);
}

/** A file that claims to have `size` bytes. */
export function sized(size: number): Blob {
  const file = new Blob(["1\n2"]);
  Object.defineProperty(file, "size", { value: size });
  return file;
}
