/** What the figure says: a sentence for each outcome, and the words in the picture. */
export const phrases = {
  recorded:
    "Recorded on another machine: at character {position}, Mamba takes {msMamba} ms and carries {kbMamba} kB, the Transformer {msTransformer} ms and {mbTransformer} MB, the LSTM {msLstm} ms and {kbLstm} kB. Press “Race them here”.",
  mambaRaces:
    "Each alone, so that none takes another's time; first Mamba. It has come to character {reached} of {whole}. Drawn is what was measured here so far, beside the recorded run.",
  transformerRaces:
    "Each alone, so that none takes another's time; after Mamba the Transformer. It has come to character {reached} of {whole}. Drawn is what was measured here so far, beside the recorded run.",
  lstmRaces:
    "Each alone, so that none takes another's time; last the LSTM. It has come to character {reached} of {whole}. Drawn is what was measured here so far, beside the recorded run.",
  ended:
    "Measured here: at character {position}, Mamba takes {msMamba} ms and carries {kbMamba} kB, the Transformer {msTransformer} ms and {mbTransformer} MB, the LSTM {msLstm} ms and {kbLstm} kB.",
  copied:
    "Measured here: at character {position}, Mamba takes {msMamba} ms and carries {kbMamba} kB, the Transformer {msTransformer} ms and {mbTransformer} MB. Its cache was filled with copies of 1,000 characters: the time is true, it wrote no text.",
  published:
    "Published by the authors of Mamba and Mamba-2, with the card where the paper names it: nothing here is from this machine. Right of 1 theirs did better than its rival, left of it worse.",
  missing:
    "The models or the text could not be fetched. Check the connection and race them again; what was recorded stays.",
  damaged:
    "A model's file came damaged and was not used: another try may bring it whole. What was recorded stays.",
  noRoom:
    "This browser has no room for the Transformer's cache: at 100,000 characters that is a gigabyte. Let it look back at 256, or choose fewer.",
  skipped: "Characters that these models do not know are shown, and skipped.",
  tooLong: "A beginning has at most 200 characters; the rest was left out.",
  emptied: "With no beginning they begin behind a new line.",
  whole:
    "What three models write; time for a character, bytes carried and loss against the position; or published comparisons",
  scrub: "Position: drag, or use the arrow keys",
  atPosition: "character {position}",
  time: "time for a character",
  bytes: "bytes carried (counted)",
  loss: "loss, nats a character (recorded)",
  position: "characters read and written",
  here: "measured here",
  once: "recorded",
  trainedTo: "as far as the Transformer was trained: 256",
  nothing: "not written yet",
  copiedText: "its cache was filled with copies: no text",
  nats: "nats",
  takenOn: "Recorded",
  strangersNote: "characters skipped",
  hiddenNote: "The page was out of sight: times taken then were thrown away.",
  better: "times as good as its rival",
  rival: "its rival",
  pubWriting: "Writing: 4–5 times the tokens a second",
  pubWritingOn: "against a Transformer of similar size; prompt 2,048, 128 written; A100 80 GB",
  pubScanAttention: "Scan, FlashAttention-2: 1 at 2K, 7 at 32K",
  pubScanOn: "the operation alone; batch 1, D 1,024, N 16, BF16; A100 80 GB PCIe",
  pubScanPlain: "Fused scan: 20–40 times PyTorch's own",
  pubPlainOn: "the operation alone; the same conditions; A100 80 GB PCIe",
  pubMemory1: "Memory, batch 1: 4.8 GB against 4.6",
  pubMemory32: "Memory, batch 32: 38.2 GB against 34.5",
  pubMemoryOn: "training 125 million parameters, against FlashAttention-2; A100 80 GB",
  pubSsd: "Mamba-2: 2–8 times as fast as Mamba's scan",
  pubSsdOn: "the operation alone, as its paper says; here the rival is Mamba",
} as const;

export type Phrase = keyof typeof phrases;
