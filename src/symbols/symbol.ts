export interface Notation {
  readonly tex: string;
  /** Where plain text must do: a label, a word in a picture. The TeX itself where not given. */
  readonly letter?: string;
  /** The CSS custom property that colours it: `var(--h)`. */
  readonly colour: Colour;
  readonly name: string;
  /** Its value is a list of complex numbers: a row [real, imaginary] each. */
  readonly complex?: true;
  /** Identifiers that stand for it in TypeScript and NumPy sources. */
  readonly code: readonly string[];
}

/** Input warm, state violet, output teal; a matrix takes a mix of the two it joins. */
export type Colour = "u" | "h" | "y" | "A" | "B" | "C" | "D" | "ink";
