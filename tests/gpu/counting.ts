import { Gpu } from "../../src/gpu/device.ts";

/** A dispatch as it was submitted: its shader, and what is bound beside the uniform. */
export interface Ran {
  readonly code: string;
  readonly bound: readonly { readonly buffer: { readonly size: number }; readonly bytes: number }[];
  /** Workgroups. */
  readonly groups: readonly number[];
}

const [UNIFORM, STORAGE] = [0x40, 0x80];

/** A GPU that computes nothing and counts: the dispatches that ran, the sizes of the storage buffers that were made. */
export function counting(): { readonly gpu: Gpu; readonly ran: Ran[]; readonly made: number[] } {
  const ran: Ran[] = [];
  const made: number[] = [];
  const createBuffer = ({ size, usage }: GPUBufferDescriptor) => {
    if (usage & STORAGE) made.push(size);
    const memory = () => new ArrayBuffer(size);
    const nothing = () => undefined;
    return {
      size,
      usage,
      mapAsync: async () => undefined,
      getMappedRange: memory,
      destroy: nothing,
    };
  };
  const createBindGroup = ({ entries }: { entries: { resource: Bound }[] }) => entries;
  interface Bound {
    readonly buffer: { readonly size: number; readonly usage: number };
    readonly offset?: number;
  }
  const createCommandEncoder = () => {
    let code = "";
    let bound: Ran["bound"] = [];
    const pass = {
      setPipeline: (pipeline: { code: string }) => (code = pipeline.code),
      setBindGroup: (_: number, entries: { resource: Bound }[]) => {
        bound = entries
          .map(({ resource: { buffer, offset = 0 } }) => ({ buffer, bytes: buffer.size - offset }))
          .filter(({ buffer }) => !(buffer.usage & UNIFORM));
      },
      dispatchWorkgroups: (...groups: number[]) => ran.push({ code, bound, groups }),
      end: () => undefined,
    };
    const nothing = () => undefined;
    return { beginComputePass: () => pass, copyBufferToBuffer: nothing, finish: nothing };
  };
  const queue = {
    writeBuffer: () => undefined,
    submit: () => undefined,
    onSubmittedWorkDone: async () => undefined,
  };
  const handle = {
    queue,
    createBuffer,
    createBindGroup,
    createCommandEncoder,
    lost: new Promise(() => undefined),
    destroy: () => undefined,
    addEventListener: () => undefined,
    pushErrorScope: () => undefined,
    popErrorScope: async () => null,
    createShaderModule: ({ code }: { code: string }) => ({ code }),
    createComputePipelineAsync: async (wish: { compute: { module: { code: string } } }) => ({
      code: wish.compute.module.code,
      getBindGroupLayout: () => ({}),
    }),
  };
  const info = {
    vendor: "",
    architecture: "",
    device: "",
    description: "",
    isFallbackAdapter: false,
  };
  const adapter = { info, features: new Set(), requestDevice: async () => handle };
  const source = { requestAdapter: async () => adapter } as unknown as GPU;
  return { gpu: new Gpu({ source }), ran, made };
}
