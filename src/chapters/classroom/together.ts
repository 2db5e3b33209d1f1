/** Which of a presentation's two windows: the projected one, or the speaker's. */
export type Role = "wall" | "speaker";

/** What both windows know. */
export interface Shared {
  readonly step: string;
  /** How often the steps were turned, and by whom last: the higher count holds, and at a tie the wall. */
  readonly turns: number;
  readonly by: Role;
  /** When the lesson began (ms), once the speaker's clock runs. */
  readonly since: number;
}

/** What one window tells the other; `asks` for an answer, `left` is its last word. */
interface Told {
  readonly role: Role;
  readonly shared: Shared;
  readonly asks?: boolean;
  readonly left?: boolean;
  /** A key that was pressed in the speaker's window and is meant for the projected one. */
  readonly key?: string;
}

/** The part of a BroadcastChannel that is used. */
export interface Channel {
  addEventListener(type: "message", hear: (event: MessageEvent<Told>) => void): void;
  postMessage(told: Told): void;
  close(): void;
}

export interface Hearing {
  /** The other window has turned the steps, or set the clock. */
  shared(now: Shared): void;
  /** The other window is there, or has left. */
  other(there: boolean): void;
  key(key: string): void;
}

export interface Together {
  now(): Shared;
  turn(step: string): void;
  restart(since: number): void;
  key(key: string): void;
  /** Whoever is there answers. */
  ask(): void;
  /** The last word, for now. */
  leave(): void;
  close(): void;
}

/** Of two states the one that holds in both windows: a turn after another outdoes it, and the later beginning counts. */
export function later(a: Shared, b: Shared): Shared {
  const ahead = b.turns - a.turns || Number(b.by === "wall") - Number(a.by === "wall");
  return { ...(ahead > 0 ? b : a), since: Math.max(a.since, b.since) };
}

/**
 * Joins a presentation by its name. Whoever comes asks what step it is; who is there answers. Either window goes on alone while
 * the other is away.
 */
export function join(
  name: string,
  role: Role,
  step: string,
  hear: Hearing,
  open: (name: string) => Channel = (name) => new BroadcastChannel(name),
): Together {
  let shared: Shared = { step, turns: 0, by: role, since: 0 };
  const channel = open(`hidden-state/${name}`);
  const tell = (more: Partial<Told> = {}) => channel.postMessage({ role, shared, ...more });
  channel.addEventListener("message", ({ data: told }) => {
    if (told.role === role) return; // a window opened twice
    hear.other(!told.left);
    const before = shared;
    shared = later(shared, told.shared);
    if (shared.step !== before.step || shared.since !== before.since) hear.shared(shared);
    if (told.key !== undefined) hear.key(told.key);
    if (told.asks) tell();
  });
  tell({ asks: true });
  return {
    now: () => shared,
    turn(step) {
      if (step === shared.step) return;
      shared = { ...shared, step, turns: shared.turns + 1, by: role };
      tell({ asks: true });
    },
    restart(since) {
      shared = { ...shared, since: Math.max(shared.since, since) };
      tell();
    },
    key: (key) => tell({ key, asks: true }),
    ask: () => tell({ asks: true }),
    leave: () => tell({ left: true }),
    close: () => channel.close(),
  };
}
