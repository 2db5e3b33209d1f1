import { useEffect, useRef, useState } from "react";
import { tinykeys } from "tinykeys";
import { useLateSay } from "../../ui/lateWords.ts";
import type { Lesson } from "../useLesson.ts";
import { join, type Together } from "./together.ts";

export interface WallProps {
  readonly lesson: Lesson;
  readonly slug: string;
  /** The name of the presentation; one letter long while the speaker has no window. */
  readonly name: string;
  /** Gives it a name. */
  readonly present: (name: string) => void;
}

/** Names are of this browser and this hour only: two presentations at once must not have the same. */
const newName = () => crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36).padStart(7, "0");

/** Opens the speaker's window, or brings it to the front; where the browser does not allow it, gives the address. */
function openSpeaker({ name, present, lesson: { steps, active } }: WallProps): string | undefined {
  const called = name.length > 1 ? name : newName();
  const url = `${location.pathname}?speaker=${called}#${steps[active]!.id}`;
  if (called !== name) present(called);
  return open(url, `speaker-${called}`, "popup,width=960,height=760") ? undefined : url;
}

/** The projected window's part in a presentation of two windows. Shows nothing. */
export function Wall(props: WallProps) {
  const { lesson, slug, name } = props;
  const now = useRef(props);
  const together = useRef<Together>(undefined);
  useEffect(() => {
    now.current = props;
  });
  const step = lesson.steps[lesson.active]!.id;
  useEffect(() => {
    if (name.length < 2) return undefined;
    const { steps, active } = now.current.lesson;
    together.current = join(`${slug}/${name}`, "wall", steps[active]!.id, {
      shared: ({ step }) => {
        const { lesson } = now.current;
        lesson.activate(lesson.steps.findIndex(({ id }) => id === step));
      },
      other: () => undefined,
      key: pressed,
    });
    const leave = () => together.current?.leave();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
      together.current?.close();
      together.current = undefined;
    };
  }, [slug, name]);
  useEffect(() => together.current?.turn(step), [step]);
  useEffect(
    () =>
      tinykeys(window, {
        s: (e) => {
          if (!(e.target as Element).closest("input, select, textarea")) openSpeaker(now.current);
        },
      }),
    [],
  );
  return null;
}

/** A key that the speaker pressed, as if it had been pressed here with the focus on nothing. */
function pressed(key: string): void {
  const code = key === " " ? "Space" : key;
  const on = document.activeElement?.closest(".presenter") ?? document.body;
  on.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
}

/** Opens the speaker's window; where the browser blocks windows, says where to find it. */
export function SpeakerLink(props: WallProps) {
  const say = useLateSay("class");
  const [blocked, setBlocked] = useState<string>();
  if (typeof BroadcastChannel === "undefined") return null;
  return (
    <>
      <button type="button" onClick={() => setBlocked(openSpeaker(props))}>
        {say("speaker")}
      </button>
      {blocked && (
        <p role="alert">
          {say("speaker.blocked")}{" "}
          <a href={blocked} target="_blank" rel="noreferrer">
            {location.host + blocked}
          </a>
        </p>
      )}
    </>
  );
}
