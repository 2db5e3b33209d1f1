/**
 * Tells the page around, whenever it changes, how high (CSS pixels) the figure stands:
 * `{ type: "hidden-state:height", figure, height }`.
 */
export function reportHeight(figure: string): void {
  if (parent === window) return;
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.getElementById("root")!.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    parent.postMessage({ type: "hidden-state:height", figure, height }, "*");
  };
  new ResizeObserver(tell).observe(document.getElementById("root")!);
}
