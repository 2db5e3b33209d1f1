import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hiddenOf, openAt, queryOf, reserved } from "../../src/chapters/address.ts";
import { decode } from "../../src/session/address.ts";
import { embedKeys, embedQuery, parts, readEmbedded } from "../../src/session/embedded.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { openSession } from "../../src/session/session.ts";
import ui from "../../content/en/ui.json" with { type: "json" };
import { everyFigure } from "./everyFigure.ts";

const MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>";
const junk = [
  "",
  " ",
  "NaN",
  "Infinity",
  "-Infinity",
  "1e999",
  "null",
  "undefined",
  "[object Object]",
  "{}",
  "1;2;3;4;5;6;7;8;9",
  "own~",
  "own~1~",
  "own~1e308~AAAA",
  "own~NaN~AAAAAAAA",
  "own~1~====",
  "sine~0",
  "noise~-1",
  "__proto__",
  "constructor",
  "\0",
  "\uD800",
  MARKUP,
  "9".repeat(5000),
];

for (const { figure: f } of everyFigure)
  describe(`${f.id}: an address is never trusted`, () => {
    const base = settingOf(f);
    const read = (query: string | Record<string, string>) =>
      decode(f.params, new URLSearchParams(query), base, reserved);

    test("keys that no figure has are named and left out", () => {
      for (const key of ["zzz", "__proto__", "constructor", "toString", "hasOwnProperty", MARKUP]) {
        const { values, notices } = read({ [key]: "1" });
        expect(values).toEqual(base);
        expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
        expect(notices).toEqual([{ key: key.slice(0, 40), problem: "unknown" }]);
      }
    });

    test("values that stand for nothing fall back, with a notice that has a sentence", () => {
      for (const [key, p] of Object.entries(f.params))
        for (const text of junk) {
          const { values, notices } = read({ [key]: text });
          if (p.parse(text) !== undefined) continue;
          expect(values, `${key}=${text.slice(0, 40)}`).toEqual(base);
          expect(notices).toEqual([{ key, problem: "unreadable" }]);
          expect(ui).toHaveProperty([`notice.${notices[0]!.problem}`]);
        }
    });

    test("a number far outside is refused, and whatever is taken can be computed", () => {
      for (const [key, p] of Object.entries(f.params))
        for (const text of ["1e308", "-1e308", "1e308,1e308;1e308,1e308"]) {
          const { values, notices } = read({ [key]: text });
          // What was taken is a value of the parameter: it survives its own text, and the figure can compute it.
          expect(p.parse(p.print(values[key])), `${key}=${text}`).toEqual(values[key]);
          expect(() => f.compute(values)).not.toThrow();
          if (p.kind !== "number" || text.includes(",")) continue;
          // No slider goes there: it is said, and the figure stays as it was.
          expect({ values, notices }, `${key}=${text}`).toEqual({
            values: base,
            notices: [{ key, problem: "unreadable" }],
          });
        }
    });

    test("100 kB of text are not read at all", () => {
      for (const query of [`x=${"9".repeat(100_000)}`, "a=1&".repeat(25_000)])
        expect(read(query)).toEqual({ values: base, notices: [{ key: "", problem: "too long" }] });
      expect(ui).toHaveProperty(["notice.too long"]);
    });

    test("nothing that can be typed throws, and what comes out can be computed", () =>
      fc.assert(
        fc.property(
          fc.array(
            fc.tuple(
              fc.oneof(fc.constantFrom(...Object.keys(f.params), ...reserved), fc.string()),
              fc.oneof(fc.constantFrom(...junk), fc.string(), fc.double().map(String)),
            ),
            { maxLength: 8 },
          ),
          (pairs) => {
            const session = openSession(f);
            const query = new URLSearchParams(pairs);
            const notices = openAt(session, undefined, query);
            expect(notices.length).toBeLessThanOrEqual(6);
            const { t, values } = session.store.getState();
            expect(t).toBeGreaterThanOrEqual(0);
            expect(t).toBeLessThan(session.length());
            for (const [k, p] of Object.entries(f.params))
              expect(p.parse(p.print(values[k])), k).toEqual(values[k]);
          },
        ),
        { numRuns: 40 },
      ));

    test("nor in the address of the figure alone", () =>
      fc.assert(
        fc.property(
          fc.array(
            fc.tuple(
              fc.constantFrom(...Object.keys(f.params), ...embedKeys, "t"),
              fc.oneof(
                fc.constantFrom(...junk, ...Object.keys(f.readouts).map((k) => `${k},lt,1e999`)),
                fc.string(),
                fc.double().map(String),
              ),
            ),
            { maxLength: 8 },
          ),
          (pairs) => {
            const { values } = readEmbedded(f, new URLSearchParams(pairs));
            for (const [k, p] of Object.entries(f.params))
              expect(p.parse(p.print(values[k])), k).toEqual(values[k]);
          },
        ),
        { numRuns: 40 },
      ));

    test("values, playhead and hidden controls come back from the link", () => {
      for (const [name, preset] of Object.entries(f.presets)) {
        const session = openSession(f);
        session.set(settingOf(f, name));
        session.seek(preset.t ?? 3);
        const text = queryOf(session, new Set(["time", "tools"]), "1");
        const again = openSession(f);
        expect(openAt(again, undefined, new URLSearchParams(text)), name).toEqual([]);
        expect(again.store.getState().values).toEqual(session.store.getState().values);
        expect(again.store.getState().t).toBe(session.store.getState().t);
        expect(hiddenOf(new URLSearchParams(text))).toEqual(new Set(["time", "tools"]));
      }
    });

    test("and the figure's alone brings them back too, by keys that are no parameter's", () => {
      for (const name of [...embedKeys, ...parts]) expect(f.params).not.toHaveProperty(name);
      for (const name of Object.keys(f.presets)) {
        const session = openSession(f);
        session.take(name);
        const controls = [...Object.keys(f.params), ...parts];
        const query = embedQuery(session, { controls, lock: Object.keys(f.params) });
        const { said, values, t, notices } = readEmbedded(f, new URLSearchParams(String(query)));
        const now = session.store.getState();
        expect(notices, name).toEqual([]);
        expect(said).toMatchObject({ controls, lock: Object.keys(f.params) });
        expect(values).toEqual(now.values);
        expect(Math.min(t, session.length() - 1)).toBe(now.t);
      }
    });

    test("a playhead that is no number says so", () => {
      const session = openSession(f);
      for (const t of ["-1", "NaN", "1e3", "9999999", MARKUP])
        expect(openAt(session, undefined, new URLSearchParams({ t }))).toEqual([
          { key: "t", problem: "unreadable" },
        ]);
    });
  });
