import { act } from "react";
import { describe, expect, test, vi } from "vitest";
import { wordsOf } from "../../src/kit/derive.ts";
import { openSession } from "../../src/session/session.ts";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import { gif, momentsOf, secondsOf } from "../../src/ui/share/film.ts";
import { covers } from "../../src/ui/share/fonts.ts";
import { fileName, settingName } from "../../src/ui/share/names.ts";
import { csvOf } from "../../src/ui/share/csv.ts";
import { click, countedSession, english, figureOf, press, usePage } from "./world.tsx";

const opened = () => openSession(scalarState as never);

describe("a file's name says what it is", () => {
  test("figure, preset, moment and language", () => {
    const session = opened();
    const preset = Object.keys(scalarState.presets)[1]!;
    session.take(preset);
    session.seek(Infinity);
    expect(fileName(session, "zh-Hans", "svg", "dark")).toBe(
      `scalar-state_${preset}_dark_zh-Hans.svg`,
    );
    session.seek(5);
    expect(fileName(session, "en", "png", "", "2x")).toBe(`scalar-state_${preset}_t5_2x_en.png`);
  });

  test("what was changed, where it is no preset; only signs that every system takes", () => {
    const session = opened();
    session.set({ a: -0.31, input: { kind: "noise", seed: 7 } });
    const name = settingName(session);
    expect(name).toContain("a--0.31");
    expect(name).toContain("noise-7");
    session.set({ input: { kind: "own", data: Float64Array.from({ length: 64 }, (_, k) => k) } });
    expect(settingName(session).length).toBeLessThanOrEqual(60);
    expect(settingName(session)).toMatch(/^[\w.+-]+$/);
  });
});

describe("the numbers as a table", () => {
  test("hold every readout at every step, and then the symbols", () => {
    const session = opened();
    const { result, values } = session.store.getState();
    const [head, ...rows] = csvOf(session, wordsOf(session.figure)).trim().split("\r\n");
    const readouts = Object.values(session.figure.readouts);
    const names = head!.replaceAll(/"[^"]*"/g, "x").split(",");
    expect(names.slice(readouts.length + 1)).toContain("h′");
    expect(rows.length).toBe(session.length());
    for (const t of [0, 17, rows.length - 1])
      expect(
        rows[t]!.split(",")
          .slice(0, readouts.length + 1)
          .map(Number),
      ).toEqual([t, ...readouts.map((r) => r.of(result, values, t))]);
  });

  test("keep back what waits for an answer; a comma or a quote stays in its cell", () => {
    const session = opened();
    const [first] = Object.keys(session.figure.readouts);
    const words = (path: string) => (path === `readouts.${first}` ? 'so "far", u' : path);
    expect(csvOf(session, words)).toContain('t,"so ""far"", u",');
    session.withhold(new Set([first!]));
    expect(csvOf(session, words)).not.toContain("far");
  });
});

describe("a film", () => {
  test("lasts as long as its stretch takes, first and last moment in it", () => {
    const stretch = { from: 3, to: 11, speed: 4 };
    expect(secondsOf(stretch)).toBe(2);
    const moments = momentsOf(stretch);
    expect([moments[0], moments.at(-1), moments.length]).toEqual([3, 11, 26]);
    expect(momentsOf({ from: 3, to: 4, speed: 32 })).toEqual([3, 4]);
  });

  /** Pictures of one colour each, and the moments they were asked for. */
  const painter = (asked: number[]) => (t: number) => {
    asked.push(t);
    const [width, height] = [8, 6];
    const data = new Uint8ClampedArray(4 * width * height).map((_, k) =>
      k % 4 === 3 ? 255 : 40 * t,
    );
    return Promise.resolve({
      canvas: { width, height },
      getImageData: () => ({ data }),
    } as unknown as CanvasRenderingContext2D);
  };
  const stretch = { from: 0, to: 2, speed: 4 };

  test("as a GIF has a picture for each moment, and its last one stays", async () => {
    const asked: number[] = [];
    const shares: number[] = [];
    const stop = new AbortController().signal;
    const film = await gif(stretch, painter(asked), { told: (s) => shares.push(s), stop });
    const bytes = new Uint8Array(await film.arrayBuffer());
    expect(asked).toEqual(momentsOf(stretch));
    expect(shares.at(-1)).toBe(1);
    expect(new TextDecoder().decode(bytes.slice(0, 6))).toBe("GIF89a");
    expect([bytes[6], bytes[8]]).toEqual([8, 6]);
    // Each picture is announced by a block with its delay in hundredths of a second.
    const delays = bytes.reduce<number[]>(
      (all, b, k) =>
        b === 0x21 && bytes[k + 1] === 0xf9 && bytes[k + 2] === 4
          ? [...all, bytes[k + 4]! + 256 * bytes[k + 5]!]
          : all,
      [],
    );
    expect(delays).toEqual([8, 8, 8, 8, 8, 8, 100]);
  });

  test("stops when it is told to", async () => {
    const asked: number[] = [];
    const stop = new AbortController();
    const told = () => stop.abort();
    await expect(gif(stretch, painter(asked), { told, stop: stop.signal })).rejects.toThrow();
    expect(asked).toEqual([0]);
  });
});

test("a font is taken along where it has one of the signs", () => {
  expect(covers("U+0000-00FF, U+0131", "año")).toBe(true);
  expect(covers("U+0370-03FF", "a = 1")).toBe(false);
  expect(covers("U+0370-03FF", "a = λ")).toBe(true);
  expect(covers("", "状态")).toBe(true);
});

describe("the dialog", () => {
  const here = usePage();
  const open = async () => {
    const { session } = countedSession(scalarState as never);
    here.on.show(figureOf(session));
    const button = [...here.on.host.querySelectorAll<HTMLElement>(".tools button")].find(
      (b) => b.textContent === english.share,
    )!;
    await act(async () => {
      button.click();
      await vi.dynamicImportSettled();
    });
    return { session, dialog: document.querySelector<HTMLDialogElement>("dialog.share")! };
  };
  const tab = (name: string) =>
    [...document.querySelectorAll<HTMLElement>("dialog.share [role=tab]")].find(
      (t) => t.textContent === english[`share.tab.${name}`],
    )!;

  test("comes with its words, holds the figure still, and its tabs are turned by arrows", async () => {
    const { session, dialog } = await open();
    expect(dialog.open).toBe(true);
    expect(session.store.getState().playing).toBe(false);
    expect(dialog.textContent).not.toMatch(/share\.|\{\w+\}/);
    tab("picture").focus();
    press(tab("picture"), "ArrowRight");
    expect(tab("film").getAttribute("aria-selected")).toBe("true");
    expect(document.activeElement).toBe(tab("film"));
    press(tab("film"), "ArrowLeft");
    press(tab("picture"), "ArrowLeft");
    expect(tab("picture").tabIndex).toBe(-1);
    expect(dialog.textContent).not.toMatch(/share\.|\{\w+\}/);
    act(() => dialog.close());
    expect(document.querySelector("dialog.share")).toBeNull();
  });

  const field = (label: string) =>
    [...document.querySelectorAll("dialog.share label")].find((l) =>
      l.textContent.startsWith(label),
    )!;
  const fieldOf = (label: string) => {
    const l = field(label) as HTMLLabelElement;
    return (l.querySelector("textarea, input") ??
      document.getElementById(l.htmlFor)) as HTMLInputElement;
  };
  const write = (control: HTMLElement, text: string) => {
    const proto = Object.getPrototypeOf(control) as object;
    act(() => {
      Object.getOwnPropertyDescriptor(proto, "value")!.set!.call(control, text);
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    });
  };

  test("the code of a frame holds the setting and says what is hidden", async () => {
    const { session, dialog } = await open();
    act(() => session.set({ a: 0.25 }));
    click(tab("embed"));
    const code = () => dialog.querySelector<HTMLTextAreaElement>("textarea")!.value;
    const src = () => /src="([^"]*)"/.exec(code())![1]!.replaceAll("&amp;", "&");
    expect(new URL(src()).pathname).toBe("/embed/");
    expect(new URL(src()).searchParams.get("a")).toBe("0.25");
    expect(new URL(src()).searchParams.get("controls")).not.toContain("tools");
    expect(dialog.textContent).toContain(
      english["share.embed.hidden"]!.replace("{names}", english.tools!),
    );
    expect(code()).not.toContain("<script>");
    click(fieldOf(` ${english["share.embed.follows"]}`));
    expect(code()).toContain('e.origin !== "https://example.org"');
  });

  test("a task's link waits for its words and its number; a goal that is reached at the start is said", async () => {
    const { session, dialog } = await open();
    click(tab("task"));
    const link = () => dialog.querySelector("a.button")?.getAttribute("href");
    expect(link()).toBeUndefined();
    write(fieldOf(english["share.task.words"]!.split("(")[0]!), "Make it <b>half</b>");
    expect(dialog.textContent).toContain(english["share.task.number"]);
    const [readout, { of }] = Object.entries(session.figure.readouts)[0]!;
    const { result, values, t } = session.store.getState();
    const number = fieldOf(english["share.task.than"]!);
    write(number, "half");
    expect(dialog.textContent).toContain(english["share.task.noNumber"]);
    write(number, String(of(result, values, t)));
    expect(dialog.textContent).toContain(english["share.task.already"]);
    write(number, "12,5");
    expect(dialog.textContent).not.toContain(english["share.task.already"]);
    for (const name of Object.keys(session.figure.params))
      write(fieldOf(wordsOf(session.figure)(`params.${name}`)), "locked");
    expect(dialog.textContent).not.toContain(english["share.task.nothing"]); // the playhead is free
    click(fieldOf(` ${english["share.time"]}`));
    expect(dialog.textContent).toContain(english["share.task.nothing"]);
    const query = new URL(link()!).searchParams;
    expect(query.get("aim")).toBe("Make it <b>half</b>");
    expect(query.get("check")).toBe(`${readout},eq,12.5,0.01`);
    expect(query.get("lock")).toBe(Object.keys(session.figure.params).join(","));
  });

  test("a film that ends before it begins is refused in a sentence", async () => {
    const { dialog } = await open();
    click(tab("film"));
    const [from] = dialog.querySelectorAll<HTMLInputElement>("input[type=number]");
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(from, "9999");
      from!.dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect(dialog.textContent).toContain(english["share.film.order"]);
    expect(dialog.querySelector<HTMLButtonElement>("button.go")!.disabled).toBe(true);
  });
});
