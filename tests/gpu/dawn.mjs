// Runs the bundled test body (argument 1) on Dawn and prints its report. Its own process, since the Vulkan loader and
// the adapter are chosen by the environment before Dawn starts.
import { pathToFileURL } from "node:url";
import { create } from "webgpu";

globalThis.dawn = create([]); // kept: without a reference Dawn ends with the first collection
const { everyKernel } = await import(pathToFileURL(process.argv[2]).href);
process.stdout.write(JSON.stringify(await everyKernel(globalThis.dawn)), () => process.exit(0));
