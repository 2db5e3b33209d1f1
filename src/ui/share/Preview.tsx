import { useEffect, useRef, useState, type RefObject } from "react";
import { useFigure } from "../live.ts";
import { openPortrait, WIDTHS, type Portrait } from "./portrait.ts";

/** How a picture looks that is taken away. */
export interface Look {
  readonly layout: keyof typeof WIDTHS;
  readonly dark: boolean;
  readonly ground: boolean;
  readonly caption: readonly string[] | undefined;
}

/** A portrait and the element it is drawn in. */
export interface Shown {
  readonly portrait: Portrait;
  readonly host: HTMLElement;
}

/** The picture as it will be taken away, drawn at its own width and shown as large as there is room. */
export function Preview({
  look,
  shownRef,
}: {
  look: Look;
  shownRef: RefObject<Shown | undefined>;
}) {
  const { session, words } = useFigure();
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const [height, setHeight] = useState(0);
  const { layout, dark, ground, caption } = look;
  useEffect(() => {
    const portrait = openPortrait(session, words, host.current!, layout === "compact");
    shownRef.current = { portrait, host: host.current! };
    return () => {
      shownRef.current = undefined;
      portrait.close();
    };
  }, [session, words, layout, dark, shownRef]);
  useEffect(() => {
    const fit = () => {
      const by = Math.min(1, frame.current!.clientWidth / WIDTHS[layout]);
      setScale(by);
      setHeight(paper.current!.offsetHeight * by);
    };
    fit();
    const size = new ResizeObserver(fit);
    size.observe(frame.current!);
    size.observe(paper.current!);
    return () => size.disconnect();
  }, [layout]);
  return (
    <div ref={frame} className="share-frame" style={{ height }} aria-hidden="true" inert>
      <figure
        ref={paper}
        className="figure look"
        data-figure={session.figure.id}
        data-bare={!ground || undefined}
        style={{
          width: WIDTHS[layout],
          transform: `scale(${scale})`,
          colorScheme: dark ? "dark" : "light",
        }}
      >
        <div ref={host} className="picture" />
        {caption?.map((line, k) => (
          <p key={line} className={k === 0 ? "first-line" : undefined}>
            {line}
          </p>
        ))}
      </figure>
    </div>
  );
}
