import type { Flat } from "./data.ts";
import type { Answer, Order } from "./helpers.ts";
import { loop, reduce } from "./loop.ts";

/** One helper: it holds a chunk, joins it to one pair, scans it from what comes before, and gives it back. */
let held: { pairs: Flat; out: Flat } | undefined;

const answer = (it: Answer, transfer: Transferable[] = []) => postMessage(it, { transfer });

addEventListener("message", ({ data: order }: MessageEvent<Order>) => {
  if (order.do === "hold") {
    const { a, b } = order.pairs;
    held = {
      pairs: order.pairs,
      out: { ...order.pairs, a: new Float32Array(a.length), b: new Float32Array(b.length) },
    };
    return answer({});
  }
  const { pairs, out } = held!;
  if (order.do === "reduce") return answer({ total: reduce(pairs) });
  if (order.do === "scan") {
    loop(pairs, out, order.before);
    return answer({});
  }
  held = undefined;
  return answer({ out }, [out.a.buffer, out.b.buffer]);
});
