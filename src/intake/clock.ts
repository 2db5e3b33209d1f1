/** Minutes by which the clocks that people name are ahead of UTC. */
const zones: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "Z 0 UTC 0 GMT 0 WET 0 WEST 60 BST 60 CET 60 MEZ 60 CEST 120 MESZ 120 EET 120 EEST 180 MSK 180 IST 330 JST 540 " +
    "KST 540 AEST 600 AEDT 660 EST -300 EDT -240 CST -360 CDT -300 MST -420 MDT -360 PST -480 PDT -420"
  )
    .split(" ")
    .flatMap((word, i, all) => (i % 2 === 0 ? [[word, Number(all[i + 1])]] : [])),
);

const zone = String.raw`(?:\s?(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?|\s?(Z|[A-Z]{3,4})\b)?(?:\s?\[[\w/+-]+\])?`;
const halves = "上午|下午|凌晨|早上|中午|晚上";
const long = new RegExp(
  String.raw`[T ,_]*(${halves})?\s?(\d{1,2})(?:[:时](\d{2})(?:[:分](\d{2})(?:[.,](\d{1,9}))?)?[分秒]?)?(?:\s?([AP])\.?M\b\.?)?${zone}`,
  "iu",
);
const marked = new RegExp(
  String.raw`(?<![\d:.])(?:${halves})?\s?\d{1,2}(?:[:时]\d{2}|\s?[AP]\.?M\b)`,
  "iu",
);
const compact = new RegExp(String.raw`(?<=\d)T(\d{2})(\d{2})(\d{2})?(?:\.(\d{1,9}))?${zone}$`, "u");
const bare = /\s?\b(?:UTC|GMT|Z)$|(?<=\d)Z$/;

/** A time of day, and by how many milliseconds its clock is ahead of UTC, where it says so. */
export interface Clock {
  readonly time: number;
  readonly ahead: number;
}

/**
 * Parts a text into its time of day and the rest: 12:30, 4:05:06.789 PM, 下午3:00, T123000Z, 14:00 CEST, 16:00+02:00. Undefined
 * where what looks like one is none (25:00).
 */
export function parted(text: string): { clock: Clock | undefined; rest: string } | undefined {
  const short = compact.exec(text);
  if (short) {
    const [whole, h, min, s, f, sign, zh, zm, name] = short;
    const clock = timeOf({ h, min, s, f, sign, zh, zm, name });
    return clock && { clock, rest: text.slice(0, -whole.length) };
  }
  const at = marked.exec(text)?.index;
  if (at === undefined) return { clock: undefined, rest: text.replace(bare, "") };
  let from = at;
  while (from > 0 && /[T ,_]/.test(text[from - 1]!)) from--;
  const m = long.exec(text.slice(from));
  if (!m || m.index !== 0) return undefined;
  const [whole, half, h, min, s, f, ap, sign, zh, zm, name] = m;
  const late =
    ap?.toUpperCase() ?? (half && (/下午|晚上/.test(half) ? "P" : /中午/.test(half) ? "" : "A"));
  const clock = timeOf({ h, min, s, f, late, sign, zh, zm, name });
  const rest = `${text.slice(0, from)} ${text.slice(from + whole.length)}`.trim();
  return clock && { clock, rest };
}

type Found = Partial<
  Record<"h" | "min" | "s" | "f" | "late" | "sign" | "zh" | "zm" | "name", string | undefined>
>;

function timeOf({ h, min, s, f, late, sign, zh, zm, name }: Found): Clock | undefined {
  let hours = Number(h);
  if (late && hours <= 12) hours = (hours % 12) + (late === "P" ? 12 : 0);
  const fraction = f ? Number(`0.${f}`) : 0;
  const time = hours * 3_600_000 + Number(min ?? 0) * 60_000 + (Number(s ?? 0) + fraction) * 1000;
  const named = name ? zones[name.toUpperCase()] : 0;
  if (named === undefined || Number(min ?? 0) > 59 || Number(s ?? 0) > 60) return undefined;
  if (!(time <= 86_400_000)) return undefined;
  const offset = sign ? (sign === "-" ? -1 : 1) * (Number(zh) * 60 + Number(zm ?? 0)) : named;
  return { time, ahead: offset * 60_000 };
}
