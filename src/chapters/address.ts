import { decode, settingQuery, written, type Notice } from "../session/address.ts";
import { settingOf, startOf } from "../kit/derive.ts";
import type { Session } from "../session/session.ts";

/** Keys of the query that belong to the page, not to a figure. */
export const reserved = ["t", "hide", "present"] as const;

/** Puts a figure into the setting of a step, changed by what the address asks for. */
export function openAt(
  session: Session,
  preset: string | undefined,
  query: URLSearchParams,
): Notice[] {
  const { figure } = session;
  const base = settingOf(figure, preset);
  const { values, notices } = decode(figure.params, query, base, reserved);
  const t = query.get("t");
  const asked = t !== null && /^\d{1,6}$/.test(t) ? Number(t) : undefined;
  session.adopt(base, values, asked ?? startOf(figure, preset));
  if (t !== null && asked === undefined) notices.push({ key: "t", problem: "unreadable" });
  return notices;
}

/** The query that brings the present values, playhead and hidden controls back. */
export function queryOf(
  session: Session | undefined,
  hidden: ReadonlySet<string>,
  presenting: string,
): string {
  const query = session ? settingQuery(session) : new URLSearchParams();
  if (hidden.size > 0) query.set("hide", [...hidden].join(","));
  if (presenting) query.set("present", presenting);
  return written(query);
}

/** The name of the presentation that an address opens; 1 while it has only one window. */
export const presentationOf = (query: URLSearchParams): string =>
  /^(1|[a-z0-9]{7})$/.exec(query.get("present") ?? "")?.[0] ?? "";

/** Names of the controls an address hides; anything that is not a plain name is left out. */
export const hiddenOf = (query: URLSearchParams): ReadonlySet<string> =>
  new Set(
    (query.get("hide") ?? "")
      .slice(0, 300)
      .split(",")
      .filter((k) => /^[a-zA-Z]{1,20}$/.test(k)),
  );
