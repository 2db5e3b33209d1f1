import { act } from "react";
import { describe, expect, test, vi } from "vitest";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import { useKeys } from "../../src/chapters/keys.ts";
import type { Place } from "../../src/chapters/place.ts";
import type { Lesson } from "../../src/chapters/useLesson.ts";
import type { Session } from "../../src/session/session.ts";
import { Ask } from "../../src/ui/Ask.tsx";
import { click, countedSession, english, figureOf, press, usePage } from "./world.tsx";

const here = usePage();

function shown(): Session {
  const { session } = countedSession(scalarState as never);
  here.on.show(figureOf(session));
  return session;
}

describe("tools", () => {
  const tool = (label: string) =>
    [...here.on.host.querySelectorAll<HTMLElement>(".tools button")].find(
      (b) => b.textContent === label,
    )!;

  test("pin keeps the curve as a ghost, unpin lets it go", () => {
    const session = shown();
    const ghost = () =>
      [...here.on.host.querySelectorAll(".ghost")].some((p) => p.getAttribute("d"));
    here.world.frame();
    expect(ghost()).toBe(false);
    click(tool(english.pin!));
    act(() => session.set({ a: 0.2 }));
    here.world.frame();
    expect(ghost()).toBe(true);
    click(tool(english.unpin!));
    here.world.frame();
    expect(ghost()).toBe(false);
  });

  test("NumPy and source come and go, reset goes back", async () => {
    const session = shown();
    await act(async () => tool(english.numpy!).click());
    await act(() => vi.dynamicImportSettled()); // the text is fetched when it is wanted,
    await act(() => vi.dynamicImportSettled()); // then the code block
    expect(here.on.find(".code pre").textContent).toContain("import numpy as np");
    expect(here.on.find(".code [data-symbol=u]").textContent).toBe("u");
    await act(async () => tool(english.source!).click());
    expect(here.on.find(".code pre").textContent).toBe("let h = 0;");
    await act(async () => tool(english.source!).click());
    expect(here.on.host.querySelector(".code")).toBeNull();
    session.set({ a: 0.1 });
    click(tool(english.reset!));
    expect(session.store.getState().values.a).toBe(0.86);
  });

  test("a link that may not be copied says where else it is", async () => {
    const writeText = vi
      .fn<(text: string) => Promise<void>>()
      .mockRejectedValueOnce(new Error("denied"))
      .mockResolvedValue(undefined);
    vi.stubGlobal("navigator", { clipboard: { writeText } });
    shown();
    await act(async () => tool(english.link!).click());
    expect(here.on.find(".note").textContent).toBe(english["link.failed"]);
    await act(async () => tool(english.link!).click());
    expect(here.on.find(".note").textContent).toBe(english["link.done"]);
    expect(writeText).toHaveBeenCalledWith("https://example.org/link");
  });
});

describe("a question", () => {
  const ask = (kind: "predict" | "quiz", chosenBefore?: number) => {
    const answered = vi.fn<(chosen: number | undefined) => void>();
    here.on.show(
      <Ask
        name="a.0"
        kind={kind}
        question="Where?"
        options={["here", "there"]}
        why="Because."
        answer={2}
        onAnswer={answered}
        chosenBefore={chosenBefore}
      />,
    );
    const [first, second] = here.on.host.querySelectorAll("button");
    return {
      answered,
      first: first!,
      second: second!,
      why: () => here.on.find(".why").textContent,
    };
  };

  test("a check explains a right answer and lets a wrong one be thought over", () => {
    const { answered, first, second, why } = ask("quiz");
    expect(why()).toBe("");
    click(first);
    expect(why()).toContain(english.again);
    expect(why()).not.toContain("Because.");
    expect(first.dataset.verdict).toBe("wrong");
    expect(second.dataset.verdict, "the answer is not given away").toBeUndefined();
    click(second);
    expect(why()).toContain("Because.");
    expect(second.dataset.verdict).toBe("right");
    expect(answered.mock.calls).toEqual([[1], [2]]);
  });

  test("a prediction is explained either way, and an earlier answer is remembered", () => {
    const { first, why } = ask("predict");
    click(first);
    expect(why()).toContain("Because.");
    here.on.show(null);
    expect(ask("quiz", 2).why()).toContain("Because.");
  });
});

describe("keys", () => {
  const calls = { present: vi.fn<(on: boolean) => void>(), activate: vi.fn<(k: number) => void>() };
  function Keys({ session, presenting }: { session: Session; presenting: boolean }) {
    const steps = ["one", "two", "three"].map((id) => ({
      id,
      figure: id === "two" ? undefined : "f",
    }));
    useKeys(
      { session, steps, active: 0, activate: calls.activate } as unknown as Lesson,
      { go: (k: number) => calls.activate(k) } as unknown as Place,
      presenting,
      calls.present,
    );
    return <input aria-label="field" />;
  }
  const open = (presenting = false) => {
    const { session } = countedSession(scalarState as never);
    here.on.show(<Keys session={session} presenting={presenting} />);
    for (const call of Object.values(calls)) call.mockClear();
    return session;
  };

  test("move the playhead, play, pin, reset and take settings", () => {
    const session = open();
    const state = session.store.getState;
    const body = document.body;
    press(body, "ArrowLeft");
    press(body, ",");
    expect(state().t).toBe(61);
    press(body, "ArrowRight");
    expect(state().t).toBe(62);
    press(body, " ", { code: "Space" });
    expect(state().playing).toBe(true);
    press(body, ".");
    expect(state()).toMatchObject({ t: 63, playing: false });
    press(body, "i");
    expect(state().ghost).toBeDefined();
    press(body, "3");
    expect(state().values.a).toBe(1);
    press(body, "r");
    expect(state().values.a).toBe(0.86);
    press(body, "j");
    expect(calls.activate).toHaveBeenLastCalledWith(1);
    press(body, "p");
    expect(calls.present).toHaveBeenLastCalledWith(true);
  });

  test("leave a field to its typing", () => {
    const session = open();
    const field = here.on.find("input");
    for (const key of ["ArrowLeft", ",", "3", "r", "p", "i"]) press(field, key);
    expect(session.store.getState()).toMatchObject({ t: 63, ghost: undefined });
    expect(calls.present).not.toHaveBeenCalled();
  });

  test("turn the lesson's steps while presenting, those without a figure too", () => {
    const session = open(true);
    press(document.body, "PageDown");
    expect(calls.activate).toHaveBeenLastCalledWith(1);
    press(document.body, "ArrowRight");
    expect(calls.activate).toHaveBeenCalledTimes(2);
    expect(session.store.getState().t).toBe(63);
    press(document.body, "Escape");
    expect(calls.present).toHaveBeenLastCalledWith(false);
  });
});
