import { spread, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

export const phrases = {
  off: "off the scale",
  settles:
    "It stays up: all is back near the goal {settle} s after the start or the last push. The largest pole has |λ| = {radius}; the rod leaned {most}° at most.",
  wobbles:
    "It stays up, but never comes to rest near the goal within {span} s: |λ| = {radius}. The rod leaned {most}° at most, {far} m from the target.",
  trembles:
    "It stays up and trembles: with noise of {noise}° the controller sees {estimate}° where the angle is {angle}°. The input is at its limit {full} % of the time.",
  fallsOutside:
    "The rod hits the ground at {fell} s: a pole of A + B K lies outside the unit circle, |λ| = {radius}.",
  runsOutside:
    "The cart hits the end of the rail at {fell} s: a pole of A + B K lies outside the unit circle, |λ| = {radius}.",
  fallsInside:
    "The rod hits the ground at {fell} s, although |λ| = {radius} is inside the circle: the linear model knows neither the limit of the motor nor large angles.",
  runsInside:
    "The cart hits the end of the rail at {fell} s, although |λ| = {radius} is inside the circle: the linear model knows nothing of the rail.",
  fallsOff: "Without feedback the rod hits the ground at {fell} s: |λ| = {radius}.",
  standsOff:
    "Without feedback nothing holds the rod: |λ| = {radius}. Any push would bring it down.",
  warm: "The tank is within half a degree of its {warm} °C {settleMin} minutes after the last change; its one pole is at {radius}.",
  warming: "The tank is at {warmth} °C and never settles at {warm} °C in this run; |λ| = {radius}.",
  warmOutside:
    "The pole of the tank has |λ| = {radius}, outside the circle. Only the limits of the heater keep the temperature bounded.",
  cold: "The heater gets no feedback: it only replaces what the tank would lose at {warm} °C. |λ| = {radius}.",
  fell: "rod down at",
  ran: "end of the rail at",
  seconds: "s",
  cart: "The cart: drag to push it, or use the left and right arrow keys",
  tip: "The tip of the rod: drag to poke it, or use the left and right arrow keys",
  tank: "The tank: drag up to pour hot water in, down for cold, or use the arrow keys",
  pole: "Pole of A + B K: drag it, or use the arrow keys",
  stable: "dies away",
  scrub: "Input and states over time",
  whole:
    "The cart on its rail with the rod, or the tank; the plane of the poles with the unit circle; input and states over time; the matrices A, B, K and A + B K",
} as const;

/** The sentence for what happened. */
export function describe(r: Run, v: Setting): Phrase {
  const outside = spread(r) >= 1;
  if (v.plant === "heater") {
    if (v.design === "off") return "cold";
    if (outside) return "warmOutside";
    return Number.isFinite(r.settled) ? "warm" : "warming";
  }
  if (r.fell) {
    if (v.design === "off" && r.fell.how === "pole") return "fallsOff";
    if (r.fell.how === "rail") return outside ? "runsOutside" : "runsInside";
    return outside ? "fallsOutside" : "fallsInside";
  }
  if (v.design === "off") return "standsOff";
  if (v.sense === "raw" && v.noise > 0) return "trembles";
  return Number.isFinite(r.settled) ? "settles" : "wobbles";
}

export type Phrase = keyof typeof phrases;
