import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import { lastOf, momentOf, wordsOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { openSession } from "../../src/session/session.ts";
import { LiveContext } from "../../src/ui/live.ts";
import { DataTable } from "../../src/ui/table/DataTable.tsx";
import { numbersOf } from "../../src/ui/table/columns.ts";
import { everyFigure } from "../figures/everyFigure.ts";
import { click, english, figureOf, page, world, type Page } from "./world.tsx";

let here: ReturnType<typeof world>;
let on: Page;
beforeEach(() => {
  here = world();
  on = page();
});
afterEach(async () => {
  on.close();
  here.end();
  await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
});

const scalar = scalarState as unknown as Figure;
/** A table on its own, and the session behind it. */
function shown(f: Figure) {
  const session = openSession(f);
  on.show(
    <LiveContext value={{ session, words: wordsOf(f) }}>
      <DataTable />
    </LiveContext>,
  );
  return session;
}
const cells = (row: Element) => [...row.children].map((cell) => cell.textContent);
const table = (k = 0) => {
  const all = [...on.host.querySelectorAll(".data table")][k]!;
  const head = [...all.querySelectorAll("thead th")].map((th) => th.textContent);
  return { head, rows: [...all.querySelectorAll("tbody tr")].map(cells) };
};
const settle = () => act(() => vi.advanceTimersByTime(500));

test("is fetched on a click, and has the input, the state and the output of every step", async () => {
  const session = openSession(scalar);
  on.show(figureOf(session));
  expect(on.host.querySelector(".data")).toBeNull();
  const button = [...on.host.querySelectorAll<HTMLElement>(".tools button")].find(
    (b) => b.textContent === english.table,
  )!;
  await act(async () => button.click());
  await act(() => vi.dynamicImportSettled());
  expect(button.getAttribute("aria-expanded")).toBe("true");
  const { u, h, y } = session.store.getState().result as Record<"u" | "h" | "y", Float64Array>;
  const { head, rows } = table();
  // The last page, where the playhead stands: 64 steps, fifty to a page.
  expect(rows.map(([t]) => t)).toEqual(Array.from({ length: 14 }, (_, k) => String(50 + k)));
  for (const [series, name] of [
    [u, "input"],
    [h, "state"],
    [y, "output"],
  ] as const) {
    const k = head.findIndex((text) => text.toLowerCase().includes(name));
    expect(k, `${name} among ${head.join(", ")}`).toBeGreaterThan(0);
    rows.forEach((row, i) =>
      expect(Number(row[k]!.replace("−", "-"))).toBeCloseTo(series[50 + i]!, 3),
    );
  }
  expect(on.find(".data tr[aria-current]").firstChild!.textContent).toBe("63");
  click(button);
  expect(on.host.querySelector(".data")).toBeNull();
});

test("turns its pages, follows the reader's hand once that rests, and keeps still while time runs", () => {
  vi.useFakeTimers();
  const session = shown(scalar);
  const rows = () => table().rows;
  const [earlier, later] = [...on.host.querySelectorAll<HTMLButtonElement>(".data .tools button")];
  expect(later!.disabled).toBe(true);
  click(earlier!);
  expect(rows()[0]![0]).toBe("0");
  expect(earlier!.disabled).toBe(true);
  const before = JSON.stringify(rows());
  act(() => session.set({ a: 0.2 }));
  expect(JSON.stringify(rows())).toBe(before);
  settle();
  expect(JSON.stringify(rows())).not.toBe(before);
  act(() => session.seek(3));
  settle();
  expect(on.find(".data tr[aria-current]").firstChild!.textContent).toBe("3");
  act(() => session.play(true));
  act(() => session.glide(9, true));
  settle();
  expect(on.find(".data tr[aria-current]").firstChild!.textContent).toBe("3");
  act(() => session.glide(9, false));
  settle();
  expect(on.find(".data tr[aria-current]").firstChild!.textContent).toBe("9");
});

test("before the answer it has neither what is asked nor what is still to come", () => {
  vi.useFakeTimers();
  const session = shown(scalar);
  const asked = wordsOf(scalar)("readouts.h");
  expect(on.find(".data").textContent).toContain(asked);
  act(() => session.seek(4));
  act(() => session.withhold(new Set(["h"])));
  settle();
  const text = on.find(".data").textContent;
  expect(text).not.toContain(asked);
  expect(table().rows.length).toBe(5);
  expect(on.find(".data .hint").textContent).toBe(english["table.waits"]);
  // No symbol stands for it either.
  expect(table().head).not.toContain("h′");
});

test.each(everyFigure)(
  "$folder has its numbers at every preset, one for each column",
  ({ figure: f }) => {
    const words = wordsOf(f);
    for (const preset of [undefined, ...Object.keys(f.presets)]) {
      const { result, values } = momentOf(f, preset);
      const session = openSession(f, values);
      const { columns, row, matrices } = numbersOf(session, words);
      const end = lastOf(f, result, values);
      for (const t of new Set([0, end >> 1, end])) {
        expect(row(t).length, `${preset} at ${t}`).toBe(columns.length);
        for (const { rows } of matrices(t)) expect(rows[0]!.length).toBeGreaterThan(0);
      }
      expect(columns.length).toBeGreaterThan(0);
    }
    const session = shown(f);
    const text = on.find(".data").textContent;
    expect(text).not.toMatch(/NaN|undefined|\[object|[{}]/);
    expect(on.host.querySelectorAll(".data td").length).toBeGreaterThan(0);
    // What the figure says of itself stands in its table.
    const { result, values, t } = session.store.getState();
    for (const [name, r] of Object.entries(f.readouts))
      if (!Number.isNaN(r.of(result, values, t))) expect(text).toContain(words(`readouts.${name}`));
  },
);
