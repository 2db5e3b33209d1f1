import { afterEach, describe, expect, it, vi } from "vitest";
import { listenLive } from "../../src/intake/streaming.ts";
import { refusal } from "./sentence.ts";

afterEach(() => vi.unstubAllGlobals());

class Track extends EventTarget {
  stop = vi.fn<() => void>();
}

interface Browser {
  readonly asked?: () => Promise<unknown>;
  readonly resume?: () => Promise<void>;
}

/** A browser with a microphone of one track at 48 kHz; `sound` lets it hear a block. */
function microphone({ asked, resume = () => Promise.resolve() }: Browser = {}) {
  const track = new Track();
  const close = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const tap = Object.assign(new EventTarget(), {
    connect: vi.fn<() => void>(),
    disconnect: vi.fn<() => void>(),
  });
  const source = { connect: vi.fn<() => void>(), disconnect: vi.fn<() => void>() };
  const getUserMedia = vi.fn<() => Promise<unknown>>(
    asked ?? (() => Promise.resolve({ getTracks: () => [track] })),
  );
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia } });
  vi.stubGlobal(
    "AudioContext",
    class {
      sampleRate = 48_000;
      destination = {};
      createScriptProcessor = () => tap;
      createMediaStreamSource = () => source;
      resume = resume;
      close = close;
    },
  );
  const sound = (samples: Float32Array) =>
    tap.dispatchEvent(
      Object.assign(new Event("audioprocess"), {
        inputBuffer: { getChannelData: () => samples },
      }),
    );
  return { track, close, tap, source, getUserMedia, sound };
}

const block = Float32Array.of(0.1, -0.2);
/** Until the microphone has been asked for and its sound connected. */
const connected = (of: ReturnType<typeof microphone>) =>
  vi.waitFor(() => expect(of.source.connect).toHaveBeenCalled());

describe("a microphone listened to", () => {
  it("hands on what comes with its rate until it is ended, and lets everything go", async () => {
    const browser = microphone();
    const stop = new AbortController();
    const heard: [Float32Array, number][] = [];
    const ended = listenLive((samples, rate) => heard.push([samples, rate]), stop.signal);
    await connected(browser);
    browser.sound(block);
    stop.abort();
    browser.sound(block);
    expect(await ended).toBeUndefined();
    expect(heard).toEqual([[block, 48_000]]);
    expect(browser.track.stop).toHaveBeenCalledOnce();
    expect(browser.close).toHaveBeenCalledOnce();
    expect(browser.tap.disconnect).toHaveBeenCalledOnce();
    expect(browser.source.disconnect).toHaveBeenCalledOnce();
  });

  it("ends while the browser keeps its sound waiting for a gesture", async () => {
    const browser = microphone({ resume: () => new Promise(() => {}) });
    const stop = new AbortController();
    const ended = listenLive(() => {}, stop.signal);
    await connected(browser);
    stop.abort();
    expect(await ended).toBeUndefined();
    expect(browser.track.stop).toHaveBeenCalledOnce();
  });

  it("ended while the browser still asks, it lets the microphone go once that is answered", async () => {
    let answer: (stream: unknown) => void = () => {};
    const browser = microphone({ asked: () => new Promise((resolve) => (answer = resolve)) });
    const stop = new AbortController();
    const ended = listenLive(() => {}, stop.signal);
    stop.abort();
    expect(await ended).toBeUndefined();
    answer({ getTracks: () => [browser.track] });
    await vi.waitFor(() => expect(browser.track.stop).toHaveBeenCalledOnce());
  });

  it("unplugged while it is listened to, it says so", async () => {
    const browser = microphone();
    const ended = listenLive(() => {}, new AbortController().signal);
    await connected(browser);
    browser.track.dispatchEvent(new Event("ended"));
    expect(await refusal(ended as never)).toMatch(/^microphoneUnplugged:/);
    expect(browser.track.stop).toHaveBeenCalledOnce();
  });

  it("denied, absent, held by somebody else, without sound: each has its sentence", async () => {
    const told = async (of: Browser) => {
      microphone(of);
      return refusal(listenLive(() => {}, new AbortController().signal) as never);
    };
    for (const [name, sentence] of [
      ["NotAllowedError", /^microphoneDenied:/],
      ["NotFoundError", /^microphoneAbsent:/],
      ["NotReadableError", /^microphoneBusy:/],
      ["OddError", /^microphoneFailed:/],
    ] as const)
      expect(await told({ asked: () => Promise.reject(new DOMException("no", name)) })).toMatch(
        sentence,
      );
    expect(await told({ resume: () => Promise.reject(new Error("no")) })).toMatch(
      /^microphoneFailed:/,
    );
  });

  it("without a secure page or a microphone's interface it is not asked for", async () => {
    const { getUserMedia } = microphone();
    const told = () => refusal(listenLive(() => {}, new AbortController().signal) as never);
    vi.stubGlobal("AudioContext", undefined);
    expect(await told()).toMatch(/^microphoneUnsupported:/);
    vi.stubGlobal("isSecureContext", false);
    expect(await told()).toMatch(/^microphoneInsecure:/);
    expect(getUserMedia).not.toHaveBeenCalled();
  });
});
