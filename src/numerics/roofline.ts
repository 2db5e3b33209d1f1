// #region intensity
/** Arithmetic intensity: operations for each byte that is moved (Williams, Waterman & Patterson 2009). */
export const intensityOf = (operations: number, bytes: number): number => operations / bytes;
// #endregion

// #region attainable
/** The roofline: operations a second that a machine can reach, by its peak and by what its memory brings, in bytes a second. */
export const attainable = (peak: number, bandwidth: number, intensity: number): number =>
  Math.min(peak, intensity * bandwidth);
// #endregion
