import {
  lazy,
  memo,
  Suspense,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type ReactNode,
} from "react";
import { still } from "../kit/still.ts";
import type { Session } from "../session/session.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { StepControls } from "../ui/Controls.tsx";
import { Figure, type FirstPicture } from "../ui/Figure.tsx";
import { type Live, LiveContext } from "../ui/live.ts";
import { UiContext, useSay } from "../ui/words.ts";
import { Intro } from "./Intro.tsx";
import { readSource, type ChapterData, type Parts } from "./load.ts";
import { projected, renderNodes, spoken, type Surroundings } from "./nodes.tsx";
import { useOpened } from "./opened.ts";
import type { Step } from "./page.ts";
import type { Place } from "./place.ts";
import type { Onward, Progress } from "./progress.ts";
import { namedIn } from "./named.ts";
import { watchRoom } from "./room.ts";
import { toldBy } from "./told.ts";
import { withheldBy } from "./withheld.ts";
import type { Lesson } from "./useLesson.ts";

const Presenter = lazy(async () => ({ default: (await import("./Presenter.tsx")).Presenter }));

/** The ways to the other languages, and to the page of its part. */
interface Props extends Readonly<Record<"tongues" | "part", ReactNode>> {
  readonly k: number;
  readonly data: ChapterData;
  readonly lesson: Lesson;
  readonly place: Place;
  readonly progress: Progress;
  readonly onProgress: (more: Onward) => void;
  readonly presenting: boolean;
  readonly present: (on: boolean) => void;
  readonly hidden: ReadonlySet<string>;
  readonly hide: (hidden: ReadonlySet<string>) => void;
  readonly link: () => string;
  /** The picture drawn at build time; on the server only. */
  readonly first?: FirstPicture | undefined;
}

/** Steps and the figure beside them. A scene sleeps, as the build drew it, until the reader comes near. */
export function Scene(props: Props) {
  const { k, lesson, data } = props;
  const here = useRef<HTMLElement>(null);
  const { wake } = lesson;
  useEffect(() => {
    const sight = new IntersectionObserver(
      (entries) => entries.some((e) => e.isIntersecting) && wake(k),
      { rootMargin: "150% 0px" },
    );
    sight.observe(here.current!);
    return () => sight.disconnect();
  }, [wake, k]);
  useEffect(() => watchRoom(here.current!), []);
  return (
    <section ref={here} className={data.scenes[k]!.figure ? "scene" : "scene plain"}>
      <Sleeper {...props} />
    </section>
  );
}

/**
 * React keeps the HTML of the build behind a boundary that waits for its code, as long as nothing is changed there:
 * so a sleeping scene hears of nothing but another language, in which it is drawn anew.
 */
const Sleeper = memo(
  (props: Props) => (
    <Suspense fallback={<Inside {...props} parts={undefined} session={undefined} />}>
      <Awake {...props} />
    </Suspense>
  ),
  (before, now) => before.data === now.data && !now.lesson.scenes[now.k]!.awake,
);

function Awake(props: Props) {
  const { k, data } = props;
  const { arrive } = props.lesson;
  const scene = data.scenes[k]!;
  const parts = use(scene.parts.promise);
  const session = useOpened(scene, parts);
  useLayoutEffect(() => arrive(k, session), [arrive, k, session]);
  return <Inside {...props} parts={parts} session={session} />;
}

type Insides = Props & {
  readonly parts: Parts | undefined;
  readonly session: Session | undefined;
};

/** The scene itself; without its parts the text can be read, and the figure's place is kept. */
function Inside(props: Insides) {
  const { k, data, lesson, place, presenting, parts, session } = props;
  const scene = data.scenes[k]!;
  const present = lesson.steps[lesson.active]!;
  const here = scene.steps.includes(present);
  const live = session && { session, words: parts!.figure!.words };
  const [told, named] = useMemo(() => {
    if (!parts?.figure) return [];
    const { figure } = parts.figure;
    const body = (s: Step) => parts.bodies[s.id]!;
    return [
      scene.steps.map((s) => toldBy(body(s), s.preset, parts.figure!)),
      scene.steps.map((s) => namedIn(s, body(s), figure)),
    ];
  }, [parts, scene.steps]);
  const bodies = (parts ?? scene.text.now)?.bodies;
  const withheld = (s: Step) => withheldBy(bodies?.[s.id] ?? [], s.id, props.progress.answers);
  const back = here ? [...withheld(present)].join(" ") : undefined;
  useLayoutEffect(() => {
    if (back !== undefined) session?.withhold(new Set(back.split(" ").filter(Boolean)));
  }, [session, back]);
  const around = (s: Step) => surroundings(props, s);
  return (
    <>
      <div className="steps" inert={presenting}>
        <LiveContext value={live}>
          {k === 0 && <Intro page={data.page} around={around(scene.steps[0]!)} part={props.part} />}
          {scene.steps.map((s, i) => (
            <section
              key={s.id}
              id={s.id}
              className="step"
              suppressHydrationWarning // which step is present is marked outside React, as early as can be
              onFocusCapture={(e) => place.stay(lesson.steps.indexOf(s), e.target)}
              onPointerDown={() => place.stay(lesson.steps.indexOf(s))}
            >
              <h2>
                <a href={`#${s.id}`}>{s.title}</a>
              </h2>
              <LiveContext
                value={
                  live && { ...live, told: told?.[i], here: s === present, withheld: withheld(s) }
                }
              >
                <div className="prose">{renderNodes(bodies?.[s.id] ?? [], around(s))}</div>
                {live && (
                  <StepControls
                    names={named![i]!}
                    hidden={props.hidden}
                    fittings={parts!.figure!.fittings}
                  />
                )}
              </LiveContext>
            </section>
          ))}
        </LiveContext>
      </div>
      {!scene.figure && presenting && here && (
        <div className="stage plain" data-here="">
          <div className="figure">
            <Projected {...props} around={around(present)} step={present} told={undefined} />
          </div>
        </div>
      )}
      {scene.figure && (
        <div
          className="stage"
          suppressHydrationWarning
          lang={parts?.figure?.lang}
          inert={presenting && !here}
        >
          {live ? (
            <UiContext value={parts!.figure!.ui}>
              <Boundary>
                <Figure
                  {...live}
                  fittings={parts!.figure!.fittings}
                  hidden={props.hidden}
                  first={props.first}
                  readSource={readSource}
                  linkOf={props.link}
                >
                  {here && (
                    <UiContext value={data.ui}>
                      <OfThePresent
                        {...props}
                        around={around(present)}
                        step={present}
                        told={told?.[scene.steps.indexOf(present)]}
                      />
                    </UiContext>
                  )}
                </Figure>
              </Boundary>
            </UiContext>
          ) : (
            <div className="figure coming" aria-busy="true" />
          )}
        </div>
      )}
    </>
  );
}

function surroundings(props: Insides, step: Step): Surroundings {
  const { k, data, parts, session, progress, onProgress, lesson } = props;
  return {
    equations: (parts ?? data.scenes[k]!.text.now)?.equations ?? {},
    stepId: step.id,
    answers: progress.answers,
    onAnswer: (question, chosen, { then, hold }) => {
      onProgress({ answers: { [question]: chosen } });
      // Asked where the step is not yet the present one: its setting comes first, and then the answer.
      lesson.activate(lesson.steps.indexOf(step));
      if (chosen === undefined) return session?.reset();
      props.place.explain(lesson.steps.indexOf(step), Number(question.split(".").at(-1)));
      if (then) session?.reveal(then, hold !== undefined || still());
    },
  };
}

/** What the page adds to the figure of the present step: notices about the address, the presenter's panel. */
function OfThePresent(
  props: Insides & {
    readonly around: Surroundings;
    readonly step: Step;
    readonly told: Live["told"];
  },
) {
  const { lesson, presenting } = props;
  const say = useSay();
  return (
    <>
      {lesson.notices.length > 0 && (
        <div role="alert" lang={say("lang")}>
          <ul className="notices">
            {lesson.notices.map((n) => (
              <li key={n.problem + n.key}>{say(`notice.${n.problem}`, { key: n.key })}</li>
            ))}
          </ul>
        </div>
      )}
      {presenting && <Projected {...props} />}
    </>
  );
}

/** The panel of a presentation, with what a class sees of the step. */
function Projected(props: Parameters<typeof OfThePresent>[0]) {
  const { lesson, present, hidden, hide, session, parts, around, step, told, tongues } = props;
  const body = parts?.bodies[step.id] ?? [];
  const words = parts?.figure?.words;
  return (
    <Suspense>
      <Presenter {...{ lesson, hidden, hide, tongues }} leave={() => present(false)}>
        <LiveContext value={session && { session, words: words!, told, here: true }}>
          {renderNodes(step.figure ? projected(body) : spoken(body), around)}
          {parts?.figure && (
            <StepControls
              names={namedIn(step, body, parts.figure.figure)}
              hidden={hidden}
              fittings={parts.figure.fittings}
            />
          )}
        </LiveContext>
      </Presenter>
    </Suspense>
  );
}
