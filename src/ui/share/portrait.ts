import type { Words } from "../../kit/derive.ts";
import type { Session } from "../../session/session.ts";

/** Units that a picture's column is wide in each of its layouts. */
export const WIDTHS = { wide: 720, compact: 380 } as const;

export interface Portrait {
  /** Draws the session's moment, or another of the same timeline. */
  draw(t?: number): void;
  close(): void;
}

/** The figure's picture a second time, to be taken away: it follows nobody's hand and changes nothing. */
export function openPortrait(
  session: Session,
  words: Words,
  host: HTMLElement,
  compact: boolean,
): Portrait {
  const nothing = () => undefined;
  const say = (phrase: string) => words(`phrases.${phrase}`);
  const view = session.figure.view({ host, compact, say, set: nothing, seek: nothing });
  const portrait: Portrait = {
    draw: (t = session.store.getState().t) => view.draw({ ...session.store.getState(), t }),
    close: () => {
      view.destroy();
      host.replaceChildren();
    },
  };
  portrait.draw();
  return portrait;
}
