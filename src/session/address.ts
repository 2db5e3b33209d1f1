import type { Params, Values } from "../kit/param.ts";

/** What an address asked for that could not be honoured: shown to the reader, never silently dropped. */
export interface Notice {
  readonly key: string;
  readonly problem: "unknown" | "unreadable" | "too long" | "stays";
}

/** Longer than any link we write; what is longer is not read at all. */
const LONGEST = 8000;

/** Only what differs from `base` goes into the address, so links stay short; a shipped default is therefore frozen. */
export function encode<P extends Params>(
  params: P,
  values: Values<P>,
  base: Values<P>,
): URLSearchParams {
  const query = new URLSearchParams();
  for (const [k, p] of Object.entries(params)) {
    const text = p.print(values[k]);
    if (text !== p.print(base[k])) query.set(k, text);
  }
  return query;
}

/** Values from an address: validated by each parameter, `base` where absent or malformed. `reserved` keys are skipped. */
export function decode<P extends Params>(
  params: P,
  query: URLSearchParams,
  base: Values<P>,
  reserved: readonly string[] = [],
): { values: Values<P>; notices: Notice[] } {
  const values: Record<string, unknown> = { ...base };
  const notices: Notice[] = [];
  if (String(query).length > LONGEST)
    return { values: base, notices: [{ key: "", problem: "too long" }] };
  for (const [key, text] of query) {
    if (reserved.includes(key) || notices.some((n) => n.key === key)) continue;
    const value = Object.hasOwn(params, key) ? params[key]!.parse(text) : undefined;
    const exact = value !== undefined && params[key]!.exact?.(text) !== false;
    if (exact) values[key] = value;
    else {
      const known = Object.hasOwn(params, key);
      const stays = known && params[key]!.stays?.(text) === true;
      notices.push({
        key: key.slice(0, 40),
        problem: stays ? "stays" : known ? "unreadable" : "unknown",
      });
    }
  }
  return { values: values as Values<P>, notices: notices.slice(0, 5) };
}
