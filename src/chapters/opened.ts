import { useLayoutEffect, useState } from "react";
import { openSession, type Session } from "../session/session.ts";
import { openAt } from "./address.ts";
import type { ChapterScene, Parts } from "./load.ts";
import { withheldBy } from "./withheld.ts";

/** The session of a scene's figure as the build draws it: in the setting of its first step, whose questions are still open. */
export function opened({ steps: [first] }: ChapterScene, { figure, bodies }: Parts): Session {
  const session = openSession(figure!.figure, {}, figure!.words);
  openAt(session, first!.preset, new URLSearchParams());
  session.withhold(withheldBy(bodies[first!.id]!, first!.id, {}));
  return session;
}

/** The same on the page: as the build drew it; then, as the scene arrives, as the present step asks; in the reader's words. */
export function useOpened(scene: ChapterScene, parts: Parts): Session | undefined {
  const [session] = useState(() => parts.figure && opened(scene, parts));
  const words = parts.figure?.words;
  useLayoutEffect(() => words && session?.speak(words), [session, words]);
  return session;
}
