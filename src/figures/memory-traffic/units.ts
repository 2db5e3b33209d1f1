/** The unit in which so many bytes are a number from 1 to 999. */
export function unitFor(bytes: number): { readonly bytes: number; readonly name: string } {
  if (bytes >= 1e9) return { bytes: 1e9, name: "GB" };
  return bytes >= 1e6 ? { bytes: 1e6, name: "MB" } : { bytes: 1e3, name: "kB" };
}
