import { HELD_BACK, LEAST_MET, PULL, RATE, STEPS } from "./learn.ts";
import { textOf, wordAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const wanted: Readonly<Record<Setting["task"], string>> = {
  question: "question == 1",
  kalman: 'lessons["chapters"][chapter] == "kalman"',
  hippo: 'lessons["chapters"][chapter] == "hippo"',
  scan: 'lessons["chapters"][chapter] == "parallel-scan"',
};

/** All three rows in NumPy, the training as well; prints how sure the learned layer is, in percent. */
export function numpy(v: Setting, r: Run): string {
  const text = textOf(r);
  return `import json
from pathlib import Path

import numpy as np

# The file data/words-${text.tongue}.json of this site; in the course's repository it lies here:
lessons = json.loads(Path("public/data/words-${text.tongue}.json").read_text(encoding="utf-8"))
text = ${JSON.stringify(text.words.map(({ key }) => key))}
look = ${wordAt(text, v)}  # the word looked at

# Term frequency, and how rare a word is: the text itself is one of the texts
tf = np.array([text.count(w) for w in text]) / len(text)
found = {}
for chapter, _, words in lessons["sentences"]:
    for w in words.split():
        found.setdefault(w, set()).add(chapter)
N = len(lessons["chapters"])
tf_idf = tf * np.log((N + 1) / np.array([len(found.get(w, ())) + 1 for w in text]))
print(text[look], "TF:", tf[look], " TF-IDF:", tf_idf[look])

# A weight for each word, learned from answers alone: logistic regression, every fifth sentence held back
rows, labels = [], []
for k, (chapter, question, words) in enumerate(lessons["sentences"]):
    if k % ${HELD_BACK}:
        rows.append(words.split())
        labels.append(${wanted[v.task]})
met = {}
for row in rows:
    for w in row:
        met[w] = met.get(w, 0) + 1
index = {w: i for i, w in enumerate(w for w in met if met[w] >= ${LEAST_MET})}
X = np.zeros((len(rows), len(index)))
for k, row in enumerate(rows):
    for w in row:
        if w in index:
            X[k, index[w]] += 1
y = np.array(labels, dtype=float)
share = np.where(y == 1, 0.5 / y.sum(), 0.5 / (1 - y).sum())  # both answers count alike
weights, bias = np.zeros(len(index)), 0.0
for _ in range(${STEPS}):
    off = (1 / (1 + np.exp(-(X @ weights + bias))) - y) * share
    weights, bias = weights - ${RATE} * (X.T @ off + ${PULL} * weights), bias - ${RATE} * off.sum()

score = bias + sum(weights[index[w]] for w in text if w in index)
print(100 / (1 + np.exp(-score)))
`;
}
