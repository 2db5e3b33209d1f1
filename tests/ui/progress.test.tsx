import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import sentences from "../../content/en/progress.json" with { type: "json" };
import { merged, progressFile, readProgress } from "../../src/app/progress/file.ts";
import { ProgressDialog } from "../../src/app/progress/ProgressDialog.tsx";
import { preferences } from "../../src/app/storage.ts";
import type { Course } from "../../src/chapters/course.ts";
import { click, page, type Page } from "./world.tsx";

const mine = {
  kalman: { done: ["two-noises", "predict"], answers: { "predict.1": 2, "update.1": 0 } },
  s4: { done: ["start"], answers: {} },
};

describe("a file of progress", () => {
  test("comes back as it was", () => expect(readProgress(progressFile(mine))).toEqual(mine));

  const file = (progress: unknown, more = {}) =>
    JSON.stringify({ format: "hidden-state progress", version: 1, progress, ...more });
  test.each([
    ["foreign", "a,b\n1,2"],
    ["foreign", "[]"],
    ["foreign", '{"progress":{}}'],
    ["foreign", ""],
    ["newer", file(mine, { version: 2 })],
    ["damaged", file(mine).slice(0, -9)],
    ["damaged", file(mine, { version: "1" })],
    ["damaged", file([])],
    ["damaged", file({ ...mine, s4: null })],
    ["damaged", file({ s4: { done: "all", answers: {} } })],
    ["damaged", file({ s4: { done: [3], answers: {} } })],
    ["damaged", file({ s4: { done: [], answers: { q: -1 } } })],
    ["damaged", file({ s4: { done: [], answers: { q: 1.5 } } })],
    ["damaged", file({ "<b>": { done: [], answers: {} } })],
    ["empty", file({})],
    ["large", file(mine) + " ".repeat(1e6)],
  ])("that is none says why: %s", (why, text) => {
    expect(readProgress(text)).toBe(why);
    expect(sentences).toHaveProperty([`progress.file.${why}`]);
  });

  test("is added to what is here, whose answers stay", () => {
    const more = {
      kalman: { done: ["predict", "update"], answers: { "predict.1": 1, "last.1": 3 } },
      hippo: { done: ["a"], answers: {} },
    };
    const both = merged(mine, more);
    expect(both.kalman!.done.toSorted()).toEqual(["predict", "two-noises", "update"]);
    expect(both.kalman!.answers).toEqual({ "predict.1": 2, "update.1": 0, "last.1": 3 });
    expect([both.s4, both.hippo]).toEqual([mine.s4, more.hippo]);
    expect(merged(both, more)).toEqual(both);
  });
});

describe("the place for it", () => {
  let on: Page;
  beforeEach(() => {
    on = page();
    preferences.setState({ theme: "dark", language: "en", progress: mine });
    const course = {
      parts: [
        {
          title: "Part",
          chapters: ["kalman", "s4"].map((slug) => ({ slug, title: `On ${slug}`, written: true })),
        },
      ],
      book: [],
    } as unknown as Course;
    on.show(<ProgressDialog {...{ course, sentences }} close={() => undefined} />);
  });
  afterEach(() => {
    on.close();
    vi.unstubAllGlobals();
    preferences.setState({ theme: "system", language: undefined, progress: {} });
  });
  const button = (name: string) =>
    [...on.host.querySelectorAll("button")].find((b) => b.textContent === name)!;
  const give = async (text: string) => {
    const input = on.find<HTMLInputElement>("input[type=file]");
    Object.defineProperty(input, "files", {
      value: [new File([text], "mine.json")],
      configurable: true,
    });
    await act(async () => {
      input.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((done) => setTimeout(done, 20));
    });
  };

  test("says how far one is, forgets all of it, and takes that back", () => {
    expect(on.host.textContent).toContain("On kalman steps read: 2, questions answered: 2");
    click(button(sentences["progress.forget"]));
    expect(preferences.getState()).toEqual({ theme: "system", language: undefined, progress: {} });
    expect(on.host.textContent).toContain(sentences["progress.none"]);
    click(button(sentences["progress.undo"]));
    expect(preferences.getState()).toEqual({ theme: "dark", language: "en", progress: mine });
    expect(on.host.textContent).toContain("On s4 steps read: 1");
  });

  test("adds from a file; a bad one is refused in a sentence and changes nothing", async () => {
    await give("not ours");
    expect(on.find("[role=alert]").textContent).toContain("“mine.json” is no file of progress");
    expect(preferences.getState().progress).toEqual(mine);
    await give(progressFile({ hippo: { done: ["a"], answers: { q: 1 } } }));
    expect(on.host.querySelector("[role=alert]")).toBeNull();
    expect(preferences.getState().progress).toMatchObject({ ...mine, hippo: { done: ["a"] } });
  });
});
