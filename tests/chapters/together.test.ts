import fc from "fast-check";
import { expect, test } from "vitest";
import {
  join,
  later,
  type Channel,
  type Role,
  type Shared,
} from "../../src/chapters/classroom/together.ts";

type Hear = Parameters<Channel["addEventListener"]>[1];
type Event = Parameters<Hear>[0];

/** Windows in one browser: what is posted arrives at every other channel of the name, in order, when we say so. */
function browser() {
  const open = new Set<Channel & { name: string; waiting: Event[]; hear: Hear }>();
  const connect = (name: string): Channel => {
    const channel = {
      name,
      waiting: [] as Event[],
      hear: (() => undefined) as Hear,
      addEventListener: (_: "message", hear: Hear) => void (channel.hear = hear),
      postMessage(data: Event["data"]) {
        for (const other of open)
          if (other !== channel && other.name === name)
            other.waiting.push({ data: structuredClone(data) } as Event);
      },
      close: () => void open.delete(channel),
    };
    open.add(channel);
    return channel;
  };
  const deliver = (k: number) => {
    const channel = [...open][k % Math.max(1, open.size)];
    const event = channel?.waiting.shift();
    if (event) channel!.hear(event);
  };
  const rest = () => {
    for (let n = 0; [...open].some((c) => c.waiting.length > 0); n++) {
      if (n > 10_000) throw new Error("the windows never fall silent");
      deliver(n);
    }
  };
  return { connect, deliver, rest };
}

function windowOf(where: ReturnType<typeof browser>, role: Role, name = "a", step = "one") {
  const heard = { shared: [] as Shared[], there: undefined as boolean | undefined, keys: "" };
  const hear = {
    shared: (now: Shared) => heard.shared.push(now),
    other: (there: boolean) => (heard.there = there),
    key: (key: string) => (heard.keys += key),
  };
  return { ...join(name, role, step, hear, where.connect), heard };
}

test("either window turns both, and whoever comes anew takes up the present step", () => {
  const here = browser();
  const wall = windowOf(here, "wall");
  const speaker = windowOf(here, "speaker");
  speaker.restart(5);
  speaker.turn("two");
  here.rest();
  expect(wall.heard.shared.at(-1)).toEqual({ step: "two", turns: 1, by: "speaker", since: 5 });
  wall.turn("three");
  wall.turn("three");
  here.rest();
  expect(speaker.now()).toEqual({ step: "three", turns: 2, by: "wall", since: 5 });
  wall.leave();
  wall.close();
  here.rest();
  expect(speaker.heard.there).toBe(false);
  speaker.turn("four");
  const again = windowOf(here, "wall", "a", "three");
  here.rest();
  expect(again.now()).toEqual(speaker.now());
  expect(again.heard.shared.map((s) => s.step)).toEqual(["four"]);
  expect(speaker.heard.there).toBe(true);
});

test("keys of the speaker are heard on the wall, once", () => {
  const here = browser();
  const wall = windowOf(here, "wall");
  const speaker = windowOf(here, "speaker");
  speaker.key("b");
  here.rest();
  expect([wall.heard.keys, speaker.heard.keys]).toEqual(["b", ""]);
});

test("two presentations on one machine hear nothing of each other", () => {
  const here = browser();
  const mine = windowOf(here, "wall", "kalman/aaaaaaa");
  const theirs = windowOf(here, "wall", "kalman/bbbbbbb");
  windowOf(here, "speaker", "kalman/bbbbbbb").turn("two");
  here.rest();
  expect([mine.now().step, theirs.now().step]).toEqual(["one", "two"]);
  expect(mine.heard.there).toBeUndefined();
});

test("whatever both do at once, and however slowly they hear of it, they come to the same step", () => {
  const act = fc.oneof(
    fc.record({
      do: fc.constant("turn" as const),
      who: fc.nat(1),
      step: fc.constantFrom(..."abcd"),
    }),
    fc.record({ do: fc.constant("restart" as const), who: fc.nat(1), since: fc.nat(9) }),
    fc.record({ do: fc.constant("deliver" as const), who: fc.nat(1) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const here = browser();
      const both = [windowOf(here, "wall"), windowOf(here, "speaker")];
      for (const a of acts)
        if (a.do === "turn") both[a.who]!.turn(a.step);
        else if (a.do === "restart") both[a.who]!.restart(a.since);
        else here.deliver(a.who);
      here.rest();
      const [wall, speaker] = both.map((w) => w.now());
      expect(wall).toEqual(speaker);
    }),
  );
});

test("of two states the same one is the later, whichever is at hand; the wall's at a tie", () => {
  const state = fc.record({
    step: fc.constantFrom("a", "b"),
    turns: fc.nat(3),
    by: fc.constantFrom<Role>("wall", "speaker"),
    since: fc.nat(3),
  });
  fc.assert(
    fc.property(state, state, (a, b) => {
      if (a.turns !== b.turns || a.by !== b.by) expect(later(a, b)).toEqual(later(b, a));
      expect(later(a, b).turns).toBe(Math.max(a.turns, b.turns));
    }),
  );
});
