/** The lines between `// #region name` and its `// #endregion`, without their common indentation; undefined if there is none. */
export function regionOf(source: string, name: string): string | undefined {
  const lines = source.split("\n");
  const from = lines.findIndex((l) => l.trim() === `// #region ${name}`);
  if (from === -1) return undefined;
  const to = lines.findIndex((l, i) => i > from && l.trim().startsWith("// #endregion"));
  const inside = lines
    .slice(from + 1, to === -1 ? undefined : to)
    .filter((l) => !l.trim().startsWith("// #region"));
  const indent = Math.min(
    ...inside.filter((l) => l.trim()).map((l) => l.length - l.trimStart().length),
  );
  return inside.map((l) => l.slice(indent)).join("\n");
}
