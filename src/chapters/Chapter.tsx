import { lazy, Suspense, useEffect, type ReactNode } from "react";
import { takePreset, Figure, type FirstPicture } from "../ui/Figure.tsx";
import { LiveContext } from "../ui/live.ts";
import { useSay } from "../ui/words.ts";
import { useKeys } from "./keys.ts";
import { readSource, type ChapterData } from "./load.ts";
import { renderNodes, type Surroundings } from "./nodes.tsx";
import type { Step } from "./page.ts";
import { useAddress, useLesson, useReadingPosition } from "./useLesson.ts";

const Presenter = lazy(async () => ({ default: (await import("./Presenter.tsx")).Presenter }));

export interface Progress {
  /** Steps that were on the screen, by id. */
  readonly done: readonly string[];
  /** The option chosen for each question. */
  readonly answers: Readonly<Record<string, number>>;
}

export interface ChapterProps {
  readonly data: ChapterData;
  readonly progress: Progress;
  readonly onProgress: (patch: Partial<Progress>) => void;
  readonly presenting: boolean;
  readonly present: (on: boolean) => void;
  readonly hidden: ReadonlySet<string>;
  readonly hide: (hidden: ReadonlySet<string>) => void;
  /** First pictures by scene, at build time only. */
  readonly first?: readonly (FirstPicture | undefined)[];
  readonly foot: ReactNode;
}

/** A lesson: an introduction, then steps beside the figure they talk about. */
export function Chapter(props: ChapterProps) {
  const { data, progress, onProgress, presenting, present, hidden, hide, first, foot } = props;
  const say = useSay();
  const lesson = useLesson(data);
  const link = useAddress(lesson, hidden, presenting);
  useReadingPosition(lesson, presenting);
  useKeys(lesson, presenting, present);
  const step = lesson.steps[lesson.active]!;

  useEffect(() => {
    if (!progress.done.includes(step.id)) onProgress({ done: [...progress.done, step.id] });
  }, [step.id, progress.done, onProgress]);

  const around = (s: Step, session: (typeof lesson)["session"]): Surroundings => ({
    equations: data.equations,
    stepId: s.id,
    answers: progress.answers,
    onAnswer: (question, chosen, then) => {
      onProgress({ answers: { ...progress.answers, [question]: chosen } });
      if (!session || !then) return;
      const t = session.store.getState().t;
      takePreset(session, then);
      session.seek(t);
      session.play(true);
    },
  });
  const words = (figure: string) => data.figures[figure]!.words;
  return (
    <article className="chapter" data-presenting={presenting || undefined}>
      {lesson.scenes.map((scene, k) => {
        const live = scene.session && { session: scene.session, words: words(scene.figure!) };
        const here = scene.steps.includes(step);
        return (
          <section key={scene.steps[0]!.id} className={scene.session ? "scene" : "scene plain"}>
            <div className="steps" inert={presenting}>
              <LiveContext value={live}>
                {k === 0 && (
                  <Intro
                    data={data}
                    around={around(lesson.steps[0]!, scene.session)}
                    inert={presenting}
                  />
                )}
                {scene.steps.map((s) => (
                  <section
                    key={s.id}
                    id={s.id}
                    className="step"
                    aria-current={s === step ? "step" : undefined}
                    onFocusCapture={() => lesson.activate(lesson.steps.indexOf(s))}
                    onPointerDown={() => lesson.activate(lesson.steps.indexOf(s))}
                  >
                    <h2>
                      <a href={`#${s.id}`}>{s.title}</a>
                    </h2>
                    <div className="prose">{renderNodes(s.body, around(s, scene.session))}</div>
                  </section>
                ))}
              </LiveContext>
            </div>
            {live && (
              <div className="stage" data-here={here || undefined} inert={presenting && !here}>
                <Figure
                  {...live}
                  hidden={hidden}
                  first={first?.[k]}
                  readSource={readSource}
                  linkOf={link}
                >
                  {here && lesson.notices.length > 0 && (
                    <ul className="notices" role="alert">
                      {lesson.notices.map((n) => (
                        <li key={n.problem + n.key}>
                          {say(`notice.${n.problem}`, { key: n.key })}
                        </li>
                      ))}
                    </ul>
                  )}
                  {here && presenting && (
                    <Suspense>
                      <Presenter
                        lesson={lesson}
                        leave={() => present(false)}
                        hidden={hidden}
                        hide={hide}
                      >
                        <LiveContext value={live}>
                          {renderNodes(essence(step), around(step, scene.session))}
                        </LiveContext>
                      </Presenter>
                    </Suspense>
                  )}
                </Figure>
              </div>
            )}
          </section>
        );
      })}
      <footer className="chapter-foot" inert={presenting}>
        {foot}
      </footer>
    </article>
  );
}

/** Title, opening words and what the chapter is for: at the head of the first column, beside the first figure. */
function Intro({
  data,
  around,
  inert,
}: {
  data: ChapterData;
  around: Surroundings;
  inert: boolean;
}) {
  const say = useSay();
  return (
    <header className="intro" inert={inert}>
      <p className="kicker">{data.page.kicker}</p>
      <h1>{data.page.title}</h1>
      <div className="prose">{renderNodes(data.page.intro, around)}</div>
      <details className="goals">
        <summary>
          {say("goals")} <span className="soft">· {say("minutes", { n: data.page.minutes })}</span>
        </summary>
        <ul>
          {data.page.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      </details>
    </header>
  );
}

/** What a class should see of a step: its question, or else its first paragraph. */
function essence(step: Step) {
  const question = step.body.find((n) => typeof n !== "string" && n[0] === "x-predict");
  const first = question ?? step.body.find((n) => typeof n !== "string" && n[0] === "p");
  return first ? [first] : [];
}
