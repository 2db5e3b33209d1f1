import { useState } from "react";
import { describe } from "../../kit/derive.ts";
import { useFigure } from "../live.ts";
import type { Wanted } from "./LookFields.tsx";
import type { Look } from "./Preview.tsx";

const darkNow = () => {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

/** How pictures are wanted, and the look that this makes: a caption says what is seen and where it can be had again. */
export function useLook(linkOf: () => string) {
  const { session, words } = useFigure();
  const [wanted, setWanted] = useState<Wanted>(() => ({
    layout: "wide",
    dark: darkNow(),
    ground: true,
    captioned: false,
  }));
  const { captioned, ...rest } = wanted;
  const said = describe(session.figure, words, session.store.getState());
  const look: Look = {
    ...rest,
    caption: captioned ? [words("title"), ...(said ? [said] : []), linkOf()] : undefined,
  };
  return { wanted, look, want: (more: Partial<Wanted>) => setWanted({ ...wanted, ...more }) };
}
