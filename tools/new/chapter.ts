import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { comingIn } from "../../src/chapters/compile/course.ts";
import { chaptersIn, tagsIn } from "../../src/chapters/compile/folders.ts";
import { folderParts } from "../../src/chapters/course.ts";
import { stampOf } from "../stamp-translations.ts";
import { checkId, json, lay, type Laid } from "./lay.ts";

const skeleton = (title: string, kicker: string, line: string) => `---
title: ${JSON.stringify(title)}
short: ${JSON.stringify(title)}
kicker: ${JSON.stringify(kicker)}
line: ${JSON.stringify(line)}
summary: Say in one or two sentences what a reader finds here, for search engines and links.
goals:
  - Say what a reader can do after this chapter, one line for each thing
minutes: 20
---

Open with the one picture that the chapter is about, and with why anyone should want to know.

:::teacher
Notes for the class: timing, what to ask, what to bring.
:::

## The first step {#first}

::figure{id=scalar-state preset=impulse}

A step is a short text of forty to a hundred and twenty words beside one setting of a figure. Its first paragraph is what a class sees on the wall. A number that lives, such as the state now, :val{of=h}, follows the reader's hand; an equation stands on a line of its own and is tied to the same values.

::equation{id=state-update}

:::predict{answer=2 then=alternating}
Ask before you show. What does the state do when A is negative?

1. It stays where it is
2. It changes its sign at every step

Say here why. The setting that shows it is taken when the reader has answered.
:::

## What stays {#check}

:::quiz{answer=1}
What does a chapter end with?

1. A question whose answer was shown on the way
2. A summary of everything

A question lets readers see what they have understood.
:::
`;

/** A chapter's folder in every language; those other than English wait for their translator. */
export function newChapter(root: string, name: string | undefined): Laid {
  const content = `${root}/content`;
  const { folder, announced } = placeOf(content, name);
  const english = `content/en/${folder}/index.md`;
  const title = announced?.short ?? `The chapter on ${folderParts(folder)!.slug}`;
  const files = lay(root, {
    [english]: skeleton(
      title,
      announced?.kicker ?? "More",
      announced?.line ?? "What the home page says of it",
    ),
  });
  const page = readFileSync(`${root}/${english}`, "utf8");
  for (const tag of tagsIn(content)) {
    const waiting = page.replace("---\n", `---\nuntranslated: true\nsource: "${stampOf(page)}"\n`);
    if (tag !== "en") files.push(...lay(root, { [`content/${tag}/${folder}/index.md`]: waiting }));
    const list = `content/${tag}/coming.json`;
    if (!existsSync(`${root}/${list}`) || !(folder in comingIn(content, tag))) continue;
    const { [folder]: _, ...others } = comingIn(content, tag);
    writeFileSync(`${root}/${list}`, json(others));
    files.push(list);
  }
  if (files.length === 0)
    throw new Error(`content/*/${folder} is there already, in every language.`);
  const write = files.includes(english) ? `Write ${english}. Then translate` : "Translate";
  return {
    files,
    next: `${write}: take the line "untranslated" out of each translation and run npx tsx tools/stamp-translations.ts.`,
  };
}

/** The folder meant by a slug or a folder's name: one that stands, one that is announced, or a new one at the end. */
function placeOf(content: string, name: string | undefined) {
  const coming = comingIn(content, "en");
  const folders = [...chaptersIn(content), ...Object.keys(coming)];
  const given = folderParts(name ?? "");
  const slug = given?.slug ?? checkId(name, "chapter");
  const known = folders.find((f) => f === name || folderParts(f)!.slug === slug);
  if (known !== undefined && given && known !== name)
    throw new Error(`${slug} has its place already: content/en/${known}.`);
  const last = Math.max(0, ...folders.map((f) => folderParts(f)!.place));
  const folder = known ?? (given ? name! : `${Math.floor(last / 10) * 10 + 10}-${slug}`);
  return { folder, announced: coming[folder] };
}
