import { lazy, Suspense, useEffect, type ReactNode } from "react";
import { Boundary } from "../ui/Boundary.tsx";
import type { FirstPicture } from "../ui/Figure.tsx";
import { useSay } from "../ui/words.ts";
import { useKeys } from "./keys.ts";
import type { ChapterData } from "./load.ts";
import type { Onward, Progress } from "./progress.ts";
import { Scene } from "./Scene.tsx";
import { usePaper } from "./usePaper.ts";
import { useAddress, useLesson } from "./useLesson.ts";
import { useOpening } from "./useOpening.ts";
import { useReadingPosition } from "./useReadingPosition.ts";

const loadWall = () => import("./classroom/Wall.tsx");
const Wall = lazy(async () => ({ default: (await loadWall()).Wall }));
const SpeakerLink = lazy(async () => ({ default: (await loadWall()).SpeakerLink }));

export interface ChapterProps {
  readonly data: ChapterData;
  readonly progress: Progress;
  /** Adds to the progress. */
  readonly onProgress: (more: Onward) => void;
  /** The name of the presentation; empty where there is none. */
  readonly presenting: string;
  /** Begins or ends one; a name is a new one for it. */
  readonly present: (on: boolean | string) => void;
  readonly hidden: ReadonlySet<string>;
  readonly hide: (hidden: ReadonlySet<string>) => void;
  /** First pictures by scene, at build time only. */
  readonly first?: readonly (FirstPicture | undefined)[];
  readonly foot: ReactNode;
  /** The way to the page of its part. */
  readonly part: ReactNode;
  /** The ways to the other languages, for a presentation. */
  readonly tongues: ReactNode;
}

/** A lesson: an introduction, then steps beside the figure they talk about. */
export function Chapter(props: ChapterProps) {
  const { data, progress, onProgress, present, first, foot, tongues, ...hiding } = props;
  const { presenting: name, ...shown } = hiding;
  const presenting = name !== "";
  const say = useSay();
  const lesson = useLesson(data);
  const link = useAddress(lesson, data.slug, hiding.hidden, name);
  const place = useReadingPosition(lesson, presenting);
  useOpening(lesson, data.slug, presenting);
  useKeys(lesson, place, presenting, present);
  const print = usePaper(data, lesson);
  const step = lesson.steps[lesson.active]!;
  const { wake } = lesson;

  useEffect(() => {
    if (!progress.done.includes(step.id)) onProgress({ done: [step.id] });
  }, [step.id, progress.done, onProgress]);
  // A class should not wait between two figures.
  useEffect(() => {
    if (presenting) for (const k of data.scenes.keys()) wake(k);
  }, [presenting, data, wake]);
  const wall = { lesson, slug: data.slug, name, present };

  return (
    <article className="chapter" lang={data.lang} data-presenting={presenting || undefined}>
      {lesson.scenes.map((scene, k) => (
        <Boundary key={scene.steps[0]!.id}>
          <Scene
            {...{
              k,
              data,
              lesson,
              place,
              progress,
              onProgress,
              presenting,
              present,
              link,
              ...shown,
            }}
            tongues={
              <>
                {tongues}
                <Suspense>
                  <SpeakerLink {...wall} />
                </Suspense>
              </>
            }
            first={first?.[k]}
          />
        </Boundary>
      ))}
      {presenting && (
        <Suspense>
          <Wall {...wall} />
        </Suspense>
      )}
      <footer className="chapter-foot" inert={presenting}>
        {foot}
        <button type="button" onClick={print}>
          {say("print")}
        </button>
      </footer>
      {lesson.failed && (
        <p className="note-bar adrift" role="alert">
          {say("failed")}{" "}
          <button type="button" onClick={() => location.reload()}>
            {say("retry")}
          </button>
        </p>
      )}
    </article>
  );
}
