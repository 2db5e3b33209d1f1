import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** The environment in which Vulkan programs find the software adapter that comes with a Chromium; empty where there is none. */
export function software(chromium: string): Record<string, string> {
  const places = [dirname(realpathSync(chromium)), "/usr/lib/chromium"];
  const home = places.find((p) => existsSync(join(p, "vk_swiftshader_icd.json")));
  if (!home) return {};
  const icd = join(home, "vk_swiftshader_icd.json");
  const loader = [home, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return { VK_DRIVER_FILES: icd, VK_ICD_FILENAMES: icd, LD_LIBRARY_PATH: loader };
}
