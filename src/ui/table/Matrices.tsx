import { format } from "../../kit/format.ts";
import { isComplex, letterOf } from "../../notation.ts";
import type { Say } from "../words.ts";
import { Scrolled } from "./Scrolled.tsx";
import type { Numbers } from "./columns.ts";

/** More rows than this nobody reads. */
const MOST = 512;

interface Props {
  readonly all: ReturnType<Numbers["matrices"]>;
  readonly tell: Say;
  /** There are no steps that they could differ between. */
  readonly alone: boolean;
}

/** Matrices with their rows and columns numbered; a single row of many stands upright. */
export function Matrices({ all, tell, alone }: Props) {
  return all.map(({ symbol, rows: given }) => {
    const rows = given.length === 1 && given[0]!.length > 8 ? given[0]!.map((x) => [x]) : given;
    const name = letterOf(symbol);
    const size = { name, rows: given.length, cols: given[0]!.length };
    const heads = isComplex(symbol) ? ["Re", "Im"] : rows[0]!.map((_, k) => String(k + 1));
    return (
      <div key={symbol}>
        <Scrolled caption={tell(alone ? "list" : "listAt", size)}>
          {rows[0]!.length > 1 && (
            <thead>
              <tr>
                <th scope="col">{tell("row")}</th>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.slice(0, MOST).map((row, i) => (
              <tr key={i}>
                <th scope="row">{i + 1}</th>
                {row.map((x, k) => (
                  <td key={k}>{format(x, 4)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Scrolled>
        {rows.length > MOST && (
          <p className="hint">{tell("cut", { shown: MOST, rows: rows.length })}</p>
        )}
      </div>
    );
  });
}
