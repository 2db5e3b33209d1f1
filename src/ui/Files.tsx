import { useFigure } from "./live.ts";

/** Hands a text out as a file. */
function save(name: string, text: string, type: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The results and the picture, to keep. */
export function Files() {
  const { session } = useFigure();
  const { figure } = session;
  const made = () => {
    const { values, result } = session.store.getState();
    return figure.files!(values, result);
  };
  const picture = async (button: Element) => {
    const svg = button.closest("figure")!.querySelector<SVGSVGElement>(".picture svg");
    const { pictureFile } = await import("./pictureFile.ts");
    if (svg) save(`${figure.id}.svg`, pictureFile(svg), "image/svg+xml");
  };
  return (
    <>
      {Object.keys(made()).map((name) => (
        <button key={name} type="button" onClick={() => save(name, made()[name]!, "text/plain")}>
          ↓ {name}
        </button>
      ))}
      <button type="button" onClick={(e) => void picture(e.currentTarget)}>
        ↓ {figure.id}.svg
      </button>
    </>
  );
}
