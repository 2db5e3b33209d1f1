// Serves the built course: npm start, or npx tsx tools/serve.ts [port]. The browser tests use the same server.
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import sirv from "sirv";

const dist = path.resolve("dist");

/** Plain files with the compressed twins that the build laid beside them; resolves once it listens. */
export async function serve(port: number): Promise<{ server: Server; address: string }> {
  if (!existsSync(path.join(dist, "index.html")))
    throw new Error("There is no dist to serve: run `npm run build` first.");
  const base = (process.env.BASE ?? "/").replace(/\/$/, "");
  const files = sirv(dist, { brotli: true, gzip: true, etag: true });
  const server = createServer((request, response) => {
    // One figure alone may stand in any site's frame; a page of the course in none but its own.
    if (!/^[^?]*\/embed(\/|\.html|\/index\.html)?(\?|$)/.test(request.url ?? ""))
      response.setHeader("Content-Security-Policy", "frame-ancestors 'self'");
    if (base && request.url?.startsWith(`${base}/`)) request.url = request.url.slice(base.length);
    files(request, response, () => {
      response.statusCode = 404;
      request.url = "/404.html";
      files(request, response, () => void response.end());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { server, address: `http://localhost:${taken}${base}` };
}

/** The port asked for, or the next free one. */
async function start(port: number): Promise<string> {
  try {
    return (await serve(port)).address;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return (await serve(0)).address;
  }
}

if (process.argv[1]?.endsWith("serve.ts"))
  console.log(`Hidden State: ${await start(Number(process.argv[2] ?? 4173))}/`);
