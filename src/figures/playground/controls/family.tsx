import { Choice } from "../../../ui/Options.tsx";
import { useFigure } from "../../../ui/live.ts";
import type { ChoiceParam } from "../../../kit/params/choice.ts";
import type { Run } from "../compute.ts";
import { together } from "../families.ts";
import type { Setting } from "../params.ts";
import { MOST_STATES, printPoles } from "../poleText.ts";

/** Chooses the system, and takes the present one apart into numbers or eigenvalues of the reader's own. */
export default function FamilyPicker({
  name,
  param,
}: {
  name: string;
  param: ChoiceParam<string>;
}) {
  const { session, words } = useFigure();
  const now = () => session.store.getState() as unknown as { result: Run; values: Setting };
  const numbers = () => {
    const { result } = now();
    session.set({ family: "own", own: together(result.system), kind: result.system.time });
  };
  const eigenvalues = () => {
    const { system, lambda } = now().result;
    const upper = Array.from(lambda.re, (re, k) => ({
      re: +re.toPrecision(5),
      im: +lambda.im[k]!.toPrecision(5),
    }));
    const poles = printPoles(upper.filter(({ im }) => im >= 0).slice(0, MOST_STATES));
    if (poles) session.set({ family: "poles", poles, kind: system.time });
  };
  return (
    <>
      <Choice name={name} param={param} />
      <div className="control buttons">
        <button type="button" onClick={numbers}>
          {words("phrases.numbersOf")}
        </button>
        <button type="button" onClick={eigenvalues}>
          {words("phrases.wavesOf")}
        </button>
      </div>
    </>
  );
}
