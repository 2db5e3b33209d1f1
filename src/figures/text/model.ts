/** The model that reads, as it lies in public/models, and its sizes, which its card says again. */
export const MODEL = "english";
export const sizes = { layers: 7, channels: 256, states: 16 } as const;

/** Numbers of all its states: at the first character as many as at the last. */
export const MEMORY = sizes.layers * sizes.channels * sizes.states;

/** Characters of the pieces it was trained on: further back it never had to look. */
export const TRAINED = 512;
