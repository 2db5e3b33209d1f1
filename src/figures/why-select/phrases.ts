export const phrases = {
  slides:
    "Step {t}: nothing is asked yet. With every step the whole kernel moves on by one, whatever stands in the row.",
  opens: "Step {t}: a token. The gate opens, and the register moves on and takes it in.",
  shut: "Step {t}: a blank. The gate is shut, and the register stays as it is.",
  ajar: "Step {t}: a blank, and the gate is open by {blank}. So much of the register is pushed on.",
  right: "Answer {n} of {K}: {got}, as was asked.",
  wrong: "Answer {n} of {K}: {got}, but {wanted} was asked.",
  exact:
    "Every answer of this row is right. Over all rows {missedFirst} % is missed with the tokens first, {missedAnywhere} % with the tokens anywhere.",
  fails:
    "Of this row {missedRow} % is missed. Over all rows it is {missedFirst} % with the tokens first, and {missedAnywhere} % with the tokens anywhere.",
  both: "Every answer is right, of this row and of every other: {missedFirst} % missed with the tokens first, {missedAnywhere} % with the tokens anywhere.",
  strange: "A row is made of the numbers 1 to 9, with a minus or without, and of dots for blanks.",
  empty: "At least one token, a number from 1 to 9, must stand in the first 12 steps.",
  many: "At most four tokens have room among the 12 steps.",
  long: "Only the first 12 steps are used.",
  input: "the row",
  asks: "asked",
  weights: "what each step weighs in the present output",
  lag: "lag",
  nothing: "no token under a weight",
  register: "register",
  missed: "missed, over all rows",
  first: "tokens first",
  anywhere: "tokens anywhere",
  zero: "as good as always 0",
  onToken: "weight on a token",
  onBlank: "on a blank",
  wanted: "asked for",
  got: "answer",
  off: "missed",
  open: "gate open",
  dragToken: "A token: move it with left and right, change its number with up and down",
  dragTime: "The weights: move the playhead by dragging or with the arrow keys",
  whole:
    "A row of tokens and the steps at which they are asked for; below, how much each step weighs in the present output, the answers beside what was asked, and how much is missed over all rows",
} as const;

export type Phrase = keyof typeof phrases;
