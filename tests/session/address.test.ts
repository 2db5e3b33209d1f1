import { describe, expect, test } from "vitest";
import { decode, encode } from "../../src/session/address.ts";
import { choice } from "../../src/kit/params/choice.ts";
import { number } from "../../src/kit/params/number.ts";
import { toggle } from "../../src/kit/params/toggle.ts";

const params = {
  a: number({ label: "a", min: -1, max: 1, step: 0.01, initial: 0.5 }),
  mode: choice({ label: "mode", options: { fast: "f", slow: "s" }, initial: "fast" }),
  on: toggle({ label: "on", initial: true }),
};
const base = { a: 0.5, mode: "fast", on: true } as const;

describe("an address", () => {
  test("holds only what differs from its base", () => {
    expect(String(encode(params, base, base))).toBe("");
    expect(String(encode(params, { ...base, a: -0.25 }, base))).toBe("a=-0.25");
    expect(String(encode(params, { a: 1, mode: "slow", on: false }, base))).toBe(
      "a=1&mode=slow&on=0",
    );
  });

  test("a change too small for its digits is no change", () =>
    expect(String(encode(params, { ...base, a: 0.1 + 0.4 + 1e-12 }, base))).toBe(""));

  test("reads against any base", () => {
    const other = { a: 1, mode: "slow", on: false } as const;
    expect(decode(params, encode(params, base, other), other)).toEqual({
      values: base,
      notices: [],
    });
  });

  test("what cannot be honoured is said, the rest is taken", () => {
    const { values, notices } = decode(params, new URLSearchParams("a=x&mode=slow&zzz=1"), base);
    expect(values).toEqual({ ...base, mode: "slow" });
    expect(notices).toEqual([
      { key: "a", problem: "unreadable" },
      { key: "zzz", problem: "unknown" },
    ]);
  });

  test("the page's own keys are left to the page", () => {
    const query = new URLSearchParams("t=4&present=1");
    expect(decode(params, query, base, ["t", "present"]).notices).toEqual([]);
    expect(decode(params, query, base).notices.length).toBe(2);
  });

  test("what others add to a link to follow its readers is passed over in silence", () => {
    const query = new URLSearchParams(
      "utm_source=x&utm_campaign=y&fbclid=a&gclid=b&msclkid=c&mc_eid=d&igshid=e&ref=f&_ga=g&spm=h",
    );
    expect(decode(params, query, base)).toEqual({ values: base, notices: [] });
    expect(decode(params, new URLSearchParams("utmost=1"), base).notices.length).toBe(1);
  });

  test("at most five notices, each with a key that fits a line", () => {
    const query = new URLSearchParams(
      Array.from({ length: 9 }, (_, k) => [`${k}`.repeat(100), "1"]),
    );
    const { notices } = decode(params, query, base);
    expect(notices.length).toBe(5);
    for (const { key } of notices) expect(key.length).toBeLessThanOrEqual(40);
  });

  test("what is longer than any link is not read", () => {
    expect(decode(params, new URLSearchParams({ a: "0".repeat(9000) }), base)).toEqual({
      values: base,
      notices: [{ key: "", problem: "too long" }],
    });
  });
});
