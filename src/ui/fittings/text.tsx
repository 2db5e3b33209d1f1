import { useId, useRef, useState } from "react";
import type { TextParam } from "../../kit/params/text.ts";
import { ParamLabel } from "../ParamLabel.tsx";
import { useBound, useFigure } from "../live.ts";

/** A line of text, taken as it is typed; what cannot be taken stays in the field, with a sentence beside it. */
export default function TextField({ name, param }: { name: string; param: TextParam }) {
  const { session, words } = useFigure();
  const id = useId();
  const value = () => session.store.getState().values[name] as string;
  const known = useRef(value());
  const [told, setTold] = useState({ note: "", wrong: false });
  const field = useBound<HTMLInputElement>(session, (el, { values }) => {
    const now = values[name] as string;
    if (now === known.current) return; // what is typed stays as long as nothing else changes it
    known.current = el.value = now;
    setTold({ note: "", wrong: false });
  });
  const type = (typed: string) => {
    const { value: taken, note } = param.take(typed);
    setTold({ note: note ? words(`phrases.${note}`) : "", wrong: taken === undefined });
    if (taken === undefined) return;
    known.current = taken;
    session.set({ [name]: taken });
  };
  return (
    <div className="control text" data-symbol={param.symbol} data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <input
        ref={field}
        id={id}
        className="typed"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        defaultValue={value()}
        aria-invalid={told.wrong || undefined}
        aria-describedby={told.note ? `${id}p` : undefined}
        onInput={(e) => type(e.currentTarget.value)}
        onBlur={(e) => {
          if (!told.wrong) e.currentTarget.value = value();
        }}
      />
      {Object.entries(param.offers).map(([offer, of]) => (
        <button key={offer} type="button" onClick={() => session.set({ [name]: of(value()) })}>
          {words(`params.${name}.${offer}`)}
        </button>
      ))}
      {told.note && (
        <p
          className={told.wrong ? "problem" : "hint"}
          role={told.wrong ? "alert" : "status"}
          id={`${id}p`}
        >
          {told.note}
        </p>
      )}
    </div>
  );
}
