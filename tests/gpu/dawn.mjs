// Runs the bundled test body (argument 1), or a part of it (argument 2, as JSON), on Dawn and prints its report. Its own process, since the Vulkan loader and
// the adapter are chosen by the environment before Dawn starts.
import { pathToFileURL } from "node:url";
import { create } from "webgpu";

globalThis.dawn = create([]); // kept: without a reference Dawn ends with the first collection
const { everyKernel } = await import(pathToFileURL(process.argv[2]).href);
const report = await everyKernel(globalThis.dawn, JSON.parse(process.argv[3]));
process.stdout.write(JSON.stringify(report), () => process.exit(0));
