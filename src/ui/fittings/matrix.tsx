import { useId, useState } from "react";
import { format } from "../../kit/format.ts";
import type { MatrixParam, Rows } from "../../kit/params/matrix.ts";
import { ParamLabel } from "../ParamLabel.tsx";
import { useBound, useFigure } from "../live.ts";
import { useSay } from "../words.ts";

/** A small matrix of typed numbers; arrow keys up and down move an entry by a step, with Shift by ten. */
export default function MatrixField({ name, param }: { name: string; param: MatrixParam }) {
  const { session, words } = useFigure();
  const say = useSay();
  const id = useId();
  const [problem, setProblem] = useState("");
  const value = () => session.store.getState().values[name] as Rows;
  const table = useBound<HTMLDivElement>(session, (el, { values }) => {
    const m = values[name] as Rows;
    el.querySelectorAll("input").forEach((input, k) => {
      const x = m[Math.floor(k / param.cols)]![k % param.cols]!;
      if (document.activeElement !== input) input.value = format(x, 4);
    });
  });
  const put = (i: number, j: number, x: number) => {
    const kept = Math.min(param.max, Math.max(param.min, x));
    const bounds = { min: format(param.min), max: format(param.max) };
    setProblem(kept === x ? "" : say("number.clamped", bounds));
    session.set({
      [name]: value().map((row, r) => row.map((old, c) => (r === i && c === j ? kept : old))),
    });
    return kept;
  };
  const type = (input: HTMLInputElement, i: number, j: number) => {
    const typed = input.value.trim().replace("−", "-").replace(",", ".");
    const x = Number(typed);
    if (typed === "" || !Number.isFinite(x))
      return setProblem(say("number.invalid", { min: format(param.min), max: format(param.max) }));
    input.value = format(put(i, j, x), 4);
  };
  return (
    <div className="control matrix" data-symbol={param.symbol} data-control={name}>
      <ParamLabel name={name} param={param} />
      <div
        ref={table}
        className="entries"
        role="group"
        aria-label={words(`params.${name}`)}
        style={{ gridTemplateColumns: `repeat(${param.cols}, 1fr)` }}
      >
        {value().map((row, i) =>
          row.map((x, j) => (
            <input
              // Entries have no identity but their place.
              key={`${i},${j}`}
              className="typed"
              inputMode="decimal"
              autoComplete="off"
              aria-label={`${words(`params.${name}`)} ${i + 1}, ${j + 1}`}
              aria-invalid={problem !== "" || undefined}
              defaultValue={format(x, 4)}
              onBlur={(e) => e.target.value !== format(value()[i]![j]!, 4) && type(e.target, i, j)}
              onKeyDown={(e) => {
                if (e.key === "Enter") return type(e.currentTarget, i, j);
                const by = { ArrowUp: 1, ArrowDown: -1 }[e.key];
                if (by === undefined) return;
                e.preventDefault();
                const now = value()[i]![j]! + by * param.step * (e.shiftKey ? 10 : 1);
                e.currentTarget.value = format(put(i, j, +now.toPrecision(6)), 4);
              }}
            />
          )),
        )}
      </div>
      {problem && (
        <p className="problem" role="alert" id={`${id}p`}>
          {problem}
        </p>
      )}
    </div>
  );
}
