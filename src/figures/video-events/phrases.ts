export const phrases = {
  waiting: "The film is there; the two models that watch it are on their way.",
  watching:
    "Frame {frame} of 64. Δ of layer {layer} is {delta} here; at half of the frames it is below {usual}. {held} % of the state comes from flashes.",
  asking:
    "{asked} of the six white frames have asked. What is answered can only come out of the state: the film is over.",
  right:
    "S6 names all {flashed} in order, {sure} % sure of all six answers; the static kernel names {rival}. When the film ended, {heldEnd} % of S6's state (layer {layer}) came from flashes, of the static one's {heldFixedEnd} %.",
  wrong:
    "S6 names {named} of {flashed} at their places, the static kernel {rival}. In held-out films S6 names {glyphsS6} % of the glyphs, the static kernel {glyphsFixed} %.",
  nothing: "Nothing flashed. S6 is {sure} % sure of that, the static kernel {sureFixed} %.",
  beyond:
    "σ = {noise} is more noise than any film of the training had. S6 names {named} of {flashed}, the static kernel {rival}; in films of four flashes at this σ, {noiseS6} and {noiseFixed} %.",
  crowded:
    "Two flashes come without a dark frame between: no film of the training had that. S6 names {named} of {flashed}, the static kernel {rival}.",
  clearedMoves:
    "Frame {cleared} is cleared: {moved} of the six answers of S6 are others now, and {movedFixed} of the static kernel's.",
  clearedStays:
    "Frame {cleared} is cleared, and all six answers of S6 stay as they were; {movedFixed} of the static kernel's change.",
  watchingOwn:
    "Frame {frame} of 64 of your own film. Δ of layer {layer} is {delta} here; at half of the frames it is below {usual}.",
  ownFilm:
    "Your own film, and what both models say to it. Neither was trained on a camera's pictures, only on made films: nothing here says how well they do on yours.",
  missing:
    "The models could not be fetched: the connection is broken, or the site lacks a file. Your film is still here.",
  damaged:
    "A model's file came damaged and was not used: another try may bring it whole. Your film is still here.",
  atFrame: "frame {frame} of 64",
  atWhite: "white frame {asked} of 6",
  whole:
    "A film of 64 small frames in which glyphs flash, the step size Δ of an S6 that watches it, what its state and a static kernel's hold of every frame, and what both answer when they are asked",
  film: "the film",
  slot: "no. #1?",
  asks: "asked in order, in %",
  flashedRow: "flashed",
  s6Row: "S6",
  fixedRow: "static kernel",
  wholeRow: "S6, uncleared",
  strip: "the film, each row averaged",
  deltaRow: "Δ, mean of the 64 channels, layer {layer}",
  heldRow: "S6's state: the share of each frame, %",
  heldFixedRow: "the static kernel's state: the same, %",
  flashKey: "flash",
  cutKey: "cleared frame",
  askKey: "white frames that ask",
  laterKey: "still to come",
  wrongKey: "a wrong answer",
  scrub: "The film over time: move the playhead",
  flash: "Flash: left and right move it in time, up and down change the glyph",
  place: "The flash in this frame: move it",
  plus: "plus",
  times: "cross",
  ring: "ring",
  triangle: "triangle",
  corner: "corner",
  bars: "bars",
  row: "row",
  column: "column",
  frameWord: "frame",
  glyphWord: "glyph",
  filmIt: "Film with the camera, 11 seconds",
  stopFilm: "Stop",
  cameraAsks: "The browser asks whether this page may use the camera.",
  preview: "What is taken: 16 by 16 pixels. The square is as large as a glyph has to be.",
  cameraHint:
    "Show a bright glyph on black (a card, a phone's screen), as large as the square and not turned, for up to a second; six times at most. What stands still is taken away: from each pixel its median over the film. Neither model was ever trained on a camera's pictures. They never leave this page, and nothing keeps them once it is closed.",
  add: "Add a flash at the playhead",
  remove: "Take away",
  clearHere: "Clear the frame at the playhead",
  restore: "Clear none",
  full: "Six flashes are the most that are asked for.",
  oddFrame: "A frame is a whole number from 1 to 64.",
  oddPlace: "A row or column is a whole number from 1 to 11: a glyph is 6 of 16 pixels wide.",
  flashHint:
    "In the picture: drag a flash along the film; drag it about in its frame. The models watched films of up to six flashes, never two at once.",
} as const;

export type Phrase = keyof typeof phrases;
