import { describe, expect, test } from "vitest";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import type { Figure } from "../../src/kit/figure.ts";
import {
  embedQuery,
  LONGEST_TASK,
  readEmbedded,
  reached,
  type Check,
  type Embedded,
} from "../../src/session/embedded.ts";
import { locked } from "../../src/session/locked.ts";
import { openSession } from "../../src/session/session.ts";

const figure = scalarState as unknown as Figure;
const [readout] = Object.keys(figure.readouts) as [string];
const read = (query: string) => readEmbedded(figure, new URLSearchParams(query));

describe("the address of one figure alone", () => {
  test("brings back the setting and all that it says", () => {
    const session = openSession(figure);
    session.set({ a: 0.31 });
    session.seek(7);
    const said: Embedded = {
      controls: ["a", "time"],
      lock: ["b"],
      theme: "dark",
      step: "hidden-state.push-once",
      aim: "让 h < 1 & “halve” it; a+b=100 %",
      check: { of: readout, is: "eq", than: -0.5, within: 0.01 },
    };
    const query = embedQuery(session, said);
    expect(query.get("embed")).toBe("scalar-state");
    const back = read(String(query));
    expect(back).toMatchObject({ said, t: 7, notices: [] });
    expect(back.values.a).toBe(0.31);
  });

  test("shows everything where it says nothing, and nothing where it says so", () => {
    expect(read("embed=x")).toMatchObject({
      said: { controls: undefined, lock: [], aim: undefined, check: undefined },
      t: Infinity,
      notices: [],
    });
    expect(read("controls=").said.controls).toEqual([]);
  });

  test("says what it asks for in vain, and gives the rest", () => {
    const { said, notices } = read("controls=a,zzz,time&lock=b,presets&t=soon&a=x&q=1");
    expect(said).toMatchObject({ controls: ["a", "time"], lock: ["b"] });
    expect(notices).toEqual([
      { key: "a", problem: "unreadable" },
      { key: "q", problem: "unknown" },
      { key: "t", problem: "unreadable" },
      { key: "zzz", problem: "unknown" },
      { key: "presets", problem: "unknown" },
    ]);
  });

  test.each([
    "nothing,lt,1",
    "toString,lt,1",
    `${readout},near,1`,
    `${readout},lt`,
    `${readout},lt,`,
    `${readout},eq,1,-0.1`,
    `${readout},eq,1,x`,
    `${readout},eq,1,2,3`,
    `${readout},gt,Infinity`,
    "",
  ])("a check that is none is said: %s", (check) => {
    const { said, notices } = read(String(new URLSearchParams({ check })));
    expect(said.check).toBeUndefined();
    expect(notices).toEqual([{ key: "check", problem: "unreadable" }]);
  });

  test("a goal is one line of text, of limited length; nothing in it turns the text around it", () => {
    const long = "é".repeat(LONGEST_TASK + 50);
    const cut = read(String(new URLSearchParams({ aim: long })));
    expect(cut.said.aim).toBe("é".repeat(LONGEST_TASK));
    expect(cut.notices).toEqual([{ key: "aim", problem: "too long" }]);
    const odd = "one\n\u202Etwo\u2066 \0<b>three</b>";
    expect(read(String(new URLSearchParams({ aim: odd }))).said.aim).toBe("one two <b>three</b>");
    expect(read("aim=%20%0A").said.aim).toBeUndefined();
  });
});

test("a goal is reached where its readout is as asked, at the playhead", () => {
  const session = openSession(figure);
  session.seek(20);
  const { result, values } = session.store.getState();
  const x = figure.readouts[readout]!.of(result, values, 20);
  const is = (is: Check["is"], than: number, within = 0) =>
    reached(session, { of: readout, is, than, within });
  expect([is("eq", x), is("eq", x + 0.2, 0.2), is("eq", x + 0.21, 0.2)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([is("lt", x), is("lt", x + 0.1), is("gt", x), is("gt", x - 0.1)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test("what is locked stays, whatever is moved; the rest moves", () => {
  const inner = openSession(figure);
  const session = locked(inner, new Set(["a"]));
  const before = inner.store.getState().values;
  session.set({ a: 0.1, b: 0.9 });
  expect(inner.store.getState().values).toMatchObject({ a: before.a, b: 0.9 });
  const [name, preset] = Object.entries(figure.presets).find(
    ([, p]) => "a" in p.set && p.set.a !== before.a,
  )!;
  session.take(name);
  const { a: _, ...others } = preset.set;
  expect(inner.store.getState().values).toMatchObject({ ...others, a: before.a });
  session.undo("back");
  expect(inner.store.getState().values.a).toBe(before.a);
  session.take("no such preset");
});
