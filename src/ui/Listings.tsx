import { useEffect, useState } from "react";
import type { Listing } from "../kit/figure.ts";
import { CodeBlock } from "./CodeBlock.tsx";
import { useFigure } from "./live.ts";
import { useSay } from "./words.ts";

const same = (x: readonly Listing[], y: readonly Listing[]) =>
  x.length === y.length &&
  x.every(({ title, text, ran }, k) => {
    const other = y[k]!;
    return title === other.title && text === other.text && ran === other.ran;
  });

/** What a figure runs elsewhere than in TypeScript, with numbered remarks; it follows the figure's settings. */
export function Listings() {
  const { session, words } = useFigure();
  const say = useSay();
  const [shown, setShown] = useState<readonly Listing[]>([]);
  useEffect(() => {
    const look = () => {
      const { result, values } = session.store.getState();
      const next = session.figure.code?.(result, values) ?? [];
      setShown((now) => (same(now, next) ? now : next));
    };
    look();
    return session.store.subscribe(look);
  }, [session]);
  if (shown.length === 0) return <p className="note">{say("listing.none")}</p>;
  return shown.map(({ title, text, ran, notes }) => {
    const name = words(`phrases.${title}`);
    const lines = text.split("\n");
    const remarks = notes
      .map(([at, phrase]) => ({
        line: lines.findIndex((l) => l.includes(at)),
        text: words(`phrases.${phrase}`),
      }))
      .filter(({ line }) => line >= 0)
      .toSorted((x, y) => x.line - y.line);
    return (
      <CodeBlock
        key={title}
        code={text}
        title={say(ran ? "listing.ran" : "listing.would", { name })}
        remarks={remarks}
      />
    );
  });
}
