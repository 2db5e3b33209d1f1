import { graspable, tellValue } from "../../draw/hand.ts";
import { p, plate, stroke, type Root } from "../../draw/picture.ts";
import type { Grip } from "../../draw/press.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { type Flash, FRAMES, lit, PLACES, SIDE, SLOTS } from "../../models/film/film.ts";
import { GLYPH, glyphNames } from "../../models/film/glyphs.ts";
import { type Run, stepOf } from "./compute.ts";
import type { Flashes } from "./flashesParam.ts";
import { glyphPath } from "./glyphPath.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { across } from "./rowsView.ts";

type Own = Stage<Setting, Phrase>;
type Now = () => Moment<Setting, Run>;

const within = (x: number, most: number) => Math.max(0, Math.min(most, x));
const replaced = (list: Flashes, old: Flash, next: Flash): Flashes =>
  list.map((f) => (f === old ? next : f));

/** A mark over the strip for every flash: taken along it, the flash comes at another time. */
export function marks(svg: Root, layout: Layout, stage: Own, now: Now) {
  const { strip, marks: at } = layout;
  let held: Flash | undefined;
  const put = (old: Flash, next: Flash) => {
    held = next;
    stage.set({ flashes: replaced(now().values.flashes, old, next) });
  };
  const grips = Array.from({ length: SLOTS }, (_, k) => {
    const grip: Grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "u");
    plate(grip, "hit", { left: -12, top: -2, width: 24, height: at.size + 14 });
    const glyph = stroke(grip, "film-glyph");
    stroke(grip, "film-stem").attr("d", `M0 ${at.size + 3}V${strip.top - at.top}`);
    const mine = () => now().values.flashes[k]!;
    graspable(grip, {
      label: stage.say("flash"),
      move: (px, _, first) => {
        const flash = first ? mine() : held!;
        const t = Math.floor(((px - strip.left) / strip.width) * (FRAMES + SLOTS));
        put(flash, { ...flash, t: within(t, FRAMES - 1) });
      },
      nudge: (dx, dy) => {
        const n = glyphNames.length;
        const old = mine();
        const next = {
          ...old,
          t: within(old.t + dx, FRAMES - 1),
          glyph: (((old.glyph + Math.sign(dy)) % n) + n) % n,
        };
        put(old, next);
        stage.seek(next.t);
      },
    });
    return { grip, glyph };
  });
  return () => {
    const { flashes, source } = now().values;
    grips.forEach(({ grip, glyph }, k) => {
      const flash = flashes[k];
      const there = flash && source.kind === "made";
      grip.attr("display", there ? null : "none");
      if (!there) return;
      grip.attr("transform", `translate(${p(across(strip, flash.t + 0.5))},${at.top})`);
      glyph.attr("d", glyphPath(flash.glyph, -at.size / 2, 0, at.size));
      const name = stage.say(glyphNames[flash.glyph]!);
      tellValue(grip, `${name}, ${stage.say("frameWord")} ${flash.t + 1}`, flash.t + 1, 1, FRAMES);
    });
  };
}

/** The flash that is lit in the shown frame: taken there, it comes at another place. */
export function placing(svg: Root, { frame }: Layout, stage: Own, now: Now) {
  const cell = frame.width / SIDE;
  const grip: Grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "u");
  const size = cell * GLYPH;
  plate(grip, "hit", { left: 0, top: 0, width: size, height: size });
  plate(grip, "film-place", { left: 0, top: 0, width: size, height: size });
  const shown = () => {
    const { values: v, t } = now();
    const step = stepOf(t);
    if (v.source.kind === "camera") return undefined;
    return v.cleared - 1 === step ? undefined : v.flashes.findLast((f) => lit(f, v.lasts, step));
  };
  const put = (y: number, x: number) => {
    const old = shown();
    if (!old) return;
    const next = { ...old, y: within(y, PLACES - 1), x: within(x, PLACES - 1) };
    stage.set({ flashes: replaced(now().values.flashes, old, next) });
  };
  graspable(grip, {
    label: stage.say("place"),
    free: true,
    move: (px, py) =>
      put(
        Math.round((py - frame.top) / cell - GLYPH / 2),
        Math.round((px - frame.left) / cell - GLYPH / 2),
      ),
    nudge: (dx, dy) => put((shown()?.y ?? 0) - dy, (shown()?.x ?? 0) + dx),
  });
  return () => {
    const flash = shown();
    grip.attr("display", flash ? null : "none");
    if (!flash) return;
    const [x, y] = [frame.left + flash.x * cell, frame.top + flash.y * cell];
    grip.attr("transform", `translate(${p(x)},${p(y)})`);
    const { say } = stage;
    const where = `${say("row")} ${flash.y + 1}, ${say("column")} ${flash.x + 1}`;
    tellValue(grip, `${say(glyphNames[flash.glyph]!)}: ${where}`, flash.x + 1, 1, PLACES);
  };
}
