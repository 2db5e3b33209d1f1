export const STEPS_A_UNIT = 10;
/** Half the length of the rail, in m. */
export const RAIL = 2;
export const DEGREE = Math.PI / 180;
