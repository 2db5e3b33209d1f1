/** Text (pixels, some seven lines) that has to stay in view between a figure and the controls of its step. */
const TEXT = 190;
/** Text (pixels, some five lines) that has to stay in view below a figure; one that leaves less goes with the page. */
const LEAST = 130;
/** Where a step stands in the window beside its figure, from above, as a share of its height (chapter.css). */
const LINE = 0.3;

/**
 * Controls stand at the window's lower edge only where text has room above them, under a figure or beside it: else they follow the
 * text they belong to. Returns a function that ends it.
 */
export function watchRoom(scene: HTMLElement): () => void {
  const look = () => {
    const stage = scene.querySelector<HTMLElement>(".stage");
    const text = scene.querySelector(".step")?.getBoundingClientRect();
    if (!stage || !text) return;
    const above = stage.getBoundingClientRect().left < text.right;
    stage.toggleAttribute("data-tall", above && innerHeight - stage.offsetHeight < LEAST);
    const sticks = getComputedStyle(stage).position === "sticky";
    const taken = above ? (sticks ? stage.offsetHeight : 0) : LINE * innerHeight;
    for (const controls of scene.querySelectorAll<HTMLElement>(".step-controls"))
      controls.toggleAttribute("data-crowded", innerHeight - taken - controls.offsetHeight < TEXT);
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(scene);
  addEventListener("resize", look);
  return () => {
    sizes.disconnect();
    removeEventListener("resize", look);
  };
}
