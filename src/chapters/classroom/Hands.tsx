import { useEffect, useRef } from "react";
import { tinykeys } from "tinykeys";
import { useStore } from "zustand";
import type { Hands } from "../../ui/hands.ts";
import { useLateSay } from "../../ui/lateWords.ts";
import { openCounts, total, type Counts } from "./counts.ts";

const counts = openCounts();
const none: Counts = { now: [], before: [] };
const useCounts = (question: string) =>
  useStore(counts.store, ({ questions }) => questions[question] ?? none);
const useCounting = (question: string) =>
  useStore(counts.store, ({ counting }) => counting === question);

/** The hands for one option: a bar, a number that can be typed, and one more at a press. */
const Row: Hands["Row"] = ({ question, option, right }) => {
  const say = useLateSay("class");
  const counting = useCounting(question) && right === undefined;
  const all = useCounts(question);
  const n = all.now[option] ?? 0;
  if (!counting && total(all) === 0) return null;
  return (
    <div className="hand" data-right={right}>
      {counting && (
        <>
          <button
            type="button"
            aria-label={say("hands.more", { n: option + 1 })}
            onClick={() => counts.add(question, option)}
          >
            <kbd>{option + 1}</kbd> +1
          </button>
          <input
            className="typed"
            inputMode="numeric"
            aria-label={say("hands.number", { n: option + 1 })}
            value={n}
            onFocus={(e) => e.target.select()}
            onChange={(e) => counts.set(question, option, Number.parseInt(e.target.value, 10))}
          />
        </>
      )}
      {/* The longest bar is the most hands. */}
      <span className="hand-bar">
        <i style={{ inlineSize: `${(100 * n) / Math.max(1, ...all.now)}%` }} />
      </span>
      {!counting && (
        <b>
          {n}
          {right && <span aria-hidden="true"> ✓</span>}
        </b>
      )}
    </div>
  );
};

/** Begins and ends the counting, takes back what was counted wrong; by key too. */
const Foot: Hands["Foot"] = ({ question, options, told }) => {
  const say = useLateSay("class");
  const counting = useCounting(question) && !told;
  const all = useCounts(question);
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Of several questions on the wall, the first that waits for its answer.
    const mine = () => document.querySelector(".presenter .hands-foot[data-open]") === foot.current;
    const typing = (e: KeyboardEvent) => (e.target as Element).closest("input, select, textarea");
    const when = (is: () => boolean, act: () => void) => (e: KeyboardEvent) => {
      if (typing(e) || !is()) return;
      e.preventDefault();
      act();
    };
    const digits = Array.from({ length: options }, (_, k) => [
      String(k + 1),
      when(
        () => counting,
        () => counts.add(question, k),
      ),
    ]);
    return tinykeys(
      window,
      {
        ...Object.fromEntries(digits),
        Backspace: when(
          () => counting,
          () => counts.undo(question),
        ),
        h: when(
          () => counting || mine(),
          () => counts.count(counting ? undefined : question),
        ),
      },
      { capture: true },
    );
  }, [question, options, counting]);
  // What is counted is in view, all answers of it.
  useEffect(() => {
    if (counting) foot.current?.closest(".ask")?.scrollIntoView?.({ block: "end" });
  }, [counting]);
  if (told) return total(all) > 0 && <p className="soft">{say("hands.all", { n: total(all) })}</p>;
  return (
    <div
      ref={foot}
      className="hands-foot"
      data-open={!told || undefined}
      data-counting={counting || undefined}
    >
      <button
        type="button"
        aria-pressed={counting}
        onClick={() => counts.count(counting ? undefined : question)}
      >
        {say("hands.count")} <kbd>H</kbd>
      </button>
      {counting && (
        <>
          <button
            type="button"
            aria-disabled={all.before.length === 0}
            onClick={() => counts.undo(question)}
          >
            {say("hands.undo")} <kbd>⌫</kbd>
          </button>
          <button type="button" onClick={() => counts.clear(question)}>
            {say("hands.clear")}
          </button>
          <span className="soft" role="status">
            {say("hands.all", { n: total(all) })}
          </span>
        </>
      )}
    </div>
  );
};

export const hands: Hands = { Row, Foot };
