import { execFileSync } from "node:child_process";

/** What git says, or undefined where it cannot. */
export function git(...args: string[]): string | undefined {
  try {
    const stdio = ["ignore", "pipe", "ignore"] as const;
    return execFileSync("git", args, { encoding: "utf8", stdio: [...stdio] }).trim();
  } catch {
    return undefined;
  }
}

/** Counts with the commits: what is tested by turns moves on with it, and one commit always tests the same. TURN=7 asks for one. */
export const turn = Number(process.env.TURN ?? git("rev-list", "--count", "HEAD") ?? 0);
