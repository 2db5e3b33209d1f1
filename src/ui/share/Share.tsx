import { useContext, useEffect, useId, useMemo, useRef, useState, type JSX } from "react";
import { createPortal } from "react-dom";
import { useFigure } from "../live.ts";
import { UiContext, useSay, type UiWords } from "../words.ts";
import { EmbedTab } from "./EmbedTab.tsx";
import { FilmTab } from "./FilmTab.tsx";
import { NumbersTab } from "./NumbersTab.tsx";
import { PictureTab } from "./PictureTab.tsx";
import { TaskTab } from "./TaskTab.tsx";

export interface ShareProps {
  readonly linkOf: () => string;
  readonly close: () => void;
  /** The sentences of share.json. */
  readonly sentences: UiWords;
}

type Tab = (props: Pick<ShareProps, "linkOf">) => JSX.Element;
const tabs: Readonly<Record<string, Tab>> = {
  picture: PictureTab,
  film: FilmTab,
  numbers: NumbersTab,
  embed: EmbedTab,
  task: TaskTab,
};

/** What can be taken away of a figure: one dialog. */
export function Share({ sentences, ...props }: ShareProps) {
  const ui = useContext(UiContext);
  const words = useMemo(() => ({ ...ui, ...sentences }), [ui, sentences]);
  return createPortal(
    <UiContext value={words}>
      <Dialog {...props} />
    </UiContext>,
    document.body,
  );
}

function Dialog({ linkOf, close }: Omit<ShareProps, "sentences">) {
  const { session, words } = useFigure();
  const say = useSay();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState("picture");
  useEffect(() => {
    session.play(false); // what is taken away is what stands there
    ref.current!.showModal();
  }, [session]);
  const names = Object.keys(tabs).filter((name) => name !== "film" || session.length() > 1);
  const Shown = tabs[chosen]!;
  const turn = (by: number) => {
    const next = names[(names.indexOf(chosen) + by + names.length) % names.length]!;
    setChosen(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <dialog
      ref={ref}
      className="share"
      lang={say("lang")}
      aria-labelledby={`${id}-title`}
      onClose={close}
    >
      <div className="share-head">
        <h2 id={`${id}-title`}>{say("share.title", { figure: words("title") })}</h2>
        <button type="button" onClick={() => ref.current!.close()}>
          {say("close")}
        </button>
      </div>
      <div
        role="tablist"
        tabIndex={-1}
        aria-labelledby={`${id}-title`}
        onKeyDown={(e) => {
          const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
          if (by) turn(by);
        }}
      >
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => setChosen(name)}
          >
            {say(`share.tab.${name}`)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        <Shown linkOf={linkOf} />
      </div>
    </dialog>
  );
}
