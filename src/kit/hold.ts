/**
 * Events by which a picture tells the elements around it that something in it has been taken hold of, and that the browser
 * then took the pointer away: nothing should have changed.
 */
export const [GRASPED, RECALLED] = ["grasped", "recalled"] as const;
