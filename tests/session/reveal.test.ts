import { expect, test } from "vitest";
import { openSession } from "../../src/session/session.ts";
import { clock } from "./clock.ts";

const long = {
  ...clock,
  length: () => 1024,
  presets: { answer: { label: "the answer", set: {}, t: 700 }, end: { label: "the end", set: {} } },
};

test("a reveal runs to its preset's moment in five seconds, and keeps the picture before it", () => {
  const session = openSession(long);
  session.seek(100);
  const { result, values } = session.store.getState();
  session.reveal("answer", false);
  const { t, playing, run, ghost } = session.store.getState();
  expect({ t, playing, to: run?.to }).toEqual({ t: 100, playing: true, to: 700 });
  expect((run!.to - t) / run!.speed).toBeLessThanOrEqual(5);
  expect(ghost).toEqual({ result, values });
  session.glide(700, false);
  expect(session.store.getState()).toMatchObject({ t: 700, playing: false, run: undefined });
});

test("it is there at once where it has no way to go, or nothing should move", () => {
  const session = openSession(long);
  session.reveal("answer", false);
  expect(session.store.getState()).toMatchObject({ t: 700, playing: false, run: undefined });
  session.reveal("end", true);
  expect(session.store.getState()).toMatchObject({ t: 1023, playing: false, run: undefined });
});

test("a hand on the playhead ends the run, and the next step lets the ghost go; a pinned one stays", () => {
  const session = openSession(long);
  session.seek(0);
  session.reveal("answer", false);
  session.play(false);
  expect(session.store.getState().run).toBeUndefined();
  session.adopt({});
  expect(session.store.getState().ghost).toBeUndefined();
  session.pin(true);
  session.adopt({});
  expect(session.store.getState().ghost).toBeDefined();
});
