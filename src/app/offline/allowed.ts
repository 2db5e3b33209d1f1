/** What a browser, or the network it is in, may refuse the course. */
export const asked = ["keeping", "storing", "workers", "graphics", "films", "microphone"] as const;
export type Asked = (typeof asked)[number];

type Gpu = { requestAdapter(): Promise<object | null> };

const tries: Readonly<Record<Asked, () => boolean | Promise<boolean>>> = {
  keeping: () => isSecureContext && "serviceWorker" in navigator && "caches" in globalThis,
  storing: () => {
    localStorage.setItem("hidden-state-try", "1");
    localStorage.removeItem("hidden-state-try");
    return true;
  },
  workers: () =>
    new Promise<boolean>((resolve) => {
      const worker = new Worker(new URL("./echo.ts", import.meta.url), { type: "module" });
      const end = (ran: boolean) => (worker.terminate(), resolve(ran));
      worker.addEventListener("message", () => end(true));
      worker.addEventListener("error", (e) => (e.preventDefault(), end(false)));
      worker.postMessage("");
      setTimeout(() => end(false), 10_000);
    }),
  graphics: async () => {
    const { gpu } = navigator as { gpu?: Gpu };
    return (await gpu?.requestAdapter()) != null;
  },
  films: () => typeof MediaRecorder === "function",
  microphone: () => navigator.mediaDevices !== undefined,
};

/** Tries each; what throws is refused. */
export async function allowed(what: Asked): Promise<boolean> {
  try {
    return await tries[what]();
  } catch {
    return false;
  }
}
