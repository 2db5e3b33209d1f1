import { useCallback, useRef, useState } from "react";

interface Told {
  readonly text: string;
  /** What was typed was not taken, and still stands in the field. */
  readonly wrong: boolean;
}

const nothing: Told = { text: "", wrong: false };

/**
 * The sentence beside a typed number. That of a refused one stays, as what was typed does, until the number changes; that of one
 * which was kept inside its bounds until anything of the figure is set.
 */
export function useTold() {
  const [told, setTold] = useState(nothing);
  const since = useRef<{ wrong: boolean; of: unknown }>(undefined);
  const tell = (text: string, wrong: boolean, of: unknown) => {
    since.current = { wrong, of };
    setTold({ text, wrong });
  };
  const clear = useCallback(() => {
    if (!since.current) return;
    since.current = undefined;
    setTold(nothing);
  }, []);
  return {
    ...told,
    clear,
    refuse: (text: string, value: unknown) => tell(text, true, value),
    note: (text: string, values: object) => tell(text, false, values),
    /** At every change of the store: whether what was typed is still to stand there. */
    keeps(value: unknown, values: object): boolean {
      if (!since.current) return false;
      const { wrong, of } = since.current;
      if (of === (wrong ? value : values)) return wrong;
      clear();
      return false;
    },
  };
}
