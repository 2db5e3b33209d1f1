/** As much of a page as tells whether anyone sees it. */
export type Seen = Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;

/** Times a measurement is begun again at most. */
const MOST = 4;

/**
 * Runs a measurement, and runs it again where the page was hidden meanwhile: browsers slow down what nobody sees. Waits until
 * the page is seen. `hidden` is how often it was begun again; after four times the last one is taken as it is.
 */
export async function watched<T>(
  job: () => Promise<T>,
  page: Seen | undefined = globalThis.document,
): Promise<{ readonly value: T; readonly hidden: number }> {
  if (!page) return { value: await job(), hidden: 0 };
  for (let hidden = 0; ; hidden++) {
    await shown(page);
    let disturbed = false;
    const note = () => (disturbed ||= page.visibilityState === "hidden");
    page.addEventListener("visibilitychange", note);
    try {
      const value = await job();
      if (!disturbed || hidden === MOST) return { value, hidden: hidden + Number(disturbed) };
    } finally {
      page.removeEventListener("visibilitychange", note);
    }
  }
}

/** Resolves when the page is seen. */
function shown(page: Seen): Promise<void> {
  if (page.visibilityState !== "hidden") return Promise.resolve();
  return new Promise((resolve) => {
    const hear = () => {
      if (page.visibilityState === "hidden") return;
      page.removeEventListener("visibilitychange", hear);
      resolve();
    };
    page.addEventListener("visibilitychange", hear);
  });
}
