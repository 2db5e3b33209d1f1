import { curve, linear, reach, stems } from "../draw/picture.ts";
import { useSay } from "../ui/words.ts";
import { fading, holding, input, polynomial } from "./journeyRuns.ts";

const W = 300;
const H = 96;

function Panel({
  id,
  values,
  target,
}: {
  id: string;
  values: Float64Array;
  target?: Float64Array;
}) {
  const say = useSay();
  const x = linear(0, input.length - 1, 8, W - 8);
  const most = reach(1e-9, values, target ?? []) * 1.1;
  const y = linear(-most, most, H - 6, 6);
  const wave = stems(input, x, linear(-1.6, 1.6, H - 6, 6));
  return (
    <li>
      <h2>{say(`journey.${id}`)}</h2>
      <svg viewBox={`0 0 ${W} ${2 * H}`} role="img" aria-label={say(`journey.${id}.line`)}>
        <g data-symbol="u">
          <path className="stem" d={wave.lines} />
          <path className="dots" d={wave.dots} />
        </g>
        <g transform={`translate(0,${H})`} data-symbol="h">
          <path className="axis" d={`M8 ${y(0)}H${W - 8}`} />
          {target && <path className="line ghost" data-symbol="u" d={curve(target, x, y)} />}
          <path className="line" d={curve(values, x, y)} />
        </g>
      </svg>
      <p>{say(`journey.${id}.line`)}</p>
    </li>
  );
}

/** The course as one picture: one input, remembered in three ways. All three curves are runs of the course's own models. */
export function Journey() {
  return (
    <ol className="journey">
      <Panel id="ssm" values={fading} />
      <Panel id="s4" values={polynomial} target={input} />
      <Panel id="s6" values={holding} />
    </ol>
  );
}
