import { useEffect, useState } from "react";
import { clockOf } from "../../kit/derive.ts";
import { format, written } from "../../kit/format.ts";
import { useLateSay } from "../lateWords.ts";
import { useFigure } from "../live.ts";
import type { Say } from "../words.ts";
import { Matrices } from "./Matrices.tsx";
import { Scrolled } from "./Scrolled.tsx";
import { numbersOf, type Column } from "./columns.ts";

/** Steps on one page of the table. */
const PAGE = 50;
/** A table that follows the reader's hand is written anew so often, in milliseconds. */
const SETTLED = 200;

/** What the picture draws, in numbers: step by step, what stays the same, and matrices as they are now. It keeps still while time runs. */
export function DataTable() {
  const { session, words } = useFigure();
  const tell = useLateSay("table");
  const [{ result, values, t, withheld }, look] = useState(session.store.getState);
  const [page, turn] = useState<number>();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const see = () => {
      const state = session.store.getState();
      clearTimeout(waiting);
      if (!state.playing) waiting = setTimeout(() => look(state), SETTLED);
    };
    const leave = session.store.subscribe(see);
    return () => (clearTimeout(waiting), leave());
  }, [session]);
  useEffect(() => turn(undefined), [result, withheld]);

  const here = Math.floor(t);
  const n = withheld.size > 0 ? here + 1 : session.length();
  const numbers = numbersOf(session, words);
  const from =
    PAGE * Math.max(0, Math.min(page ?? Math.floor(here / PAGE), Math.ceil(n / PAGE) - 1));
  const rows = Array.from({ length: Math.min(PAGE, n - from) }, (_, k) => numbers.row(from + k));
  const probes = [0, n >> 1, n - 1].map(numbers.row);
  const still = numbers.columns.map((_, k) =>
    [...probes, ...rows].every((row) => Object.is(row[k], rows[0]![k])),
  );
  const moving = still.flatMap((same, k) => (same ? [] : [k]));
  const clock = (step: number) =>
    clockOf(session.figure, words, { result, values, t: step, withheld }) || String(step);
  return (
    <section className="data" aria-label={tell("title", { figure: words("title") })}>
      {withheld.size > 0 && <p className="hint">{tell("waits")}</p>}
      {moving.length > 0 && (
        <Steps {...{ numbers, moving, rows, from, here, n, clock, turn, tell }} />
      )}
      <Constants
        title={tell(n > 1 ? "still" : "numbers")}
        columns={numbers.columns.filter((_, k) => still[k])}
        row={rows[0]!.filter((_, k) => still[k])}
      />
      <Matrices all={numbers.matrices(here)} tell={tell} alone={n === 1} />
    </section>
  );
}

const textOf = (x: number | undefined, { digits }: Column) =>
  x === undefined || Number.isNaN(x) ? "–" : digits ? written(x, digits) : format(x, 4);

interface StepsProps {
  readonly numbers: ReturnType<typeof numbersOf>;
  readonly moving: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly from: number;
  readonly here: number;
  readonly n: number;
  clock(step: number): string;
  turn(page: number): void;
  readonly tell: Say;
}

function Steps({ numbers, moving, rows, from, here, n, clock, turn, tell }: StepsProps) {
  const to = from + rows.length;
  const caption = tell("steps", { from, to: to - 1, n });
  return (
    <>
      <Scrolled caption={caption}>
        <thead>
          <tr>
            <th scope="col">{tell("step")}</th>
            {moving.map((k) => (
              <th key={k} scope="col" data-symbol={numbers.columns[k]!.symbol}>
                {numbers.columns[k]!.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={from + i} aria-current={from + i === here || undefined}>
              <th scope="row">{clock(from + i)}</th>
              {moving.map((k) => (
                <td key={k}>{textOf(row[k], numbers.columns[k]!)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Scrolled>
      {n > PAGE && (
        <div className="tools">
          <button type="button" disabled={from === 0} onClick={() => turn(from / PAGE - 1)}>
            {tell("earlier")}
          </button>
          <button type="button" disabled={to >= n} onClick={() => turn(from / PAGE + 1)}>
            {tell("later")}
          </button>
        </div>
      )}
    </>
  );
}

interface ConstantsProps {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly row: readonly number[];
}

function Constants({ title, columns, row }: ConstantsProps) {
  const known = columns.flatMap((column, k) =>
    Number.isNaN(row[k]) ? [] : [{ column, x: row[k] }],
  );
  if (known.length === 0) return null;
  return (
    <Scrolled caption={title}>
      <tbody>
        {known.map(({ column, x }, k) => (
          <tr key={k}>
            <th scope="row" data-symbol={column.symbol}>
              {column.name}
            </th>
            <td>{textOf(x, column)}</td>
          </tr>
        ))}
      </tbody>
    </Scrolled>
  );
}
