import { settingOf } from "../../kit/derive.ts";
import { encode } from "../../session/address.ts";
import type { Session } from "../../session/session.ts";

/** Signs that every file system and every mail program leaves as they are. */
const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9.+-]+/g, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "");
const LONGEST = 60;

/** What a setting is called in a file's name: its preset, or what differs from the figure as declared; the moment if not the last. */
export function settingName(session: Session): string {
  const { figure, store } = session;
  const { values, t } = store.getState();
  const same = (preset?: string) =>
    encode(figure.params, values, settingOf(figure, preset)).size === 0;
  const preset = Object.keys(figure.presets).find(same);
  const changed = [...encode(figure.params, values, settingOf(figure))]
    .map(([name, text]) => `${name}=${text}`)
    .map((text) => plain(text).slice(0, LONGEST / 3));
  const name = preset ?? changed.join("_").slice(0, LONGEST);
  const moment = Math.floor(t) < session.length() - 1 ? `t${Math.floor(t)}` : "";
  return [plain(name), moment].filter(Boolean).join("_");
}

/** A file's name: figure, setting, what else it is, language. */
export const fileName = (
  session: Session,
  lang: string,
  ending: string,
  ...more: readonly string[]
): string =>
  [session.figure.id, settingName(session), ...more.map(plain), lang].filter(Boolean).join("_") +
  `.${ending}`;

/** Hands a file out. */
export function save(name: string, content: Blob | string, type = "text/plain"): void {
  const link = document.createElement("a");
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // A browser may begin to read it only now.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
