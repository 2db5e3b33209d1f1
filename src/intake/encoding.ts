/**
 * The encoding in which the first bytes of a file are text, or undefined where they are none. A byte order mark decides;
 * without one UTF-16 shows by its zero bytes, then UTF-8, then GB 18030 (Excel in China), then Windows-1252 (Excel in Europe).
 */
export function encodingOf(bytes: Uint8Array): string | undefined {
  const encoding = guess(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return isBinary(text) ? undefined : encoding;
}

/** More control characters than a text could have, or one that no text has. */
function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 32 && (c < 9 || c > 13) && c !== 26) controls++;
  }
  return controls * 1000 > text.length;
}

function guess(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const wide = guessWide(bytes);
  if (wide) return wide;
  if (decodes("utf-8", bytes)) return "utf-8";
  return decodes("gb18030", bytes) && pairsOnly(bytes) ? "gb18030" : "windows-1252";
}

/** Digits and separators in UTF-16 have a zero byte on one side, always the same. */
function guessWide(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096) & ~1;
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  const [even, odd] = zeros as [number, number];
  const pairs = length / 2;
  if (odd > 0.2 * pairs && even <= 0.02 * pairs) return "utf-16le";
  if (even > 0.2 * pairs && odd <= 0.02 * pairs) return "utf-16be";
  return undefined;
}

/** `stream` forgives the character that the end of the sample cuts in two. */
function decodes(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false; // the decoder's way of saying no
  }
}

/** Chinese characters are two high bytes each; a lone accented letter between ASCII is Western. */
function pairsOnly(bytes: Uint8Array): boolean {
  let run = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) run++;
    else if (run & 1) return false;
    else run = 0;
  }
  return true;
}
