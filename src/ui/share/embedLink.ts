import { written } from "../../session/address.ts";
import { embedQuery, parts, type Embedded } from "../../session/embedded.ts";
import type { Session } from "../../session/session.ts";
import type { Words } from "../../kit/derive.ts";
import type { Say } from "../words.ts";

/** The address of the figure alone in its present setting, from the address of the step it stands in. */
export function embedLink(link: string, session: Session, said: Embedded): string {
  const url = new URL(link);
  const slug = url.pathname.split("/").findLast((part) => part !== "");
  const here = [slug, url.hash.slice(1)].filter(Boolean).join(".");
  const step = slug === "embed" ? url.searchParams.get("step") : here;
  const path = url.pathname.replace(/[^/]*\/?$/, "embed/");
  const query = embedQuery(session, { ...said, step: step ?? undefined });
  return url.origin + path + written(query);
}

const inHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** What a page says to hold the figure; with `follows` also the script that keeps its frame as high as it is. */
export function frameCode(link: string, title: string, height: number, follows: boolean): string {
  const frame = `<iframe src="${inHtml(link)}" title="${inHtml(title)}" width="100%" height="${height}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`;
  const { origin } = new URL(link);
  const script = `<script>
addEventListener("message", (e) => {
  if (e.origin !== ${JSON.stringify(origin)} || e.data?.type !== "hidden-state:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === e.source) frame.height = e.data.height;
});
</script>`;
  return follows ? `${frame}\n${script}` : frame;
}

/** What can stand on the card, by name, as the reader calls it. */
export function controlsOf({ figure, length }: Session, words: Words, say: Say) {
  const params = Object.keys(figure.params).map((name) => [name, words(`params.${name}`)] as const);
  const rest = parts
    .filter((name) => name !== "time" || (figure.length && length() > 1))
    .map((name) => [name, say(name === "time" ? "share.time" : name)] as const);
  return { params, rest };
}

/** What a link cannot carry of the present setting: the reader's own recordings, by their labels. */
export const staying = ({ figure, store }: Session, words: Words): string[] =>
  Object.entries(figure.params).flatMap(([name, param]) => {
    const text = param.print(store.getState().values[name]);
    return param.stays?.(text) ? [words(`params.${name}`)] : [];
  });
