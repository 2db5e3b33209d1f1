export const phrases = {
  chance:
    "Guessing: {result} % on average, {listops} % on ListOps and on Image, {pathx} % elsewhere.",
  failed:
    "{model}: {result} % on average. Path-X was not learned and counts as chance, 50 %. Source: S4, arXiv 2111.00396 v3, table 10.",
  again:
    "The Transformer as Mega's authors trained it: {result} % over five tasks, Path-X left out; Retrieval {retrieval} % where the older table has 57.46 %. Source: Mega, arXiv 2209.10655, table 2.",
  s4first:
    "S4 as first published: {result} % on average, {pathx} % on Path-X. Source: S4, arXiv 2111.00396 v3, table 10.",
  s4: "S4, updated: {result} % on average, {pathx} % on Path-X. The same model with minor changes of hyperparameters. Source: S4, arXiv 2111.00396 v3, tables 4 and 10, appendix D.5.",
  mega: "{model}: {result} % on average: attention behind a moving average, which is a small diagonal state space model. Mean of 5 runs. Source: Mega, arXiv 2209.10655, table 2.",
  s5: "S5: {result} % on average, {pathx} % on Path-X. Source: arXiv 2208.04933, its table as Papers with Code recorded it.",
  second:
    "{model}: {result} % on average. Second hand: read in a table compiled from the S5 and HGRN papers (README of SiMBA), not in the model's own paper.",
  pathx:
    "Path-X: 96.35 % (88.10 % in the first version), images of 128 × 128 pixels read as 16,384 steps. All models before were at chance, 50 %. Source: S4 v3, section 4.2, table 4.",
  cifar:
    "Sequential CIFAR-10, pixel by pixel: 91.13 %; the best before was LSSL with 84.65 %, from the same authors, and 74.4 % outside state space models. Source: S4 v3, table 6.",
  speech:
    "Raw speech, 16,000 steps, ten words (SC10): 98.3 %; a WaveGAN discriminator with 90 times the parameters reached 96.25 %. The authors now ask to cite the 35-word task instead. Source: S4 v3, table 5, appendix D.5.",
  lsslTime:
    "One training step of one layer of 512 channels: 140.7 ms for LSSL, 4.75 ms for S4, 29.6 times faster; at 128 channels only 1.9 times. Source: S4 v3, table 2.",
  lsslMemory:
    "The same layer: 13,140 MB for LSSL, 33.5 MB for S4, 392 times less. Source: S4 v3, table 2.",
  speed:
    "Training speed at 4,096 steps, parameters matched: 5.19 times a Transformer's. A Linear Transformer reaches 5.35 times; at 1,024 steps S4 has 1.58 times. Source: S4 v3, table 3.",
  memory:
    "Memory at 4,096 steps, parameters matched: 0.091 of a Transformer's. Performer needs 0.086, a Linear Transformer 0.067. Source: S4 v3, table 3.",
  generation:
    "Text generated with WikiText-103 models of some 250M parameters on one A100, batch as large as fits: 48K against 0.8K tokens a second, 60 times. Source: S4 v3, table 8, appendix D.3.3.",
  wikitext:
    "WikiText-103, perplexity, lower is better: 20.95 with S4, 20.51 with attention. S4 comes near and stays behind. The first version had 21.28, with shorter contexts. Source: S4 v3, table 8, appendix D.5.",
  mnist:
    "Sequential MNIST: 60 % with a random A, 98 % with HiPPO's. The earlier LSSL work, as S4 sums it up. Source: S4 v3, section 2.2.",
  average: "average",
  before: "against",
  after: "S4",
  pathxName: "Path-X, 16,384 steps",
  cifarName: "Sequential CIFAR-10",
  speechName: "Raw speech, 16,000 steps",
  lsslTimeName: "Training step, against LSSL",
  lsslMemoryName: "Memory, against LSSL",
  speedName: "Speed, against a Transformer",
  memoryName: "Memory, against a Transformer",
  generationName: "Generation",
  wikitextName: "WikiText-103, lower is better",
  mnistName: "Random A, then HiPPO",
  ssm: "state space",
  attention: "attention",
  other: "neither",
  guess: "not learned",
  chanceRow: "Chance",
  localRow: "Local attention",
  againRow: "Transformer, run again",
  s4firstRow: "S4, first version",
  fromS4: "S4 v3, table 10",
  fromS4updated: "S4 v3, tables 4 and 10, appendix D.5",
  fromMega: "Mega, table 2",
  fromS5: "S5, by Papers with Code",
  fromSecond: "second hand, README of SiMBA",
  chooseModel: "The models: point at one, or use the up and down keys",
  chooseSort: "The columns: choose the one that sorts by pointing, or with the arrow keys",
  chooseClaim: "The claims: choose one by pointing, or with the arrow keys",
  whole:
    "Accuracy of each model on the six tasks of the Long Range Arena and on average; or S4's own claims",
} as const;

export type Phrase = keyof typeof phrases;
