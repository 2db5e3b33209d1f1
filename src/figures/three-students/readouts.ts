import type { Readout } from "../../kit/figure.ts";
import { questionAt, standing, type Run } from "./compute.ts";
import { answersOf, fromFact, heldOut, percent, rightSoFar } from "./look.ts";
import type { Setting } from "./params.ts";
import { kept, type Student } from "./students.ts";

type Own = Readout<Setting, Run>;
const lecture = ({ show }: Setting) => show === "lecture";
const recall = ({ show }: Setting) => show === "recall";

const right = (student: Student, name: string): Own => ({
  label: `right so far, ${name}`,
  foot: true,
  when: lecture,
  of: (r, _, t) => rightSoFar(r, student, t),
});
const fair = (student: Student, name: string): Own => ({
  label: `probability of the right number, ${name}, in %`,
  of: (r, _, t) => 100 * (answersOf(r, student)?.[questionAt(r, t)]?.fair ?? NaN),
});
const numbers = (student: Student, name: string): Own => ({
  label: `numbers kept, ${name}`,
  foot: true,
  when: lecture,
  digits: 5,
  of: (_, v, t) => kept(student, v, Math.floor(t) + 1),
});
const held = (student: Student, name: string): Own => ({
  label: `right on held-out lectures, ${name}, in %`,
  foot: true,
  when: recall,
  of: (_, v) => percent(heldOut.of(student, v).held),
});
const crowd = (student: Student, name: string): Own => ({
  label: `right of 24 names, ${name}, in %`,
  of: (_, v) => percent(heldOut.of(student, v).names.at(-1)!),
});
/** Of the last two bins: more than 320 tokens ago. */
const far = (student: Student, name: string): Own => ({
  label: `right when said more than 320 tokens ago, ${name}, in %`,
  of: (_, v) => {
    const [a, b] = heldOut.of(student, v).since.slice(-2);
    return percent([a![0] + b![0], a![1] + b![1]]);
  },
});
const each = (student: Student, v: Setting) => heldOut.of(student, v).each.map(percent);

export const readouts = {
  token: { label: "tokens read", digits: 3, of: (_, __, t) => Math.floor(t) + 1 },
  all: { label: "tokens in all", digits: 3, of: (r) => r.ids.length },
  said: { label: "names said with a number", of: (r) => r.facts.length },
  asked: { label: "questions so far", of: (r, _, t) => questionAt(r, t) + 1 },
  since: {
    label: "tokens since it was said",
    of: (r, _, t) => {
      const q = standing(r, t);
      return q < 0 ? NaN : Math.floor(t) - r.questions[q]!.at;
    },
  },
  rightLstm: right("lstm", "LSTM"),
  rightTransformer: right("transformer", "Transformer"),
  rightMamba: right("mamba", "Mamba"),
  fairLstm: fair("lstm", "LSTM"),
  fairTransformer: fair("transformer", "Transformer"),
  fairMamba: fair("mamba", "Mamba"),
  keptLstm: numbers("lstm", "LSTM"),
  keptTransformer: numbers("transformer", "Transformer"),
  keptMamba: numbers("mamba", "Mamba"),
  looksFact: {
    label: "of what the Transformer looks at, the number asked for, in %",
    of: (r, v, t) => 100 * fromFact(r, v, "transformer", t),
  },
  heardFact: {
    label: "of what Mamba hears, tokens whose window holds the number, in %",
    of: (r, v, t) => 100 * fromFact(r, v, "mamba", t),
  },
  heldLstm: held("lstm", "LSTM"),
  heldTransformer: held("transformer", "Transformer"),
  heldMamba: held("mamba", "Mamba"),
  crowdLstm: crowd("lstm", "LSTM"),
  crowdTransformer: crowd("transformer", "Transformer"),
  crowdMamba: crowd("mamba", "Mamba"),
  farLstm: far("lstm", "LSTM"),
  farTransformer: far("transformer", "Transformer"),
  farMamba: far("mamba", "Mamba"),
  known: {
    label: "names that the LSTM knows more than three times of five",
    of: (_, v) => each("lstm", v).filter((x) => x > 60).length,
  },
  best: {
    label: "of the name it knows best, the LSTM, in %",
    of: (_, v) => Math.max(...each("lstm", v)),
  },
  worst: {
    label: "of the name it knows least, the LSTM, in %",
    of: (_, v) => Math.min(...each("lstm", v)),
  },
  wideHeld: {
    label: "right on held-out lectures, the larger LSTM, in %",
    of: () => percent(heldOut.all["lstm-wide"]!.held),
  },
  oneHeld: {
    label: "right on held-out lectures, Mamba with one state a channel, in %",
    of: () => percent(heldOut.all["mamba-1"]!.held),
  },
  weightsLstm: {
    label: "parameters, LSTM",
    digits: 6,
    of: (_, v) => heldOut.of("lstm", v).parameters,
  },
  weightsTransformer: {
    label: "parameters, Transformer",
    digits: 5,
    of: (_, v) => heldOut.of("transformer", v).parameters,
  },
  weightsMamba: {
    label: "parameters, Mamba",
    digits: 5,
    of: (_, v) => heldOut.of("mamba", v).parameters,
  },
} satisfies Readonly<Record<string, Own>>;
