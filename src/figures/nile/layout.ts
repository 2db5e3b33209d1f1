/** A panel's edges in the picture's units. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly flow: Box;
  readonly hill: Box;
  /** The table of pairs: its columns' right edges and its first row. */
  readonly table: {
    readonly left: number;
    readonly columns: readonly [number, number, number];
    readonly top: number;
    readonly row: number;
  };
}

export const wide: Layout = {
  width: 680,
  height: 478,
  flow: { left: 46, right: 668, top: 30, bottom: 212 },
  hill: { left: 66, right: 372, top: 254, bottom: 434 },
  table: { left: 408, columns: [540, 602, 668], top: 282, row: 25 },
};

export const compact: Layout = {
  width: 360,
  height: 472,
  flow: { left: 40, right: 352, top: 30, bottom: 152 },
  hill: { left: 52, right: 352, top: 190, bottom: 326 },
  table: { left: 6, columns: [214, 284, 352], top: 388, row: 21 },
};
