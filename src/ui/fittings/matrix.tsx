import { useId, type KeyboardEvent } from "react";
import { format } from "../../kit/format.ts";
import type { MatrixParam, Rows } from "../../kit/params/matrix.ts";
import { ParamLabel } from "../ParamLabel.tsx";
import { fill, takeBack, WRONG } from "../entries.ts";
import { useBound, useFigure } from "../live.ts";
import { useTold } from "../useTold.ts";
import { useSay } from "../words.ts";

const written = (x: number) => format(x, 4);

/** A small matrix of typed numbers; arrow keys up and down move an entry by a step, with Shift by ten. */
export default function MatrixField({ name, param }: { name: string; param: MatrixParam }) {
  const { session, words } = useFigure();
  const say = useSay();
  const id = useId();
  const told = useTold();
  const value = () => session.store.getState().values[name] as Rows;
  const table = useBound<HTMLDivElement>(session, (el, { values }) => {
    fill(el, values[name] as Rows, written);
    if (!el.querySelector(`[${WRONG}]`)) told.keeps(values[name], values);
  });
  const bounds = { min: format(param.min), max: format(param.max) };
  const put = (i: number, j: number, x: number) => {
    const kept = Math.min(param.max, Math.max(param.min, x));
    session.set({
      [name]: value().map((row, r) => row.map((old, c) => (r === i && c === j ? kept : old))),
    });
    if (!table.current!.querySelector(`[${WRONG}]`)) told.clear();
    if (kept !== x) told.note(say("number.clamped", bounds), session.store.getState().values);
    return kept;
  };
  const type = (input: HTMLInputElement, i: number, j: number) => {
    const typed = input.value.trim().replace("−", "-").replace(",", ".");
    const x = Number(typed);
    if (typed === "" || !Number.isFinite(x)) {
      input.setAttribute(WRONG, "true");
      return told.refuse(say("number.invalid", bounds), value());
    }
    input.removeAttribute(WRONG);
    input.value = written(put(i, j, x));
  };
  const giveUp = (e: KeyboardEvent<HTMLInputElement>, i: number, j: number) => {
    const now = written(value()[i]![j]!);
    if (!told.text && e.currentTarget.value === now) return;
    e.stopPropagation();
    takeBack(e.currentTarget, now);
    if (!table.current!.querySelector(`[${WRONG}]`)) told.clear();
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
              data-at={`${i},${j}`}
              aria-describedby={told.text ? `${id}p` : undefined}
              defaultValue={written(x)}
              onBlur={(e) => e.target.value !== written(value()[i]![j]!) && type(e.target, i, j)}
              onKeyDown={(e) => {
                if (e.key === "Enter") return type(e.currentTarget, i, j);
                if (e.key === "Escape") return giveUp(e, i, j);
                const by = { ArrowUp: 1, ArrowDown: -1 }[e.key];
                if (by === undefined) return;
                e.preventDefault();
                const now = value()[i]![j]! + by * param.step * (e.shiftKey ? 10 : 1);
                takeBack(e.currentTarget, written(put(i, j, +now.toPrecision(6))));
              }}
            />
          )),
        )}
      </div>
      {told.text && (
        <p className="problem" role="alert" id={`${id}p`}>
          {told.text}
        </p>
      )}
    </div>
  );
}
