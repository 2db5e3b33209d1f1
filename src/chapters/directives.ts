/** What an attribute holds, and with it what its value is checked against. */
export type AttributeKind =
  | "figure"
  | "preset" // of the step's figure
  | "readout" // of the step's figure
  | "withheld" // readouts of the step's figure, or "caption", "picture"; a blank between two
  | "controls" // names of the step's figure's parameters, or "presets"; a blank between two
  | "equation"
  | "option" // the number of one of its options
  | "flag" // is there or not
  | "text"; // words: in another language others

export interface Attribute {
  readonly kind: AttributeKind;
  readonly required?: true;
  /** Means something only beside that other attribute. */
  readonly beside?: string;
}

export interface DirectiveRule {
  /** `:in` a sentence, `::line` of its own, `:::block` around a text. */
  readonly shape: "in" | "line" | "block";
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** What stands in a block: a text, or a question, a list of options and an explanation. */
  readonly holds?: "text" | "question";
  /** What a class sees of a step: this in place of its text, or this beside it; nothing where not given. */
  readonly projected?: "instead" | "beside";
  /** Grammar may put it elsewhere in its step in another language; the others keep their order. */
  readonly moves?: true;
}

/** Every directive of a page, once: reading, checking, comparing languages, showing and projecting all work from here. */
const rules = {
  figure: {
    shape: "line",
    attributes: {
      id: { kind: "figure", required: true },
      preset: { kind: "preset" },
      // Stand in the step; without it those that its text names by their symbols and its question changes.
      controls: { kind: "controls" },
    },
  },
  equation: {
    shape: "line",
    attributes: { id: { kind: "equation", required: true } },
    projected: "beside",
  },
  val: {
    shape: "in",
    attributes: { of: { kind: "readout", required: true }, still: { kind: "flag" } },
    moves: true,
  },
  predict: {
    shape: "block",
    attributes: {
      answer: { kind: "option", required: true },
      // oxlint-disable-next-line unicorn/no-thenable -- an attribute's name; nobody awaits this table
      then: { kind: "preset" },
      hold: { kind: "flag", beside: "then" },
      // The number that is the answer; and what would give it away before.
      asks: { kind: "readout" },
      hides: { kind: "withheld" },
    },
    holds: "question",
    projected: "instead",
  },
  quiz: {
    shape: "block",
    attributes: { answer: { kind: "option", required: true } },
    holds: "question",
  },
  myth: {
    shape: "block",
    attributes: { title: { kind: "text", required: true } },
    holds: "text",
  },
  teacher: { shape: "block", attributes: {}, holds: "text" },
} as const satisfies Record<string, DirectiveRule>;

export type DirectiveName = keyof typeof rules;
export const directives: Readonly<Record<DirectiveName, DirectiveRule>> = rules;

export const isDirectiveName = (name: string): name is DirectiveName => name in rules;

/** The tag of a directive in a compiled page. */
export const tagOf = <N extends DirectiveName>(name: N): `x-${N}` => `x-${name}`;

/** The directive that a tag stands for. */
export function directiveOf(tag: string): DirectiveName | undefined {
  const name = tag.startsWith("x-") ? tag.slice(2) : "";
  return isDirectiveName(name) ? name : undefined;
}
