export const phrases = {
  seedBegins:
    "The article’s kitchen. Dishes: {dishes}; spices: {steps}. One after the other, each is a stir of its own. Mixed first, they are one stir.",
  seedUnder:
    "After {now} min, dishes done: {doneTwo} spiced one by one, {doneOne} with the mixture.",
  seedEnds:
    "{two} minutes of stirring have become {one}. In this story fusion saves work. On a graphics card it does not: every operation is still done.",
  begins:
    "Dishes: {dishes}; steps: {steps}; minutes to the fridge: {far}. Step by step, all dishes go back after every step; fused, {counter} at a time stay till they are done.",
  under: "After {now} min, dishes done: step by step {doneTwo} of {dishes}, fused {doneOne}.",
  ends: "{two} minutes step by step, {one} fused. The cooking takes {cooking} in both. What is saved is {walksSaved} of {walksTwo} walks.",
  endsOne:
    "A recipe of one step: there is nothing to leave out. Both take {two} minutes and {walksTwo} walks.",
  endsNear: "With the fridge beside the stove a walk costs nothing. Both take {two} minutes.",
  gpuBegins:
    "A tensor of 1 GiB; programs: {steps}. A number’s way from memory and back takes as long as {balance} operations on it.",
  gpuUnder:
    "After {nowMs} ms a program for each step has done {shareTwo} %, one program {shareOne} %.",
  gpuEnds:
    "{twoMs} ms by {steps} programs, {oneMs} by one: {movedOne} GiB moved instead of {movedTwo}. The operations take {computeMs} ms in both. Done at the same time: at best {leastTwo} and {leastOne} ms.",
  gpuBusy:
    "With {work} operations on each number the card mostly computes: {computeMs} ms in both. It moves {movedOne} GiB instead of {movedTwo}. Done at the same time, that hardly matters: at best {leastTwo} and {leastOne} ms.",
  gpuOne: "One program already: there is nothing to leave out. Both take {twoMs} ms.",
  stepwise: "step by step",
  fused: "fused",
  apartSpices: "one spice after the other",
  mixedSpices: "spices mixed first",
  programsTitle: "a program for each step",
  oneProgram: "one program",
  fridge: "fridge",
  table: "table",
  memory: "memory",
  counterWord: "counter",
  sram: "SRAM",
  stove: "stove",
  alu: "arithmetic",
  atMinute: "{now} min",
  atMs: "{nowMs} ms",
  minutes: "min",
  walkWord: "walks",
  movedWord: "tiles moved",
  stirWord: "stirs",
  walkKey: "walking",
  cookKey: "cooking",
  moveKey: "moving data",
  computeKey: "computing",
  stirKey: "stirring",
  dishKey: "dish, and how much of its recipe is done",
  tileKey: "tile, and how much of its work is done",
  scrub: "Both timetables over time: move the clock",
  whole:
    "Two kitchens in plan: a fridge with dishes, a corridor, a counter and a stove, and a cook who walks. Below, the timetable of both",
} as const;

export type Phrase = keyof typeof phrases;
