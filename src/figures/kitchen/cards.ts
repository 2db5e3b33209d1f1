/**
 * Peak bandwidth of the memory in bytes a second, and peak float32 operations a second outside the tensor cores, from NVIDIA's data
 * sheets: A100 80 GB SXM, H100 SXM, H200 SXM; of the GeForce RTX 4090 from the white paper of its architecture (Ada).
 */
export const cards = {
  a100: { bandwidth: 2.039e12, operations: 19.5e12 },
  h100: { bandwidth: 3.35e12, operations: 67e12 },
  h200: { bandwidth: 4.8e12, operations: 67e12 },
  rtx4090: { bandwidth: 1.008e12, operations: 82.6e12 },
} as const;

/** The tensor that stands in the card's memory: more than any of their caches holds. */
export const BYTES = 2 ** 30;
export const NUMBERS = BYTES / 4;
