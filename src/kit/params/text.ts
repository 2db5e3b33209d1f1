import type { Label, Param } from "../param.ts";

/** What a typed text is taken as; nothing where it cannot be. `note` is the figure's phrase on what was left out or is wrong. */
export interface Taken {
  readonly value?: string;
  readonly note?: string;
}

export interface TextParam extends Param<string> {
  readonly kind: "text";
  /** A value is taken as itself. Never slow, whatever is pasted. */
  take(typed: string): Taken;
  /** Buttons that make another text of the present one, under the names of `options`. */
  readonly offers: Readonly<Record<string, (now: string) => string>>;
}

interface Offer {
  readonly label: string;
  of(now: string): string;
}

/** Half a character, or what stands in its place in a badly encoded address. */
const broken = /[\p{Cs}\uFFFD]/u;

/** A text of the reader's own, in a form that `take` brings it to. */
export function text({
  offers = {},
  ...o
}: Label &
  Pick<TextParam, "initial" | "take" | "at"> & {
    offers?: Readonly<Record<string, Offer>>;
  }): TextParam {
  const each = <T>(f: (offer: Offer) => T) =>
    Object.fromEntries(Object.entries(offers).map(([name, offer]) => [name, f(offer)]));
  return {
    kind: "text",
    ...o,
    parse: (typed) => (broken.test(typed) ? undefined : o.take(typed).value),
    exact: (typed) => o.take(typed).value === typed,
    print: (value) => value,
    nudge: (value) => value,
    options: each(({ label }) => label),
    offers: each(({ of }) => of),
  };
}
