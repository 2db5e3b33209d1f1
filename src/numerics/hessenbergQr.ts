import { fail } from "./check.ts";
import type { ComplexVector } from "./complex.ts";

/**
 * The eigenvalues of the n×n row-major `H`, which is overwritten, in no order: Hessenberg form by Householder reflections,
 * then Francis' double-shift QR steps (Golub & Van Loan, Algorithms 7.4.2 and 7.5.2; EISPACK's hqr). Entries must be of
 * ordinary size, so that no square overflows. Throws where the steps do not converge, which nobody has seen.
 */
export function hessenbergQr(H: Float64Array, n: number): ComplexVector {
  hessenberg(H, n);
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  const norm = H.reduce((sum, x) => sum + Math.abs(x), 0);
  let shift = 0;
  for (let end = n - 1, tries = 0; end >= 0;) {
    const start = split(H, n, end, norm);
    if (end - start < 2) {
      roots(H, n, start, end, shift, re, im);
      end = start - 1;
      tries = 0;
      continue;
    }
    if (tries++ === 120) fail("A", "a matrix whose eigenvalues can be found", `${n}×${n}`);
    let [x, y] = [H[end * n + end]!, H[(end - 1) * n + end - 1]!];
    let w = H[end * n + end - 1]! * H[(end - 1) * n + end]!;
    if (tries % 10 === 0) {
      // A cycle: an exceptional shift breaks it (Wilkinson).
      shift += x;
      for (let i = 0; i <= end; i++) H[i * n + i]! -= x;
      const s = Math.abs(H[end * n + end - 1]!) + Math.abs(H[(end - 1) * n + end - 2]!);
      [x, y, w] = [0.75 * s, 0.75 * s, -0.4375 * s * s];
    }
    francis(H, n, start, end, x, y, w);
  }
  return { re, im };
}

/** Householder reflections from both sides that zero all below the first subdiagonal. */
function hessenberg(H: Float64Array, n: number): void {
  const v = new Float64Array(n);
  for (let m = 1; m < n - 1; m++) {
    let size = 0;
    for (let i = m; i < n; i++) size += Math.abs(H[i * n + m - 1]!);
    if (size === 0) continue;
    let square = 0;
    for (let i = m; i < n; i++) {
      v[i] = H[i * n + m - 1]! / size;
      square += v[i]! ** 2;
    }
    const g = v[m]! > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    const half = square - v[m]! * g; // ‖v‖²/2 after the next line
    v[m]! -= g;
    if (half === 0) continue;
    for (let j = m; j < n; j++) {
      let f = 0;
      for (let i = m; i < n; i++) f += v[i]! * H[i * n + j]!;
      for (let i = m; i < n; i++) H[i * n + j]! -= (f / half) * v[i]!;
    }
    for (let i = 0; i < n; i++) {
      let f = 0;
      for (let j = m; j < n; j++) f += v[j]! * H[i * n + j]!;
      for (let j = m; j < n; j++) H[i * n + j]! -= (f / half) * v[j]!;
    }
    H[m * n + m - 1] = size * g;
    for (let i = m + 1; i < n; i++) H[i * n + m - 1] = 0;
  }
}

/** The first row of the last block that is whole: above it a subdiagonal entry is lost beside its neighbours. */
function split(H: Float64Array, n: number, end: number, norm: number): number {
  for (let l = end; l > 0; l--) {
    const beside = Math.abs(H[(l - 1) * n + l - 1]!) + Math.abs(H[l * n + l]!) || norm;
    if (Math.abs(H[l * n + l - 1]!) > Number.EPSILON * beside) continue;
    H[l * n + l - 1] = 0;
    return l;
  }
  return 0;
}

/** The eigenvalues of a block of one or two rows. */
function roots(
  H: Float64Array,
  n: number,
  start: number,
  end: number,
  shift: number,
  re: Float64Array,
  im: Float64Array,
): void {
  const x = H[end * n + end]!;
  if (start === end) {
    re[end] = x + shift;
    return;
  }
  const p = (H[start * n + start]! - x) / 2;
  const w = H[end * n + start]! * H[start * n + end]!;
  const q = p * p + w;
  const root = Math.sqrt(Math.abs(q));
  if (q < 0) {
    re[start] = re[end] = x + shift + p;
    im[start] = root;
    im[end] = -root;
    return;
  }
  const z = p + (p < 0 ? -root : root); // away from cancellation
  re[start] = x + shift + z;
  re[end] = z === 0 ? re[start] : x + shift - w / z;
}

/** One double-shift step on rows start … end, with the shifts' two roots given by x, y and w = x y − determinant. */
function francis(
  H: Float64Array,
  n: number,
  start: number,
  end: number,
  x: number,
  y: number,
  w: number,
): void {
  const first = begin(H, n, start, end, x, y, w);
  let [p, q, r] = first.bulge;
  const m = first.row;
  for (let i = m + 2; i <= end; i++) {
    H[i * n + i - 2] = 0;
    if (i > m + 2) H[i * n + i - 3] = 0;
  }
  for (let k = m; k < end; k++) {
    const three = k + 1 < end;
    let size = 1;
    if (k > m) {
      p = H[k * n + k - 1]!;
      q = H[(k + 1) * n + k - 1]!;
      r = three ? H[(k + 2) * n + k - 1]! : 0;
      size = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (size === 0) continue;
      [p, q, r] = [p / size, q / size, r / size];
    }
    const length = Math.sqrt(p * p + q * q + r * r);
    const s = p < 0 ? -length : length;
    if (s === 0) continue;
    if (k > m) H[k * n + k - 1] = -s * size;
    else if (start < m) H[k * n + k - 1] = -H[k * n + k - 1]!;
    p += s;
    reflect(H, n, k, three, start, end, [p / s, q / s, r / s, q / p, r / p]);
  }
}

/** Where a bulge may start: two small subdiagonal entries in a row, and its first column there. */
function begin(
  H: Float64Array,
  n: number,
  start: number,
  end: number,
  x: number,
  y: number,
  w: number,
) {
  for (let m = end - 2; ; m--) {
    const z = H[m * n + m]!;
    const below = H[(m + 1) * n + m]!;
    const next = H[(m + 1) * n + m + 1]!;
    let p = ((x - z) * (y - z) - w) / below + H[m * n + m + 1]!;
    let q = next - z - (x - z) - (y - z);
    let r = H[(m + 2) * n + m + 1]!;
    const size = Math.abs(p) + Math.abs(q) + Math.abs(r) || 1;
    [p, q, r] = [p / size, q / size, r / size];
    const bulge: [number, number, number] = [p, q, r];
    if (m === start) return { row: m, bulge };
    const before = H[(m - 1) * n + m - 1]!;
    const small = Math.abs(H[m * n + m - 1]!) * (Math.abs(q) + Math.abs(r));
    const large = Math.abs(p) * (Math.abs(before) + Math.abs(z) + Math.abs(next));
    if (small <= Number.EPSILON * large) return { row: m, bulge };
  }
}

/** The reflection I − (x, y, z)ᵀ(1, q, r) of rows and columns k, k + 1 (and k + 2), from both sides. */
function reflect(
  H: Float64Array,
  n: number,
  k: number,
  three: boolean,
  start: number,
  end: number,
  [x, y, z, q, r]: readonly [number, number, number, number, number],
): void {
  const [top, mid, low] = [k * n, (k + 1) * n, (k + 2) * n];
  for (let j = k; j <= end; j++) {
    const sum = H[top + j]! + q * H[mid + j]! + (three ? r * H[low + j]! : 0);
    H[top + j]! -= sum * x;
    H[mid + j]! -= sum * y;
    if (three) H[low + j]! -= sum * z;
  }
  const last = Math.min(end, k + 3);
  for (let i = start; i <= last; i++) {
    const at = i * n + k;
    const sum = x * H[at]! + y * H[at + 1]! + (three ? z * H[at + 2]! : 0);
    H[at]! -= sum;
    H[at + 1]! -= sum * q;
    if (three) H[at + 2]! -= sum * r;
  }
}
