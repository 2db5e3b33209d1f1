import { afterEach, describe, expect, it, vi } from "vitest";
import { readAudio } from "../../src/intake/audio.ts";
import { ENOUGH, record } from "../../src/intake/microphone.ts";
import { toSignal } from "../../src/intake/toSignal.ts";
import { samples } from "../../src/kit/signal.ts";
import { refusal, sayAll, sized, taken } from "./sentence.ts";

afterEach(() => vi.unstubAllGlobals());

const of = (values: number[]) => ({ values: Float64Array.from(values), notes: [] });

describe("toSignal", () => {
  it("standardises on request, and where the values are beyond a figure", () => {
    const asked = toSignal(of([1, 2, 3]), { as: "mean", standardise: true });
    expect(asked.notes).toEqual([{ key: "standardised" }]);
    expect(samples(asked.signal, 0)[2]).toBeCloseTo(Math.sqrt(1.5), 3);
    const huge = toSignal(of([-1e308, NaN, 1e308]), { as: "mean" });
    expect(huge.notes).toEqual([{ key: "gaps", count: 1 }, { key: "large" }]);
    expect(samples(huge.signal, 0)[2]).toBeCloseTo(Math.sqrt(1.5), 3);
  });

  it("says that all values are the same", () => {
    expect(toSignal(of([4, 4, 4]), { as: "mean" }).notes).toEqual([{ key: "constant" }]);
  });

  it("leaves the reader's samples as they were", () => {
    const source = of([1, NaN, 3]);
    toSignal(source, { as: "mean" });
    expect([...source.values]).toEqual([1, NaN, 3]);
  });
});

/** A browser that decodes every sound to `seconds` of `sample`, or fails. */
function decoder(sample: ((i: number) => number) | undefined, seconds = 1, rate = 16000) {
  vi.stubGlobal(
    "OfflineAudioContext",
    class {
      async decodeAudioData() {
        if (!sample) throw new DOMException("Unable to decode", "EncodingError");
        const length = Math.round(seconds * rate);
        const channel = Float32Array.from({ length }, (_, i) => sample(i));
        return { sampleRate: rate, length, numberOfChannels: 2, getChannelData: () => channel };
      }
    },
  );
}

/** A browser that decodes every sound to a second of these channels. */
function stereo(channels: readonly ((i: number) => number)[]) {
  const data = channels.map((of) => Float32Array.from({ length: 16_000 }, (_, i) => of(i)));
  vi.stubGlobal(
    "OfflineAudioContext",
    class {
      decodeAudioData = async () => ({
        sampleRate: 16_000,
        length: 16_000,
        numberOfChannels: data.length,
        getChannelData: (c: number) => data[c],
      });
    },
  );
}

/** Half a second of 100 Hz as a WAV file; a second channel is the first, inverted. */
function wav(kind: number, bits: number, rate: number, channels = 1): Blob {
  const [length, bytes] = [rate / 2, Math.ceil(bits / 8)];
  const view = new DataView(new ArrayBuffer(44 + length * bytes * channels));
  const text = (at: number, word: string) =>
    [...word].forEach((c, k) => view.setUint8(at + k, c.charCodeAt(0)));
  text(0, "RIFF");
  text(8, "WAVEfmt ");
  text(36, "data");
  view.setUint32(16, 16, true);
  view.setUint16(20, kind, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, rate, true);
  view.setUint16(34, bits, true);
  view.setUint32(40, view.byteLength - 44, true);
  for (let i = 0; i < length * channels; i++) {
    const t = Math.floor(i / channels);
    const x = 0.5 * Math.sin((2 * Math.PI * 100 * t) / rate) * (i % channels === 1 ? -1 : 1);
    const at = 44 + i * bytes;
    if (kind === 3 && bits === 64) view.setFloat64(at, x, true);
    else if (kind === 3) view.setFloat32(at, x, true);
    else if (bits === 8) view.setUint8(at, 128 + Math.round(x * 127));
    else {
      const whole = Math.round(x * (2 ** (bits - 1) - 1));
      for (let k = 0; k < bytes; k++) view.setUint8(at + k, (whole >> (8 * k)) & 255);
    }
  }
  return new Blob([view.buffer]);
}

describe("sound", () => {
  const file = new Blob(["sound"]);

  it("becomes loudness or a blink of its wave, and says so", async () => {
    decoder((i) => Math.sin(i), 2);
    const clip = taken(await readAudio(file));
    expect(clip.seconds).toBe(2);
    const loud = toSignal(clip, { as: "loudness" });
    expect(loud.notes).toEqual([{ key: "loudnessTime", seconds: 2, to: 512, ms: 4 }]);
    expect(samples(loud.signal, 0)[100]).toBeCloseTo(Math.SQRT1_2, 1);
    const wave = toSignal(clip, { as: "wave" });
    expect(wave.notes).toEqual([{ key: "waveTime", seconds: 2, to: 512, ms: 32 }]);
    sayAll([...loud.notes, ...wave.notes]);
  });

  it("notes silence, and that only ten minutes are used", async () => {
    decoder((i) => (i === 0 ? NaN : 0), 660, 8000);
    const clip = taken(await readAudio(file));
    expect(clip).toMatchObject({
      seconds: 600,
      notes: [{ key: "firstMinutes", minutes: 10, total: 11 }, { key: "silent" }],
    });
    sayAll(clip.notes);
    expect(toSignal(clip, { as: "loudness" }).notes.map((n) => n.key)).not.toContain("constant");
  });

  it("whose channels cancel each other is heard in the louder one, and says so", async () => {
    const tone = (i: number) => Math.sin(i / 5) / 2;
    const loudest = async (...channels: ((i: number) => number)[]) => {
      stereo(channels);
      const clip = taken(await readAudio(file));
      sayAll(clip.notes);
      return [+Math.max(...clip.values).toFixed(3), clip.notes.map((n) => n.key)];
    };
    expect(await loudest(tone, (i) => -tone(i))).toEqual([0.5, ["cancelled"]]);
    expect(await loudest((i) => -0.9 * tone(i), tone)).toEqual([0.5, ["cancelled"]]);
    expect(await loudest(tone, tone)).toEqual([0.5, []]);
    expect(await loudest(tone, () => 0)).toEqual([0.25, []]);
    expect(await loudest(tone, (i) => Math.cos(i / 5) / 2)).toEqual([0.354, []]);
    expect(await loudest(() => 0, () => 0)).toEqual([0, ["silent"]]); // prettier-ignore
  });

  it("of a WAV that the browser refuses is read all the same: any bits, any rate", async () => {
    decoder(undefined);
    for (const rate of [1000, 4000, 11_024, 16_000, 44_100, 96_000, 192_000])
      for (const [kind, bits] of [[1, 8], [1, 16], [1, 24], [1, 32], [3, 32], [3, 64]] as const) {
        const clip = taken(await readAudio(wav(kind, bits, rate)));
        expect([clip.rate, clip.seconds], `${rate}`).toEqual([16_000, 0.5]);
        for (let i = 1000; i < 7000; i += 97)
          expect(clip.values[i]).toBeCloseTo(0.5 * Math.sin((2 * Math.PI * 100 * i) / 16_000), 1);
      } // prettier-ignore
    const inverted = taken(await readAudio(wav(3, 64, 1000, 2)));
    expect(inverted.notes).toEqual([{ key: "cancelled" }]);
    expect(await refusal(readAudio(wav(2, 4, 8000)))).toMatch(/^audioUnknown:/);
    expect(await refusal(readAudio(new Blob(["RIFF....WAVEfmt "])))).toMatch(/^audioUnknown:/);
  });

  it("is refused with a sentence", async () => {
    expect(await refusal(readAudio(file))).toMatch(/^audioUnsupported:/);
    expect(await refusal(readAudio(new Blob([])))).toMatch(/^empty:/);
    expect(await refusal(readAudio(sized(200e6)))).toMatch(/^tooBig: .*200 MB; at most 100 MB/);
    decoder(undefined);
    expect(await refusal(readAudio(file))).toMatch(/^audioUnknown: .*WAV/);
    decoder(() => 0, 0);
    expect(await refusal(readAudio(file))).toMatch(/^audioEmpty:/);
    const gone = { size: 3, arrayBuffer: () => Promise.reject(new Error("gone")) };
    expect(await refusal(readAudio(gone as unknown as Blob))).toMatch(/^unreadable:/);
  });
});

/** A browser with a microphone; tells what was let go. */
function microphone(getUserMedia?: () => Promise<unknown>) {
  const stopped = vi.fn<() => void>();
  const closed = vi.fn<() => Promise<void>>(async () => {});
  const stream = { getTracks: () => [{ stop: stopped }] };
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("navigator", {
    mediaDevices: { getUserMedia: getUserMedia ?? (async () => stream) },
  });
  vi.stubGlobal(
    "MediaRecorder",
    class extends EventTarget {
      state = "inactive";
      mimeType = "audio/webm";
      start() {
        this.state = "recording";
      }
      stop() {
        this.state = "inactive";
        this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: new Blob(["x"]) }));
        this.dispatchEvent(new Event("stop"));
      }
    },
  );
  vi.stubGlobal(
    "AudioContext",
    class {
      close = closed;
      createAnalyser = () => ({
        fftSize: 0,
        getFloatTimeDomainData: (wave: Float32Array) => wave.fill(0.5),
      });
      createMediaStreamSource = () => ({ connect: () => {} });
    },
  );
  return { stream, stopped, closed };
}

const never = () => new AbortController().signal;
const quick = (signal = never()) => record(0.12, () => {}, signal);
const failing = (name: string) => microphone(() => Promise.reject(new DOMException("no", name)));

describe("the microphone", () => {
  it("records, tells the level, and lets go", async () => {
    const { stopped, closed } = microphone();
    decoder((i) => Math.sin(i), 0.1);
    const levels: number[] = [];
    const clip = await record(0.2, (level) => levels.push(level), never());
    expect(clip).toMatchObject({ seconds: 0.1, rate: 16000 });
    expect(levels.length).toBeGreaterThan(0);
    expect(levels[0]).toBeCloseTo(0.5);
    expect(stopped).toHaveBeenCalledOnce();
    expect(closed).toHaveBeenCalledOnce();
    await expect(record(1e9, () => {}, never())).rejects.toThrow(RangeError);
  });

  it("stops early: kept or thrown away", async () => {
    decoder((i) => Math.sin(i), 0.1);
    for (const [reason, end] of [
      [ENOUGH, /^taken$/] as const,
      [undefined, /^cancelled:/] as const,
    ]) {
      const { stopped } = microphone();
      const ending = new AbortController();
      const work = record(60, () => {}, ending.signal);
      setTimeout(() => ending.abort(reason), 20);
      expect(await refusal(work)).toMatch(end);
      expect(stopped).toHaveBeenCalledOnce();
    }
    expect(await refusal(quick(AbortSignal.abort()))).toMatch(/^cancelled:/);
  });

  it("lets go of a stream that is granted after the reader left", async () => {
    let grant: ((stream: unknown) => void) | undefined;
    const { stream, stopped } = microphone(() => new Promise((resolve) => (grant = resolve)));
    const ending = new AbortController();
    const work = quick(ending.signal);
    ending.abort();
    expect(await refusal(work)).toMatch(/^cancelled:/);
    grant?.(stream);
    await new Promise((resolve) => setTimeout(resolve));
    expect(stopped).toHaveBeenCalledOnce();
  });

  it("is refused with a sentence", async () => {
    failing("NotAllowedError");
    expect(await refusal(quick())).toMatch(/^microphoneDenied: .*Allow it/);
    failing("NotFoundError");
    expect(await refusal(quick())).toMatch(/^microphoneAbsent: .*No microphone/);
    failing("NotReadableError");
    expect(await refusal(quick())).toMatch(/^microphoneBusy:/);
    failing("SomethingNewError");
    expect(await refusal(quick())).toMatch(/^microphoneFailed:/);
    const { stopped } = microphone();
    decoder(undefined);
    expect(await refusal(quick())).toMatch(/^microphoneFailed:/);
    expect(stopped).toHaveBeenCalledOnce();
    vi.stubGlobal("MediaRecorder", undefined);
    expect(await refusal(quick())).toMatch(/^microphoneUnsupported:/);
    vi.stubGlobal("isSecureContext", false);
    expect(await refusal(quick())).toMatch(/^microphoneInsecure:/);
  });
});
