import { grown } from "../../draw/box.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { letter, linear, type Pen, picture, reach, write } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { keeping } from "../../kit/keeping.ts";
import { answerView } from "./answerView.ts";
import { N, type Run, T, versionOf } from "./compute.ts";
import { errorsView } from "./errorsView.ts";
import { compact, type Layout, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The answer of the layer beside the exact one, its states, and the errors of its rule. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const layout = stage.compact ? compact : wide;
  const { say, seek } = stage;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const version = write(mute, layout.u.left, layout.u.top - 12, "start", "", "tick axis-title");
  const drawAnswer = answerView(mute.append("g"), layout, say);
  const drawStates = states(mute.append("g"), layout, say);
  const drawErrors = errorsView(mute.append("g"), layout, say);
  let moment: Moment<Setting, Run> | undefined;
  const { left, right, top } = layout.u;
  const tell = scrub(svg, grown({ left, right, top, bottom: layout.states.bottom }, 4), {
    label: say("scrub"),
    at: (px) => linear(left, right, 0, T / moment!.values.delta)(px),
    t: () => moment!.t,
    seek,
  });
  return {
    draw(next) {
      moment = next;
      const { result: r, values: v, t, withheld } = next;
      const now = Math.min(r.u.length - 1, Math.floor(t));
      const secret = withheld?.has("picture") ?? false;
      version.text(say(versionOf(v)));
      drawAnswer(next, now, secret ? now : Infinity);
      drawStates(r, v, secret ? now : Infinity);
      drawErrors(r, v, withheld);
      tell(now, `t = ${now}, y = ${format(r.response.y[now]!)}`, r.u.length - 1);
    },
    destroy: () => svg.remove(),
  };
}

/** The states by step: one each row, or two rows for a pair that turns. */
function states(pen: Pen, { states: at }: Layout, say: (phrase: Phrase) => string) {
  write(pen, at.left, at.top - 8, "start", say("states"), "tick axis-title");
  letter(pen, "h", 2, at.cy + 6, "t");
  write(pen, at.right, at.bottom + 16, "end", `${say("time")} ${T}`);
  write(pen, at.left, at.bottom + 16, "start", "0");
  const grid = pen.append("g");
  const paint = keeping((r: Run, delta: number, last: number) => {
    const L = r.u.length;
    grid.selectAll("*").remove();
    // A cell stands about its step's time.
    const half = (at.width * delta) / T / 2;
    const draw = heatMap(grid, {
      left: at.left - half,
      top: at.top,
      width: 2 * half * L,
      height: at.height,
    });
    const P = r.rates.re.length;
    const pairs = P < N;
    const data = new Float64Array(N * L);
    for (let n = 0; n < N; n++) {
      const from = pairs && n % 2 ? r.response.im : r.response.re;
      const p = pairs ? n >> 1 : n;
      for (let t = 0; t < L && t <= last; t++) data[n * L + t] = from[p * L + t]!;
    }
    draw(
      { rows: N, cols: L, data },
      { most: reach(1e-9, r.response.re, r.response.im), marked: 0.35 },
    );
  });
  return (r: Run, v: Setting, last: number) => paint(r, v.delta, last);
}
