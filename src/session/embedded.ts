import { settingOf } from "../kit/derive.ts";
import type { Figure } from "../kit/figure.ts";
import type { Params, Values } from "../kit/param.ts";
import { decode, settingQuery, type Notice } from "./address.ts";
import type { Session } from "./session.ts";

/** What the page can see for itself: a readout against a number. */
export interface Check {
  readonly of: string;
  readonly is: "eq" | "lt" | "gt";
  readonly than: number;
  /** How far from the number is still equal. */
  readonly within: number;
}

/** What the address of one figure alone says beside its setting. */
export interface Embedded {
  /** The controls that stand there, parameters and `parts`; all where not said. */
  readonly controls?: readonly string[] | undefined;
  /** Parameters that nobody can change. */
  readonly lock: readonly string[];
  readonly theme?: "light" | "dark" | undefined;
  /** Where in the course it is from: a chapter and a step, `kalman.two-noises`. */
  readonly step?: string | undefined;
  /** A goal in a teacher's words: shown as text and as nothing else. */
  readonly aim?: string | undefined;
  readonly check?: Check | undefined;
}

/** What can stand on a card beside its parameters. */
export const parts = ["time", "presets", "tools"] as const;
/** The longest goal, in signs. */
export const LONGEST_TASK = 200;
/** Keys of such an address that are no parameters. */
export const embedKeys = [
  "embed",
  "t",
  "controls",
  "lock",
  "theme",
  "step",
  "aim",
  "check",
] as const;

/** The query that brings a figure up alone, in its session's present setting. */
export function embedQuery(session: Session, said: Embedded): URLSearchParams {
  const { figure } = session;
  const query = new URLSearchParams({ embed: figure.id });
  for (const [k, v] of settingQuery(session, settingOf(figure))) query.set(k, v);
  if (said.controls) query.set("controls", said.controls.join(","));
  if (said.lock.length > 0) query.set("lock", said.lock.join(","));
  for (const key of ["theme", "step", "aim"] as const) if (said[key]) query.set(key, said[key]);
  if (said.check) query.set("check", printCheck(said.check));
  return query;
}

/** What an address asks for, as far as it can be had, and what of it cannot. */
export function readEmbedded(
  figure: Figure,
  query: URLSearchParams,
): { said: Embedded; values: Values<Params>; t: number; notices: Notice[] } {
  const { values, notices } = decode(figure.params, query, settingOf(figure), embedKeys);
  const unreadable = (key: string) => void notices.push({ key, problem: "unreadable" });
  const names = (key: string, known: readonly string[]) =>
    query
      .get(key)
      ?.slice(0, 1000)
      .split(",")
      .filter((name) => {
        if (known.includes(name)) return true;
        if (name) notices.push({ key: name.slice(0, 40), problem: "unknown" });
        return false;
      });
  const params = Object.keys(figure.params);
  const moment = query.get("t");
  const t = moment !== null && /^\d{1,6}$/.test(moment) ? Number(moment) : Infinity;
  if (moment !== null && t === Infinity) unreadable("t");
  const asked = query.get("check");
  const check = asked === null ? undefined : readCheck(asked, figure);
  if (asked !== null && !check) unreadable("check");
  const aim = plainWords(query.get("aim") ?? "");
  if (aim.length > LONGEST_TASK) notices.push({ key: "aim", problem: "too long" });
  const theme = (["light", "dark"] as const).find((name) => name === query.get("theme"));
  const step = /^[\w-]{1,60}(\.[\w-]{1,60})?$/.exec(query.get("step") ?? "")?.[0];
  const said: Embedded = {
    controls: names("controls", [...params, ...parts]),
    lock: names("lock", params) ?? [],
    theme,
    step,
    aim: aim.slice(0, LONGEST_TASK).join("") || undefined,
    check,
  };
  return { said, values, t, notices };
}

/** The signs of a text on one line: nothing that turns or hides what stands beside it. */
const plainWords = (text: string): string[] =>
  Array.from(text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim());

const printCheck = ({ of, is, than, within }: Check): string =>
  [of, is, than, ...(is === "eq" ? [within] : [])].join(",");

/** `gain,lt,0.3` or `gain,eq,0.5,0.01`: a readout of the figure, a comparison, a number, how near. */
function readCheck(text: string, figure: Figure): Check | undefined {
  const [of = "", is, ...numbers] = text.slice(0, 200).split(",");
  const [than = NaN, within = 0] = numbers.map((x) => (x.trim() ? Number(x) : NaN));
  if (!Object.hasOwn(figure.readouts, of) || numbers.length > 2) return undefined;
  if (is !== "eq" && is !== "lt" && is !== "gt") return undefined;
  return Number.isFinite(than) && within >= 0 ? { of, is, than, within } : undefined;
}

/** Whether a goal is reached at the session's present moment. */
export function reached(session: Session, { of, is, than, within }: Check): boolean {
  const { result, values, t } = session.store.getState();
  const x = session.figure.readouts[of]!.of(result, values, Math.floor(t));
  if (is === "lt") return x < than;
  if (is === "gt") return x > than;
  // A sum of tenths is still that sum.
  return Math.abs(x - than) <= within + 1e-9 * Math.max(1, Math.abs(than));
}
