const asData = new Map<string, Promise<string>>();

/** The page's own fonts that a picture's words are set in, as a style sheet that holds them. */
export async function fontsOf(picture: Element): Promise<string> {
  const said = picture.textContent ?? "";
  const used = [picture, ...picture.querySelectorAll<SVGElement>("[style*=font-family]")]
    .map((el) => (el as SVGElement).style.fontFamily)
    .join(",");
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule),
  );
  const wanted = faces.filter(({ style }) => {
    const family = style.getPropertyValue("font-family").replaceAll(/["']/g, "");
    return used.includes(family) && covers(style.getPropertyValue("unicode-range"), said);
  });
  const rules = wanted.map(async ({ style, parentStyleSheet }) => {
    const [, file] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue("src")) ?? [];
    if (!file) return "";
    const url = new URL(file, parentStyleSheet?.href ?? document.baseURI).href;
    const data = asData.get(url) ?? fetched(url);
    asData.set(url, data);
    const weight = style.getPropertyValue("font-weight") || "400";
    const slant = style.getPropertyValue("font-style") || "normal";
    return `@font-face{font-family:${style.getPropertyValue("font-family")};font-weight:${weight};font-style:${slant};src:url(${await data})}`;
  });
  return (await Promise.all(rules)).join("");
}

/** Whether a face has any of the signs; one that names no range has all. */
export function covers(range: string, text: string): boolean {
  const parts = range.match(/[\da-f]+(-[\da-f]+)?/gi);
  if (!parts) return true;
  const spans = parts.map((part) => part.split("-").map((hex) => parseInt(hex, 16)));
  return Array.from(text, (c) => c.codePointAt(0)!).some((c) =>
    spans.some(([from, to = from]) => c >= from! && c <= to!),
  );
}

async function fetched(url: string): Promise<string> {
  const blob = await (await fetch(url)).blob();
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(reader.result as string));
    reader.addEventListener("error", () => fail(reader.error));
    reader.readAsDataURL(blob);
  });
}
