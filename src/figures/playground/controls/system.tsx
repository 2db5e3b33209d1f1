import { useId, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import type { Rows } from "../../../kit/params/matrix.ts";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { fill, takeBack, WRONG } from "../../../ui/entries.ts";
import { useBound, useFigure } from "../../../ui/live.ts";
import { blockOf, laidInto } from "../pasted.ts";
import { MOST_STATES } from "../poleText.ts";
import { FAR, resized, type SystemParam } from "../systemParam.ts";

const written = (x: number) => String(x).replace("-", "−");

/** The block [[A, B], [C, D]] of the reader's own numbers, exactly as typed or pasted; the arrow keys up and down move an entry. */
export default function SystemField({ name, param }: { name: string; param: SystemParam }) {
  const { session, words } = useFigure();
  const id = useId();
  const [m, setShown] = useState(() => session.store.getState().values[name] as Rows);
  const [problem, setProblem] = useState("");
  const table = useBound<HTMLDivElement>(session, (el, { values }) => {
    const now = values[name] as Rows;
    setShown(now);
    fill(el, now, written);
    if (!el.querySelector(`[${WRONG}]`)) setProblem("");
  });
  const put = (i: number, j: number, x: number) =>
    session.set({ [name]: m.map((row, r) => row.map((old, c) => (r === i && c === j ? x : old))) });
  const type = (input: HTMLInputElement, i: number, j: number) => {
    const typed = input.value.trim().replace("−", "-").replace(",", ".");
    const x = Number(typed);
    if (typed === "" || !Number.isFinite(x) || Math.abs(x) > FAR) {
      input.setAttribute(WRONG, "true");
      return setProblem(words("phrases.entryWrong"));
    }
    input.removeAttribute(WRONG);
    if (!table.current!.querySelector(`[${WRONG}]`)) setProblem("");
    input.dataset["number"] = String(x);
    if (x !== m[i]![j]) put(i, j, x);
  };
  const giveUp = (e: KeyboardEvent<HTMLInputElement>, i: number, j: number) => {
    const now = written(m[i]![j]!);
    if (!problem && e.currentTarget.value === now) return;
    e.stopPropagation();
    takeBack(e.currentTarget, now);
    if (!table.current!.querySelector(`[${WRONG}]`)) setProblem("");
  };
  const paste = (e: ClipboardEvent<HTMLInputElement>, i: number, j: number) => {
    const text = e.clipboardData.getData("text").trim();
    if (!/\d[\s,;\t]+\S/.test(text)) return; // one number, or a word: typed like any other
    e.preventDefault();
    const block = blockOf(text);
    const next = block && laidInto(m, block, i, j);
    if (next) session.set({ [name]: next });
    setProblem(next ? "" : words("phrases.pasteWrong"));
  };
  const n = m.length - 1;
  const letter = (i: number, j: number) => (i < n ? (j < n ? "A" : "B") : j < n ? "C" : "D");
  const to = (size: number) => session.set({ [name]: resized(m, size) });
  return (
    <div className="control matrix system-block" data-control={name}>
      <ParamLabel name={name} param={param} />
      <div
        ref={table}
        className="entries"
        role="group"
        aria-label={words(`params.${name}`)}
        aria-describedby={`${id}h`}
        style={{ gridTemplateColumns: `repeat(${n + 1}, 1fr)` }}
      >
        {m.map((row, i) =>
          row.map((x, j) => (
            <input
              // Entries have no identity but their place.
              key={`${i},${j}`}
              className="typed"
              data-at={`${i},${j}`}
              data-symbol={letter(i, j)}
              inputMode="decimal"
              autoComplete="off"
              aria-label={`${letter(i, j)} ${Math.min(i, n - 1) + 1}, ${Math.min(j, n - 1) + 1}`}
              defaultValue={written(x)}
              onBlur={(e) => type(e.target, i, j)}
              onPaste={(e) => paste(e, i, j)}
              onKeyDown={(e) => {
                if (e.key === "Enter") return type(e.currentTarget, i, j);
                if (e.key === "Escape") return giveUp(e, i, j);
                const by = { ArrowUp: 0.01, ArrowDown: -0.01 }[e.key];
                if (by === undefined) return;
                e.preventDefault();
                const next = +(x + by * (e.shiftKey ? 10 : 1)).toPrecision(12);
                e.currentTarget.value = written(next);
                type(e.currentTarget, i, j);
              }}
            />
          )),
        )}
      </div>
      <p className="hint" id={`${id}h`}>
        {words("phrases.blockHint")}
      </p>
      <button type="button" disabled={n >= MOST_STATES} onClick={() => to(n + 1)}>
        {words("phrases.more")}
      </button>{" "}
      <button type="button" disabled={n <= 1} onClick={() => to(n - 1)}>
        {words("phrases.fewer")}
      </button>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
