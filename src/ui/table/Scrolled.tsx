import type { ReactNode } from "react";

/** A table in a window of its own, which the keyboard can scroll. */
export const Scrolled = ({ caption, children }: { caption: string; children: ReactNode }) => (
  <div className="data-window" role="region" tabIndex={0} aria-label={caption}>
    <table>
      <caption>{caption}</caption>
      {children}
    </table>
  </div>
);
