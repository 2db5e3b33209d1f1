/** The files that were dropped, those of a folder among them. Throws where the browser cannot read them. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  const loose = [...data.files]; // both are empty after the first wait
  const folders = [...data.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry?.isDirectory === true);
  const inside = await Promise.all(
    folders.map((entry) => filesIn(entry as FileSystemDirectoryEntry)),
  );
  return inside.length > 0 ? inside.flat() : loose;
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: File[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return files; // it hands out a hundred at a time
    for (const entry of some)
      if (entry.isFile)
        files.push(
          await new Promise<File>((resolve, reject) =>
            (entry as FileSystemFileEntry).file(resolve, reject),
          ),
        );
  }
}
