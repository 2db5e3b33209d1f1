import { useEffect, useRef } from "react";

const LASTS = 700;

/** A pointer for the lecture hall: a large dot and a trail that fades within a second. */
export function Trail() {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current!;
    const pen = canvas.getContext("2d");
    if (!pen) return undefined;
    let points: { x: number; y: number; at: number }[] = [];
    let frame = 0;
    const colour = getComputedStyle(canvas).color;
    const draw = (now: number) => {
      points = points.filter((p, k) => now - p.at < LASTS || k === points.length - 1);
      canvas.width = innerWidth;
      canvas.height = innerHeight;
      pen.strokeStyle = pen.fillStyle = colour;
      pen.lineCap = "round";
      points.forEach((p, k) => {
        const before = points[k - 1];
        if (!before) return;
        pen.globalAlpha = Math.max(0, 1 - (now - p.at) / LASTS) * 0.8;
        pen.lineWidth = 10 * pen.globalAlpha + 2;
        pen.beginPath();
        pen.moveTo(before.x, before.y);
        pen.lineTo(p.x, p.y);
        pen.stroke();
      });
      const head = points.at(-1);
      if (head) {
        pen.globalAlpha = 0.9;
        pen.beginPath();
        pen.arc(head.x, head.y, 9, 0, 7);
        pen.fill();
      }
      frame = points.length > 1 ? requestAnimationFrame(draw) : 0;
    };
    const move = (e: PointerEvent) => {
      points.push({ x: e.clientX, y: e.clientY, at: e.timeStamp });
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    addEventListener("pointermove", move);
    return () => {
      removeEventListener("pointermove", move);
      cancelAnimationFrame(frame);
    };
  }, []);
  return <canvas ref={ref} className="trail" aria-hidden="true" />;
}
