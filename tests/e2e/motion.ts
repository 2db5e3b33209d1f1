/** What a reader can read at one moment. */
export interface Reading {
  readonly t: number;
  readonly caption: string;
  readonly foot: readonly string[];
  /** Numbers quoted by the present step's sentences. */
  readonly quoted: readonly string[];
}

export interface Played {
  readonly pictures: number;
  readonly steps: number;
  readonly readings: readonly Reading[];
}

/** In the page: plays a figure from its beginning for four steps, with its first preset if so wished, and reads along. */
export async function playInSteps(figure: Element, fromPreset: boolean): Promise<Played> {
  const play = figure.querySelector<HTMLElement>(".play")!;
  const range = figure.querySelector<HTMLInputElement>(".time input[type=range]")!;
  if (fromPreset) figure.scrollIntoView({ block: "center", behavior: "instant" });
  // Results that come in from a worker are no motion: they are waited for; and a step that comes in sets the figure.
  const works = () => figure.querySelector('.task[data-running="true"]') !== null;
  for (let rest = 0; rest < 6; rest = works() ? 0 : rest + 1)
    await new Promise((next) => setTimeout(next, 100));
  if (fromPreset) figure.querySelector<HTMLElement>(".presets button")?.click();
  range.value = "0";
  range.dispatchEvent(new Event("input", { bubbles: true }));
  const texts = (root: ParentNode | null, selector: string) =>
    [...(root?.querySelectorAll(selector) ?? [])].map((el) => el.textContent);
  const pictures = new Set<string>();
  const steps = new Set<string>();
  const readings: Reading[] = [];
  play.click();
  // Frames, not seconds: on a busy machine a second has few of them, and each moves the playhead by a tenth of one at most.
  for (let frame = 0; frame < 600 && steps.size < 4; frame++) {
    await new Promise(requestAnimationFrame);
    pictures.add(figure.querySelector(".picture")!.innerHTML);
    steps.add(figure.querySelector<HTMLElement>(".time .now")!.dataset.t!);
    readings.push({
      t: Number(range.value),
      caption: figure.querySelector("figcaption")!.textContent,
      foot: texts(figure, ".readouts li"),
      quoted: texts(document.querySelector('.step[aria-current="step"]'), ".prose > p .value"),
    });
    if (play.dataset.playing !== "true") break; // a short figure is at its end
  }
  if (play.dataset.playing === "true") play.click();
  return { pictures: pictures.size, steps: steps.size, readings };
}
