import { type Pen, plate, stroke, write } from "../../draw/picture.ts";
import type { Setting } from "./params.ts";
import { PLANE } from "./path.ts";
import { ROOF, STATION } from "./fixes.ts";
import type { Layout } from "./layout.ts";

/** What lies in the plane before anything moves: its edge, the tunnel, the radar. Nothing in `inside` goes beyond the edge. */
export function terrain(pen: Pen, layout: Layout, words: { roof: string; radar: string }) {
  const { px, py, plane: box } = layout;
  const id = `plane-${layout.width}`;
  const edge = (g: Pen, name: string) => plate(g, name, box, 8);
  edge(pen.append<SVGGElement>("clipPath").attr("id", id), "");
  edge(pen, "field-of-view");
  const inside = pen.append("g").attr("clip-path", `url(#${id})`);
  const roof = inside.append("g");
  plate(roof, "roof", {
    left: px(ROOF.from),
    top: box.top - 2,
    width: px(ROOF.to) - px(ROOF.from),
    height: box.height + 4,
  });
  const station = inside.append("g");
  const [x, y] = [px(STATION[0]), py(STATION[1])];
  stroke(station, "station").attr("d", `M${x - 8} ${y}L${x} ${y - 13}L${x + 8} ${y}Z`);
  write(roof, px(PLANE.width / 2), box.top + 19, "middle", words.roof);
  write(station, x + 14, y - 5, "start", words.radar);
  return {
    inside,
    draw(v: Setting) {
      roof.attr("display", v.tunnel ? null : "none");
      station.attr("display", v.sensor === "radar" ? null : "none");
    },
  };
}
