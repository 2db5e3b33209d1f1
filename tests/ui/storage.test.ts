import { afterAll, expect, test } from "vitest";
import { none, openPreferences, preferences } from "../../src/app/storage.ts";

const KEY = "hidden-state";
const read = (done: string[]) => ({ done, answers: {} });
afterAll(() => {
  preferences.setState(none, true);
  localStorage.clear();
});

test("two tabs know of each other's steps, and one does not bring back what the other forgot", () => {
  openPreferences();
  preferences.setState({ progress: { kalman: read(["start"]) } });
  // The other tab, which had read the first, adds a chapter of its own.
  const both = { kalman: read(["start"]), s4: read(["rule"]) };
  localStorage.setItem(KEY, JSON.stringify({ theme: "dark", progress: both }));
  window.dispatchEvent(new StorageEvent("storage", { key: KEY }));
  expect(preferences.getState()).toMatchObject({ theme: "dark", progress: both });
  preferences.setState({ progress: { ...both, hippo: read(["fit"]) } });
  expect(JSON.parse(localStorage.getItem(KEY)!).progress).toHaveProperty("s4");
  localStorage.clear();
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
  expect(preferences.getState()).toEqual(none);
  // What is none of ours changes nothing.
  preferences.setState({ progress: { kalman: read(["start"]) } });
  localStorage.setItem("other", "1");
  window.dispatchEvent(new StorageEvent("storage", { key: "other" }));
  expect(preferences.getState().progress).toHaveProperty("kalman");
});
