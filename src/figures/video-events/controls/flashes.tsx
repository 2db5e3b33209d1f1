import { useId, useState } from "react";
import { type Flash, FRAMES, PLACES, SLOTS } from "../../../models/film/film.ts";
import { glyphNames } from "../../../models/film/glyphs.ts";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";
import type { Flashes, FlashesParam } from "../flashesParam.ts";

const fields = [
  { key: "t", word: "frameWord", most: FRAMES, odd: "oddFrame" },
  { key: "y", word: "row", most: PLACES, odd: "oddPlace" },
  { key: "x", word: "column", most: PLACES, odd: "oddPlace" },
] as const;

/** The flashes as a list: glyph, frame and place of each in numbers; one more at the playhead; a frame to clear. */
export default function FlashList({ name, param }: { name: string; param: FlashesParam }) {
  const { session, words } = useFigure();
  const say = (phrase: string) => words(`phrases.${phrase}`);
  const now = () => session.store.getState();
  const value = () => now().values[name] as Flashes;
  const [list, setList] = useState(value);
  const [problem, setProblem] = useState("");
  const id = useId();
  const box = useBound<HTMLDivElement>(session, (_, { values }) => {
    setList(values[name] as Flashes);
  });
  const frame = () => Math.min(FRAMES - 1, Math.floor(now().t));
  const take = (next: Flashes) => {
    setProblem("");
    session.set({ [name]: next });
  };
  const change = (k: number, part: Partial<Flash>) =>
    take(value().map((f, i) => (i === k ? { ...f, ...part } : f)));
  const add = () => {
    if (value().length >= SLOTS) return setProblem("full");
    take([...value(), { glyph: value().length % glyphNames.length, t: frame(), y: 5, x: 5 }]);
  };
  return (
    <div ref={box} className="control film-flashes" data-control={name}>
      <ParamLabel name={name} param={param} />
      <ol>
        {list.map((flash, k) => (
          <li key={k}>
            <select
              aria-label={`${k + 1}: ${say("glyphWord")}`}
              value={glyphNames[flash.glyph]}
              onChange={(e) =>
                change(k, { glyph: glyphNames.indexOf(e.target.value as (typeof glyphNames)[0]) })
              }
            >
              {glyphNames.map((glyph) => (
                <option key={glyph} value={glyph}>
                  {say(glyph)}
                </option>
              ))}
            </select>
            {fields.map(({ key, word, most, odd }) => (
              <Whole
                key={key}
                label={`${k + 1}: ${say(word)}`}
                shown={say(word)}
                value={flash[key] + 1}
                most={most}
                hint={`${id}p`}
                take={(x) => change(k, { [key]: x - 1 })}
                refuse={() => setProblem(odd)}
              />
            ))}
            <button
              type="button"
              aria-label={`${k + 1}: ${say("remove")}`}
              title={say("remove")}
              onClick={() => take(value().filter((_, i) => i !== k))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <div className="film-tools">
        <button type="button" onClick={add}>
          {say("add")}
        </button>
        <button type="button" onClick={() => session.set({ cleared: frame() + 1 })}>
          {say("clearHere")}
        </button>
        <button type="button" onClick={() => session.set({ cleared: 0 })}>
          {say("restore")}
        </button>
      </div>
      <p className="film-problem" id={`${id}p`} role="status">
        {problem && say(problem)}
      </p>
      <p className="hint">{say("flashHint")}</p>
    </div>
  );
}

interface WholeProps {
  readonly label: string;
  readonly shown: string;
  readonly value: number;
  readonly most: number;
  readonly hint: string;
  take(x: number): void;
  refuse(): void;
}

/** A whole number from 1: what is typed stays until it is one. */
function Whole({ label, shown, value, most, hint, take, refuse }: WholeProps) {
  const [typed, setTyped] = useState<string>();
  const [last, setLast] = useState(value);
  if (last !== value) {
    setLast(value);
    setTyped(undefined);
  }
  return (
    <label>
      <span aria-hidden="true">{shown}</span>
      <input
        type="text"
        inputMode="numeric"
        size={2}
        aria-label={label}
        aria-describedby={hint}
        value={typed ?? String(value)}
        onChange={(e) => {
          const text = e.target.value;
          setTyped(text);
          if (text === "") return;
          const x = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
          if (x >= 1 && x <= most) take(x);
          else refuse();
        }}
        onBlur={() => setTyped(undefined)}
        onKeyDown={(e) => {
          const by = { ArrowUp: 1, ArrowDown: -1 }[e.key];
          if (by === undefined) return;
          e.preventDefault();
          take(Math.max(1, Math.min(most, value + by)));
        }}
      />
    </label>
  );
}
