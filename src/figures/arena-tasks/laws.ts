import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { joins } from "./paths.ts";

/** From dot to dot over narrow gaps only: possible just where the answer is yes. */
export const joinedIsAnswer = ({ picture }: Run, { joined }: Setting): boolean =>
  !picture || joins(picture.scene) === joined;

/** The stack's last bracket is the whole, and comes to what the nested lists come to. */
export const stackIsRight = ({ list }: Run): boolean =>
  !list || (list.brackets.at(-1)!.value === list.value && list.brackets.at(-1)!.open === 0);

/** The pixel below is as many steps later as a row has pixels. */
export const rowsInTurn = ({ picture, L }: Run): boolean =>
  !picture || (picture.lit.length === L && picture.at.every((i) => picture.lit[i] === 1));
