/** What the finder of clashes may find, and why it may stay. Anything else fails, and so does what is accepted but no longer found. */
export interface Accepted {
  readonly figure: string;
  /** Of one preset, or of all. */
  readonly preset?: string;
  readonly finds: RegExp;
  readonly why: string;
}

export const accepted: readonly Accepted[] = [
  {
    figure: "library",
    finds: /^“[−.\d]+” on arm$/,
    why: "the helper's arm lies over the slip that it writes on, for as long as it writes",
  },
  {
    figure: "state-plane",
    preset: "overflow",
    finds: /^“2?·?10³⁰⁸” leaves the picture by (2|14)$/,
    why: "the largest number there is, at the end of an axis that is made for three digits",
  },
  {
    figure: "state-plane",
    preset: "integrator",
    finds: /^“Re” on “λ2”$/,
    why: "a pole at the end of the real axis carries its name there",
  },
  {
    figure: "nile",
    preset: "nervous",
    finds: /^“1500” on “yt”$/,
    why: "the highest round value comes as high as the letter of its axis",
  },
];
