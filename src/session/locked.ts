import { settingOf, startOf } from "../kit/derive.ts";
import type { Session } from "./session.ts";

/** The same session, but some of its parameters stay as they are whatever is moved: slider, handle, preset. */
export function locked(session: Session, names: ReadonlySet<string>): Session {
  if (names.size === 0) return session;
  const free = (patch: object) =>
    Object.fromEntries(Object.entries(patch).filter(([name]) => !names.has(name)));
  return {
    ...session,
    locked: names,
    set: (patch) => session.set(free(patch)),
    take: (preset) => {
      if (!session.figure.presets[preset]) return;
      session.set(free(settingOf(session.figure, preset)));
      session.seek(startOf(session.figure, preset));
    },
  };
}
