/** What makes a picture's look, and comes from the page's style sheets. */
const LOOKS = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "text-anchor",
  "paint-order",
  "display",
] as const;

/** A picture as a file of its own: its looks written into it, on the card's ground, without what only hands take hold of. */
export function pictureFile(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [there, here] = [svg, copy].map((s) => [s, ...s.querySelectorAll<SVGElement>("*")]);
  here!.forEach((node, k) => {
    const style = getComputedStyle(there![k]!);
    for (const look of LOOKS) node.style.setProperty(look, style.getPropertyValue(look));
  });
  for (const hand of copy.querySelectorAll(".surface, .hit")) hand.remove();
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = getComputedStyle(svg.closest(".figure") ?? svg).backgroundColor;
  copy.style.setProperty("background", ground);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}
