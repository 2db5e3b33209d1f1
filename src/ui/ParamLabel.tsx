import type { Param } from "../kit/param.ts";
import { letterOf } from "../notation.ts";
import { useFigure } from "./live.ts";

/** The symbol's letter and the plain words for it. */
export function ParamLabel({
  name,
  param,
  htmlFor,
}: {
  name: string;
  param: Param<unknown>;
  htmlFor?: string;
}) {
  const { words } = useFigure();
  const inside = (
    <>
      {param.symbol && (
        <span className="letter" aria-hidden="true">
          {letterOf(param.symbol)}
        </span>
      )}
      <span>{words(`params.${name}`)}</span>
    </>
  );
  return htmlFor ? (
    <label className="param-label" htmlFor={htmlFor}>
      {inside}
    </label>
  ) : (
    <span className="param-label">{inside}</span>
  );
}
