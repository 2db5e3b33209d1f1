import type { Params, Values } from "../kit/param.ts";
import type { Session } from "./session.ts";

/** What an address asked for that could not be honoured: shown to the reader, never silently dropped. */
export interface Notice {
  readonly key: string;
  readonly problem: "unknown" | "unreadable" | "too long" | "stays";
}

/** What mail programs, searches and networks add to a link: no business of ours, and none of the reader's. */
const tracker =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|ysclid|mc_[ce]id|_hs\w+|mkt_tok|ref|ref_src|ref_url|si|spm|scm|share_\w+|vd_source|from|wt_mc|pk_\w+|mtm_\w+|matomo_\w+|_ga|_gl|srsltid|epik|s_cid|oly_\w+|vero_\w+|wickedid|__s|bd_vid|qhclickid)$/i;

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

/** The present values and, where it is not at its end, the playhead; against the session's base if no other is given. */
export function settingQuery(
  session: Session,
  from: Values<Params> = session.store.getState().base,
): URLSearchParams {
  const { values, t } = session.store.getState();
  const query = encode(session.figure.params, values, from);
  if (Math.floor(t) < session.length() - 1) query.set("t", String(Math.floor(t)));
  return query;
}

/** A query with its question mark, as people read it; nothing where it is empty. */
export function written(query: URLSearchParams): string {
  const text = query
    .toString()
    .replaceAll("%7E", "~")
    .replaceAll("%2C", ",")
    .replaceAll("%3B", ";");
  return text ? `?${text}` : "";
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
    const known = Object.hasOwn(params, key);
    if (!known && tracker.test(key)) continue;
    if (reserved.includes(key) || notices.some((n) => n.key === key)) continue;
    const value = known ? params[key]!.parse(text) : undefined;
    const exact = value !== undefined && params[key]!.exact?.(text) !== false;
    if (exact) values[key] = value;
    else {
      const stays = known && params[key]!.stays?.(text) === true;
      notices.push({
        key: key.slice(0, 40),
        problem: stays ? "stays" : known ? "unreadable" : "unknown",
      });
    }
  }
  return { values: values as Values<P>, notices: notices.slice(0, 5) };
}
