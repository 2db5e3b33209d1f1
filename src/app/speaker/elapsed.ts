/** 754 000 ms → 12:34; from an hour on 1:02:03. */
export function elapsed(ms: number): string {
  const s = Math.floor(ms / 1000);
  const two = (n: number) => String(n % 60).padStart(2, "0");
  const minutes = Math.floor(s / 60);
  return minutes < 60
    ? `${minutes}:${two(s)}`
    : `${Math.floor(minutes / 60)}:${two(minutes)}:${two(s)}`;
}
