/** What one way of scanning gave; seconds are NaN where it does not fit. */
export interface Line {
  readonly seconds: number;
  readonly error: number;
  readonly chunk: number;
  readonly chunks: number;
}
