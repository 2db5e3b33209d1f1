import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";
import { levelsOf, type Drawing } from "../drawing.ts";
import type { DrawingParam } from "../drawingParam.ts";
import { inked } from "../ink.ts";
import { stroked, type Place } from "../pen.ts";
import { blank, FULL, SIDE } from "../sheet.ts";

/** Units of the pad's picture. */
const ROOM = 140;
const CELL = ROOM / SIDE;
const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const middle = ({ x, y }: Place): Place => ({ x: x + 0.5, y: y + 0.5 });

/** A sheet to draw on, and the digits that the course brings along. */
export default function DrawingPad({ name, param }: { name: string; param: DrawingParam }) {
  const { session, words } = useFigure();
  const id = useId();
  const say = (phrase: string) => words(`phrases.${phrase}`);
  const value = () => session.store.getState().values[name] as Drawing;
  const [erasing, setErasing] = useState(false);
  const select = useBound<HTMLSelectElement>(session, (el, { values }) => {
    const d = values[name] as Drawing;
    el.value = d.kind === "own" ? "own" : d.id;
  });
  const take = (d: Drawing) => {
    session.set({ [name]: d });
    session.seek(Infinity);
  };
  const draw = (from: Place, to: Place, erase: boolean) =>
    take({ kind: "own", levels: stroked(levelsOf(value()), from, to, erase) });
  return (
    <div className="control drawing" data-control={name}>
      <Pad name={name} erasing={erasing} draw={draw} hint={`${id}h`} />
      <ParamLabel name={name} param={param} htmlFor={id} />
      <select
        ref={select}
        id={id}
        defaultValue={value().kind === "own" ? "own" : param.print(value())}
        // One's own begins as a copy of what is there.
        onChange={(e) =>
          take(param.parse(e.target.value) ?? { kind: "own", levels: levelsOf(value()) })
        }
      >
        {Object.keys(param.options ?? {}).map((k) => (
          <option key={k} value={k}>
            {words(`params.${name}.${k}`)}
          </option>
        ))}
      </select>
      <div className="pad-tools">
        <button type="button" aria-pressed={!erasing} onClick={() => setErasing(false)}>
          {say("pen")}
        </button>
        <button type="button" aria-pressed={erasing} onClick={() => setErasing(true)}>
          {say("eraser")}
        </button>
        <button type="button" onClick={() => take({ kind: "own", levels: blank() })}>
          {say("clear")}
        </button>
      </div>
      <p className="hint" id={`${id}h`}>
        {say("padHint")}
      </p>
    </div>
  );
}

interface PadProps {
  readonly name: string;
  readonly erasing: boolean;
  readonly draw: (from: Place, to: Place, erase: boolean) => void;
  readonly hint: string;
}

/** The sheet itself: strokes of a pointer, or of a cell that the arrow keys move. */
function Pad({ name, erasing, draw, hint }: PadProps) {
  const { session, words } = useFigure();
  const say = (phrase: string) => words(`phrases.${phrase}`);
  const last = useRef<Place>(undefined);
  const [at, setAt] = useState<Place>({ x: 6, y: 6 });
  const ink = useBound<SVGGElement>(session, (g, { values }) => {
    const paths = inked(levelsOf(values[name] as Drawing), { left: 0, top: 0, width: ROOM });
    [...g.children].forEach((path, k) => path.setAttribute("d", paths[k]!));
  });
  const place = (e: PointerEvent<SVGSVGElement>): Place => {
    const seen = e.currentTarget.getBoundingClientRect();
    const within = (x: number, from: number, size: number) => ((x - from) / size) * SIDE;
    return {
      x: within(e.clientX, seen.left, seen.width),
      y: within(e.clientY, seen.top, seen.height),
    };
  };
  const press = (e: PointerEvent<SVGSVGElement>) => {
    if (e.button !== 0 || !e.isPrimary) return;
    e.currentTarget.setPointerCapture(e.pointerId);
    last.current = place(e);
    draw(last.current, last.current, erasing);
  };
  const move = (e: PointerEvent<SVGSVGElement>) => {
    if (!last.current) return;
    const to = place(e);
    draw(last.current, to, erasing);
    last.current = to;
  };
  const lift = () => void (last.current = undefined);
  const key = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const arrow = arrows[e.key];
    if (!arrow && e.key !== " ") return;
    e.preventDefault();
    e.stopPropagation();
    if (!arrow) return draw(middle(at), middle(at), erasing);
    const within = (x: number) => Math.max(0, Math.min(SIDE - 1, x));
    const to = { x: within(at.x + arrow[0]), y: within(at.y + arrow[1]) };
    setAt(to);
    if (e.shiftKey) draw(middle(at), middle(to), erasing);
  };
  /** Where the keys are, and what is there. */
  const tell = (el: HTMLElement) => {
    const here = levelsOf(session.store.getState().values[name] as Drawing)[at.y * SIDE + at.x]!;
    const cell = say("cell").replace("{row}", String(at.y + 1));
    const text = `${cell.replace("{col}", String(at.x + 1))}, ${say("ink")} ${here}`;
    if (el.textContent !== text) el.textContent = text;
  };
  const status = useBound<HTMLParagraphElement>(session, tell);
  useEffect(() => tell(status.current!));
  return (
    <>
      <svg
        className="drawing-pad"
        viewBox={`0 0 ${ROOM} ${ROOM}`}
        role="application"
        tabIndex={0}
        aria-label={say("pad")}
        aria-describedby={hint}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={lift}
        onPointerCancel={lift}
        onKeyDown={key}
      >
        <g ref={ink}>
          {Array.from({ length: FULL }, (_, k) => (
            <path key={k} className="ink" opacity={(k + 1) / FULL} />
          ))}
        </g>
        <rect className="pad-cell" x={at.x * CELL} y={at.y * CELL} width={CELL} height={CELL} />
      </svg>
      <p ref={status} className="unseen" role="status" />
    </>
  );
}
