import { afterEach, describe, expect, it, vi } from "vitest";
import { film, small } from "../../src/intake/camera.ts";
import { refusal } from "./sentence.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

class Track extends EventTarget {
  stop = vi.fn<() => void>();
}

/** A browser with a camera of one track, whose video shows a picture after a moment, or none. */
function camera({ asked, picture = true }: { asked?: () => Promise<unknown>; picture?: boolean }) {
  const track = new Track();
  const stream = { getTracks: () => [track] };
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("navigator", {
    mediaDevices: { getUserMedia: asked ?? (() => Promise.resolve(stream)) },
  });
  const video = () =>
    Object.assign(new EventTarget(), {
      videoWidth: 320,
      videoHeight: 240,
      pause: () => undefined,
      play(this: EventTarget) {
        if (picture) setTimeout(() => this.dispatchEvent(new Event("loadeddata")), 1);
        return Promise.resolve();
      },
    });
  const drawn = vi.fn<(...where: unknown[]) => void>();
  const canvas = () => ({
    getContext: () => ({
      drawImage: drawn,
      getImageData: () => ({ data: new Uint8ClampedArray(128 * 128 * 4).fill(200) }),
    }),
  });
  vi.stubGlobal("document", {
    createElement: (name: string) => (name === "video" ? video() : canvas()),
  });
  return { stream, track, drawn };
}

const never = () => new AbortController().signal;
const shoot = (signal = never(), count = 3) => film(count, 200, () => {}, signal);
const failing = (name: string) =>
  camera({ asked: () => Promise.reject(new DOMException("no", name)) });

describe("the camera", () => {
  it("films the middle square, tells every frame, and lets go", async () => {
    const { track, drawn } = camera({});
    const seen: number[] = [];
    const made = await film(3, 200, (frame, k) => seen.push(k, frame[0]!), never());
    expect(made).toEqual(new Uint8Array(3 * 256).fill(200));
    expect(seen).toEqual([0, 200, 1, 200, 2, 200]);
    expect(drawn.mock.calls[0]!.slice(1)).toEqual([40, 0, 240, 240, 0, 0, 128, 128]);
    expect(track.stop).toHaveBeenCalledOnce();
  });

  it("denied, absent, held by somebody else, without a secure page: each has its sentence", async () => {
    for (const [name, told] of [
      ["NotAllowedError", /^cameraDenied: .*Allow it/],
      ["NotFoundError", /^cameraAbsent: .*No camera/],
      ["NotReadableError", /^cameraBusy: .*holding it/],
      ["OddError", /^cameraFailed:/],
    ] as const) {
      failing(name);
      expect(await refusal(shoot())).toMatch(told);
    }
    vi.stubGlobal("navigator", {});
    expect(await refusal(shoot())).toMatch(/^cameraUnsupported:/);
    vi.stubGlobal("isSecureContext", false);
    expect(await refusal(shoot())).toMatch(/^cameraInsecure: .*https/);
  });

  it("pulled out while it films", async () => {
    const { track } = camera({});
    const work = shoot(never(), 1e6);
    setTimeout(() => track.dispatchEvent(new Event("ended")), 30);
    expect(await refusal(work)).toMatch(/^cameraLost: .*unplugged/);
    expect(track.stop).toHaveBeenCalledOnce();
  });

  it("that gives no picture is taken to be held by another tab", async () => {
    vi.useFakeTimers();
    const { track } = camera({ picture: false });
    const work = refusal(shoot());
    await vi.advanceTimersByTimeAsync(9000);
    expect(await work).toMatch(/^cameraBusy:/);
    expect(track.stop).toHaveBeenCalledOnce();
  });

  it("stopped: while it films, while the browser asks, before it began", async () => {
    const { track } = camera({});
    const ending = new AbortController();
    const work = shoot(ending.signal, 1e6);
    setTimeout(() => ending.abort(), 30);
    expect(await refusal(work)).toMatch(/^cancelled:/);
    expect(track.stop).toHaveBeenCalledOnce();

    let grant: (stream: unknown) => void = () => {};
    const { stream, track: late } = camera({
      asked: () => new Promise((resolve) => (grant = resolve)),
    });
    const asking = new AbortController();
    const asked = shoot(asking.signal);
    asking.abort();
    expect(await refusal(asked)).toMatch(/^cancelled:/);
    grant(stream);
    await vi.waitFor(() => expect(late.stop).toHaveBeenCalledOnce());
    expect(await refusal(shoot(AbortSignal.abort()))).toMatch(/^cancelled:/);
  });
});

it("a small picture is the grey means of blocks", () => {
  const data = new Uint8ClampedArray(128 * 128 * 4);
  for (let y = 0; y < 8; y++)
    for (let x = 8; x < 16; x++) data.set([255, 255, 255, 255], (y * 128 + x) * 4);
  data.set([255, 0, 0, 255], 127 * 128 * 4 + 127 * 4);
  const grey = small(data);
  expect([grey[0], grey[1], grey[2], grey[16]]).toEqual([0, 255, 0, 0]);
  expect(grey[255]).toBe(Math.round((0.299 * 255) / 64));
});
