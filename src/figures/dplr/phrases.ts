/** The words of the picture and of its caption. */
export const phrases = {
  beyond: "off the scale",
  legsSays:
    "HiPPO-LegS, N = {N}: a normal matrix and a rank-one part. It is the article's A + BK with K = −½Bᵀ; that row K, not the matrix, is what is fed back.",
  normalSays:
    "κ = 0: the normal part alone, which unitary eigenvectors make diagonal: S4D-LegS. With the input halved its kernel is {apart} % (rms) from that of LegS.",
  betweenSays:
    "κ = {kappa}: only a share of the low-rank part is fed back. The kernel is {apart} % (rms) from that of LegS.",
  sound:
    "LegS, N = {N}: the eigenvectors' condition number is {condition}. Some {digits} of Float64's digits are left, and the kernel summed over them is off by {spoilt} %.",
  worse:
    "LegS, N = {N}: the eigenvectors nearly point the same way, condition number {condition}. Eigenvalues are found {astray} astray, and the kernel summed over the eigenvectors is off by {spoilt} %.",
  lost: "LegS, N = {N}: condition number {condition}, and no digit is left. The eigenvalues found are up to {astray} astray; the kernel summed over the eigenvectors is off by {spoilt} %.",
  unitarySays:
    "κ = 0, N = {N}: the eigenvectors of the normal part are unitary, to {unitary}. Nothing is lost at any N.",
  nearlySays:
    "κ = {kappa}, N = {N}: condition number {condition}. The eigenvectors bear it, at any N; only at κ = 1, where all eigenvalues are real, does it grow with N without end.",
  waiting:
    "N = {N}, {length} lags: {denseOps} multiplications for the dense way, {cauchyOps} by Cauchy sums, {diagonalOps} for a diagonal A. “Run the race” measures the time here.",
  measured:
    "N = {N}, {length} lags, measured here: {denseMs} ms dense, {cauchyMs} ms by Cauchy sums, {diagonalMs} ms diagonal. The diagonal way gives another kernel, that of κ = 0.",
  same: "=",
  plus: "+",
  whole: "A",
  normalPart: "normal",
  lowPart: "rank one",
  lags: "steps ago",
  now: "present κ",
  all: "κ = 1: LegS",
  none: "κ = 0",
  real: "real part",
  imaginary: "imaginary part",
  found: "found",
  exact: "true",
  conditionName: "condition number",
  noDigit: "no digit left",
  unitaryName: "κ = 0: unitary",
  legsName: "κ = 1: LegS",
  through: "kernel, summed over the eigenvectors",
  dashedTrue: "dashed: the true one",
  operationsName: "multiplications",
  timeName: "milliseconds, measured",
  dense: "dense",
  cauchy: "Cauchy",
  diagonal: "diagonal",
  lengthName: "length L",
  notYet: "not measured yet",
  dragKappa: "κ, the share of the low-rank part: drag it, or use the arrow keys",
  dragN: "N: drag it along the curve, or use the arrow keys; up and down change κ",
  dragL: "The length looked at: drag it, or use the arrow keys",
  picture:
    "A as a normal and a low-rank part, and the kernels; or its eigenvalues and how ill its eigenvectors are; or what a kernel costs by three methods",
};

export type Phrase = keyof typeof phrases;
