/** A line through the values that are there, broken at gaps. */
export function broken(v: ArrayLike<number>, x: (i: number) => number, y: (v: number) => number) {
  let d = "";
  let pen = "M";
  for (let i = 0; i < v.length; i++) {
    if (Number.isFinite(v[i]) && Number.isFinite(x(i))) {
      d += `${pen}${x(i).toFixed(1)} ${y(v[i]!).toFixed(1)}`;
      pen = "L";
    } else pen = "M";
  }
  return d;
}
