import { act, useState } from "react";
import { createRoot } from "react-dom/client";
import { beforeAll, expect, test, vi } from "vitest";
import { liveWithTranslation } from "../../src/app/translated.ts";
import { Boundary } from "../../src/ui/Boundary.tsx";
import { UiContext } from "../../src/ui/words.ts";

beforeAll(() => void vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true));

const show = async (node: React.ReactNode) => {
  const host = document.body.appendChild(document.createElement("div"));
  await act(async () => createRoot(host).render(node));
  return host;
};
const press = (host: Element) =>
  act(async () =>
    host.querySelector("button")!.dispatchEvent(new Event("click", { bubbles: true })),
  );

/** What a translating browser does to a page. */
function translate(host: Element) {
  const walker = document.createTreeWalker(host, 4);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const font = document.createElement("font");
    text.parentNode!.replaceChild(font, text);
    font.append(text);
  }
}

function Page() {
  const [n, setN] = useState(0);
  return (
    <p>
      {n % 2 === 0 && <b>even</b>} text {n > 0 && <i>more</i>}
      {n % 2 === 0 ? "one" : null}
      <button type="button" onClick={() => setN(n + 1)}>
        next
      </button>
    </p>
  );
}

test("a page whose text was wrapped by a translation lives on", async () => {
  liveWithTranslation();
  const host = await show(<Page />);
  translate(host);
  for (let k = 0; k < 4; k++) {
    await press(host);
    translate(host);
    expect(host.querySelector("b") === null).toBe(k % 2 === 0);
    expect(host.querySelector("i")).not.toBeNull();
    expect(host.textContent).toContain("text");
  }
});

test("what breaks is replaced by a sentence; trying again brings it back, and its neighbours never went", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  let breaks = true;
  const Fragile = () => {
    if (breaks) throw new Error("broken");
    return <p>whole</p>;
  };
  const host = await show(
    <UiContext value={{ broken: "It broke.", retry: "Try again" }}>
      <p>text</p>
      <Boundary>
        <Fragile />
      </Boundary>
    </UiContext>,
  );
  expect(host.textContent).toBe("textIt broke.Try again");
  breaks = false;
  await press(host);
  expect(host.textContent).toBe("textwhole");
});
