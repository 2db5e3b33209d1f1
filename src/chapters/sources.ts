const sources = import.meta.glob<string>("/src/{numerics,models}/**/*.ts", {
  import: "default",
  query: "?raw",
});

/** A source file of the core as text, by its path from the project's root. */
export async function readSource(file: string): Promise<string> {
  const load = sources[`/${file}`];
  if (!load) throw new Error(`${file} is not part of the course's code`);
  return load();
}
