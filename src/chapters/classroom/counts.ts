import { createStore } from "zustand/vanilla";

/** Hands at one question: how many for each option, and what came before each change. */
export interface Counts {
  readonly now: readonly number[];
  readonly before: readonly (readonly number[])[];
}

interface State {
  readonly questions: Readonly<Record<string, Counts>>;
  /** The question at which hands are being counted. */
  readonly counting: string | undefined;
}

/** More than any lecture hall holds. */
const MOST = 9999;
const none: Counts = { now: [], before: [] };

/** Hands are kept as long as the page is open, and nowhere else. */
export function openCounts() {
  const store = createStore<State>(() => ({ questions: {}, counting: undefined }));
  const of = (question: string) => store.getState().questions[question] ?? none;
  const put = (question: string, counts: Counts) =>
    store.setState({ questions: { ...store.getState().questions, [question]: counts } });
  const counts = {
    store,
    of,
    count: (question: string | undefined) => store.setState({ counting: question }),
    /** How many hands there are for an option. */
    set(question: string, option: number, n: number): void {
      const { now, before } = of(question);
      const next = Array.from({ length: Math.max(now.length, option + 1) }, (_, k) => now[k] ?? 0);
      next[option] = Math.min(MOST, Math.max(0, Math.round(n) || 0));
      if (next[option] !== (now[option] ?? 0))
        put(question, { now: next, before: [...before, now] });
    },
    add: (question: string, option: number) =>
      counts.set(question, option, (of(question).now[option] ?? 0) + 1),
    undo(question: string): void {
      const { before } = of(question);
      if (before.length > 0) put(question, { now: before.at(-1)!, before: before.slice(0, -1) });
    },
    clear: (question: string) => put(question, none),
  };
  return counts;
}

export const total = ({ now }: Counts): number => now.reduce((sum, n) => sum + n, 0);
