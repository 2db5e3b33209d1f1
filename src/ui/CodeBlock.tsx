import { useState } from "react";
import { isSymbol } from "../notation.ts";
import { notation, type SymbolId } from "../symbols/table.ts";
import { useSay } from "./words.ts";

const bySource: Readonly<Record<string, SymbolId>> = Object.fromEntries(
  Object.entries(notation).flatMap(([id, n]) =>
    isSymbol(id) ? n.code.map((name) => [name, id]) : [],
  ),
);

/** A remark on a line, counted from 0. */
interface Remark {
  readonly line: number;
  readonly text: string;
}

interface Props {
  readonly code: string;
  readonly title: string;
  /** In the order of their lines: they are numbered. */
  readonly remarks?: readonly Remark[];
}

/** Code whose identifiers are the course's symbols: they take their colour and light up with the equations. */
export function CodeBlock({ code, title, remarks = [] }: Props) {
  const say = useSay();
  const [state, setState] = useState("copy");
  return (
    <figure className="code">
      <figcaption>
        <span>{title}</span>
        <button
          type="button"
          onClick={() => {
            navigator.clipboard.writeText(code).then(
              () => setState("copied"),
              () => setState("link.failed"),
            );
          }}
        >
          {say(state)}
        </button>
      </figcaption>
      <pre tabIndex={0}>
        <code>
          {code
            .split("\n")
            .map((line, i) => [i > 0 && "\n", ...marked(line), numbersAt(remarks, i)])}
        </code>
      </pre>
      {remarks.length > 0 && (
        <ol>
          {remarks.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      )}
    </figure>
  );
}

/** The numbers of the remarks on a line; they are no part of the code. */
const numbersAt = (remarks: readonly Remark[], at: number) =>
  remarks.map(({ line }, k) => line === at && <b key={`remark ${k}`}>{k + 1}</b>);

function marked(line: string) {
  const comment = /(^|\s)(#|\/\/|\/\*\*|\*)\s.*$/.exec(line);
  const code = comment ? line.slice(0, comment.index) : line;
  const words = code.split(/([A-Za-z_]\w*)/).map((word, k) => {
    const symbol = bySource[word];
    return symbol ? (
      <span key={k} data-symbol={symbol}>
        {word}
      </span>
    ) : (
      word
    );
  });
  return comment
    ? [
        ...words,
        <span key="c" className="comment">
          {comment[0]}
        </span>,
      ]
    : words;
}
