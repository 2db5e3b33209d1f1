import { useState } from "react";
import { describe } from "../../kit/derive.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Params, Values } from "../../kit/param.ts";
import type { Parts } from "../load.ts";

export type Still = Moment<Values<Params>, unknown>;

/** A figure as it stands at one moment, for paper: nothing in it answers. */
export function Picture({
  figure: { figure, words, lang },
  moment,
}: {
  figure: NonNullable<Parts["figure"]>;
  moment: Still;
}) {
  // Drawn into an element of its own: what a canvas holds goes with no HTML.
  const [host] = useState(() => {
    const host = document.createElement("div");
    const say = (phrase: string) => words(`phrases.${phrase}`);
    const none = () => undefined;
    figure.view({ host, compact: false, say, set: none, seek: none }).draw(moment);
    return host;
  });
  return (
    <figure className="figure" data-figure={figure.id} lang={lang}>
      <div className="picture" ref={(el) => el?.replaceChildren(host)} />
      <figcaption>{describe(figure, words, moment)}</figcaption>
    </figure>
  );
}
