import { picture, write } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { cartScene, verdict } from "./cartScene.ts";
import type { Run } from "./compute.ts";
import { layouts } from "./layout.ts";
import { matrices } from "./matrices.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { now, state } from "./present.ts";
import { pushing } from "./push.ts";
import { rows } from "./rows.ts";
import { DEGREE } from "./setting.ts";
import { tankScene } from "./tankScene.ts";
import { zPlane } from "./zPlane.ts";

/** The thing itself, the plane of its poles, its course over time, and the matrices of the loop. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const [cart, tank] = [mute.append("g"), mute.append("g")];
  const drawCart = cartScene(cart, layout.scene);
  const drawTank = tankScene(tank, layout.scene);
  const said = write(mute, layout.scene.cx, layout.scene.top + 16, "middle", "", "verdict");
  const drawRows = rows(
    mute.append("g"),
    svg,
    layout,
    { label: say("scrub"), off: say("off") },
    stage.seek,
  );
  const drawMatrices = matrices(mute.append("g"), layout);
  const words = { label: say("pole"), stable: say("stable") };
  const drawPlane = zPlane(mute.append("g"), svg, layout.plane, words, (patch) => stage.set(patch));
  const drawHands = pushing(svg, layout, stage);
  const verdictWords = { fell: say("fell"), ran: say("ran"), seconds: say("seconds") };
  return {
    draw(moment) {
      const { result: r, t } = moment;
      const rolling = r.n === 4;
      cart.attr("display", rolling ? null : "none");
      tank.attr("display", rolling ? "none" : null);
      (rolling ? drawCart : drawTank)(moment);
      said.text(r.fell && t >= r.fell.at ? verdict(r, verdictWords) : "");
      const spoken = rolling
        ? `θ = ${fixed(state(r, t, 2) / DEGREE, 1)}°, x = ${fixed(state(r, t, 0))} m`
        : `T = ${fixed(state(r, t, 0), 1)} °C`;
      drawRows(moment, `${spoken}, u = ${fixed(r.u[now(r, t)]!, 1)}`);
      drawPlane(moment);
      drawMatrices(r);
      drawHands(moment);
    },
    destroy: () => svg.remove(),
  };
}
