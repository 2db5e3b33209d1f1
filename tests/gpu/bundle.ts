import { build } from "vite";

/** everyKernel.ts and all it needs as one module. */
export async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: "tests/gpu/everyKernel.ts", formats: ["es"] },
    },
  });
  const [first] = [built].flat();
  if (!first || !("output" in first)) throw new Error("vite built no bundle");
  return first.output[0].code;
}
