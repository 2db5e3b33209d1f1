// Answers, so that a page knows whether workers run.
addEventListener("message", () => postMessage(""));
