/** A number as a cell has it, and what stands around its digits. */
export interface Affixed {
  readonly negative: boolean;
  /** Digits with their marks: 1.234,5e3. */
  readonly digits: string;
  /** Unit, currency or percent; "" where there is none. */
  readonly affix: string;
}

const currency = String.raw`(?:(?:US|HK|NT|A|C|R|S)?\$|[€£¥₹₽₩₺₴₫฿₦₱₪]|CHF|USD|EUR|GBP|CNY|RMB|JPY|INR|Rs\.?|Fr\.?|kr\.?)`;
/** Letters, signs and what a unit is made of; digits only as its powers. */
const unit = String.raw`[%‰°′″*†€£¥$₹\p{L}](?:[\p{L}%°€£¥$₹./·*^†()-]|[23](?!\d)|(?<=-)1| (?=[\p{L}/]))*`;
const pattern = new RegExp(
  String.raw`^(\()?([+-])?\s*(${currency})?\s*([+-])?\s*(\d[\d.,'’ ]*\d|\d[.,]?|[.,]\d+)(e[+-]?\d+)?(-)?\s*(${unit})?\s*(\))?$`,
  "iu",
);
const LONGEST = 14;

/** Takes a number apart, or says that it is none: −$1,234.50, (12,50 €), 12-, 3.2 m/s, 1.2万. */
export function affixed(text: string): Affixed | undefined {
  if (text.length > 48) return undefined;
  const m = pattern.exec(text);
  if (!m) return undefined;
  const [, open, before, money, inside, digits, power, behind, unitOf = "", close] = m;
  if ((open === undefined) !== (close === undefined)) return undefined;
  if (unitOf.length > LONGEST || [before, inside, behind].filter(Boolean).length > 1)
    return undefined;
  if (behind && unitOf && !/^[%€£¥$₹]$/.test(unitOf)) return undefined; // 12-Mar is no number
  const marked = /^[*†]+$/.test(unitOf) ? "" : unitOf.trim(); // a footnote's mark
  const negative = open !== undefined || [before, inside, behind].includes("-");
  const affix = money ?? marked;
  return { negative, digits: digits! + (power ?? ""), affix: aliases[affix] ?? affix };
}

const aliases: Readonly<Record<string, string>> = {
  USD: "$",
  US$: "$",
  EUR: "€",
  GBP: "£",
  JPY: "¥",
  CNY: "¥",
  RMB: "¥",
  元: "¥",
  INR: "₹",
  Rs: "₹",
  "Rs.": "₹",
  Fr: "CHF",
  "Fr.": "CHF",
  个月: "月",
};

/** By what a number with one of these behind it is larger. */
export const magnitudes: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  M: 1e6,
  Mio: 1e6,
  "Mio.": 1e6,
  mn: 1e6,
  千万: 1e7,
  亿: 1e8,
  B: 1e9,
  G: 1e9,
  bn: 1e9,
  Mrd: 1e9,
  "Mrd.": 1e9,
  万亿: 1e12,
  T: 1e12,
};

/** What the affixes of a column mean: the unit to leave out, what multiplies, and how many rows have another unit. */
export function settle(affixes: ReadonlyMap<string, readonly number[]>, numbers: number) {
  const kinds = [...affixes.keys()];
  const all = (a: string) => affixes.get(a)!.length === numbers;
  const counted = kinds.every((a) => a in magnitudes);
  const grows = (a: string) =>
    a in magnitudes && (/\p{Script=Han}/u.test(a) || (counted && !all(a)));
  const main = kinds
    .filter((a) => !grows(a))
    .toSorted((a, b) => affixes.get(b)!.length - affixes.get(a)!.length)[0];
  const others = kinds.filter((a) => !grows(a) && a !== main);
  const times = kinds.filter(grows).map((a) => [affixes.get(a)!, magnitudes[a]!] as const);
  return {
    unit: main,
    times,
    magnitudes: kinds.filter(grows),
    foreign: others.flatMap((a) => affixes.get(a)!),
  };
}
