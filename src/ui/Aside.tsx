import type { ReactNode } from "react";
import { useSay } from "./words.ts";

/** What the original text said, kept, and put right. */
export function Myth({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside className="myth">
      <p className="aside-kind">{useSay()("myth")}</p>
      <p className="aside-title">{title}</p>
      {children}
    </aside>
  );
}

/** Timing, hints and questions for the class; folded away for everybody else. */
export function TeacherNote({ children }: { children: ReactNode }) {
  return (
    <details className="teacher">
      <summary>{useSay()("teacher")}</summary>
      {children}
    </details>
  );
}
