type Place = (i: number) => number;

/** SVG path of the area between two curves over the steps from … to where they have a place. */
export function area(x: Place, upper: Place, lower: Place, from: number, to: number): string {
  let [there, back] = ["", ""];
  for (let i = from; i <= to; i++) {
    const [up, down] = [upper(i), lower(i)];
    if (!Number.isFinite(up) || !Number.isFinite(down) || !Number.isFinite(x(i))) continue;
    there += `${there ? "L" : "M"}${x(i).toFixed(1)} ${up.toFixed(1)}`;
    back = `L${x(i).toFixed(1)} ${down.toFixed(1)}${back}`;
  }
  return there && `${there}${back}Z`;
}

/** Path of the area between a curve's path and its base, down at both ends: a curve that its frame cuts high up would else be closed by a slant. */
export function under(d: string, base: number): string {
  const first = /^M(-?[\d.]+)/.exec(d);
  return first ? `${d}V${base}H${first[1]}Z` : "";
}
