/** The words of the picture and of its caption. */
export const phrases = {
  atWanted:
    "Wanted: the kernel, {L} weights. The rings show them by their definition, C Āˡ B̄: one product with Ā after the other, each waiting for the one before.",
  atSeries:
    "Instead of the weights, their transform: K̂ = Σ Kₗ zˡ at {L} points z of the unit circle. This is a geometric series, and summed for ever it needs one inverse at each point and no power.",
  atCut:
    "The series is to stop after {L} terms: C(I − Āᴸ) takes the place of C. With one inverse a point that is K̂, here of size {seen}. An inverse FFT leads back, and the dots lie in the rings, nearer than {gap}.",
  atUncut:
    "The same series, but not cut off. It sums all weights for ever, and at these {L} points zˡ and zˡ⁺ᴸ are the same. Back by an inverse FFT, the dots miss the rings by up to {gap}: what the kernel has from lag {L} on has come back at the beginning.",
  atAxis:
    "Under the bilinear rule the circle becomes the imaginary axis: point number {root} goes to g = {height} i. What is to be inverted is g − A, without the bar. The crosses are the poles of A's normal part.",
  atInfinity:
    "The point z = −1 goes to infinity: there all terms have the same denominator, and c/(g − λ) is Δ/2. All others have a finite place on the axis.",
  atSums:
    "For the normal part the inverse is {N} divisions, one a pole: the bars are the sizes of c C̃ₙB̃ₙ/(g − λₙ), each at the height of its pole. The largest is {largest}, the smallest {smallest}; with their phases they add up to c k₀₀, of size {first}.",
  atWoodbury:
    "Three more sums of this kind bring back the outer product PP*, by Woodbury's formula. So each of the {L} points has its K̂, here of size {seen}.",
  atBack:
    "An inverse FFT leads back. The dots lie in the rings, nearer than {gap}: the same kernel, and of all the powers of Ā only Āᴸ was needed. At point number {root} the first sum has the size {first}, and K̂ {seen}.",
  atWrong:
    "An inverse FFT leads back, and the dots miss the rings by up to {gap}: what the kernel has from lag {L} on has come back at the beginning.",
  circle: "z on the circle",
  plane: "g, and the poles ×",
  termsTitle: "size of terms",
  spectrum: "K̂, by point",
  kernel: "kernel, by lag",
  real: "real",
  imaginary: "imaginary",
  defined: "defined",
  found: "led back",
  beyond: "off the scale",
  look: "The points on the circle: choose one, or use the arrow keys",
  whole:
    "Points on the unit circle, their places on the imaginary axis beside the poles of the normal part, and the size of each pole's term; below, the numbers at one point, the transform at all of them, and the kernel",
  atStage: "stage {stage} of {stages}",
} as const;

export type Phrase = keyof typeof phrases;
