// Two kernels for training small Mamba-1 models, forward and backward: the causal depthwise convolution of width 4 with SiLU, and
// the selective scan fused with softplus(dt + bias), the skip D and the SiLU gate z. float or bf16 in and out, states in float.
// A warp holds 32 channels of one sequence with their N = 16 states in registers and walks through time; D must be a multiple of
// 32, L of 8. The backward scan starts from states that the forward one kept every 8 tokens and makes those between anew.
#include <cuda_bf16.h>
#include <cuda_runtime.h>
typedef __nv_bfloat16 bf16;
__device__ __forceinline__ float fexp2(float x) {
  float y;
  asm("ex2.approx.ftz.f32 %0, %1;" : "=f"(y) : "f"(x));
  return y;
}
__device__ __forceinline__ float ld(const float* p) { return __ldg(p); }
__device__ __forceinline__ float ld(const bf16* p) { return __bfloat162float(__ldg(p)); }
__device__ __forceinline__ void st(float* p, float v) { *p = v; }
__device__ __forceinline__ void st(bf16* p, float v) { *p = __float2bfloat16(v); }
#define NS 16
#define TC 8
#define LN2 0.6931471805599453f
#define LOG2E 1.4426950408889634f
__device__ __forceinline__ float softplus(float x) { return x > 20.f ? x : log1pf(fexp2(x * LOG2E)); }
__device__ __forceinline__ float sigm(float x) { return 1.f / (1.f + fexp2(-x * LOG2E)); }

template <typename T>
__global__ void __launch_bounds__(32)
    scan_fwd(const T* __restrict__ u, const T* __restrict__ dtp, const float* __restrict__ dtb, const float* __restrict__ A,
             const T* __restrict__ BC, int sBC, const float* __restrict__ Dp, const T* __restrict__ z, int sz,
             T* __restrict__ out, float* __restrict__ hsave, int L, int D) {
  const int lane = threadIdx.x, c = blockIdx.x * 32 + lane, b = blockIdx.y;
  __shared__ float4 sm[TC][8];
  float a2[NS], h[NS];
#pragma unroll
  for (int n = 0; n < NS; n++) {
    a2[n] = A[c * NS + n] * LOG2E;
    h[n] = 0.f;
  }
  const float bias = dtb[c], dd = Dp[c];
  const size_t o = (size_t)b * L * D + c;
  u += o;
  dtp += o;
  out += o;
  z += (size_t)b * L * sz + c;
  BC += (size_t)b * L * sBC + lane;
  float nu[TC], nd[TC], nz[TC], nb[TC], cu[TC], cd[TC], cz[TC];
#pragma unroll
  for (int i = 0; i < TC; i++) {
    nu[i] = ld(u + (size_t)i * D);
    nd[i] = ld(dtp + (size_t)i * D);
    nz[i] = ld(z + (size_t)i * sz);
    nb[i] = ld(BC + (size_t)i * sBC);
  }
  for (int t0 = 0; t0 < L; t0 += TC) {
    __syncwarp();
#pragma unroll
    for (int i = 0; i < TC; i++) {
      ((float*)sm)[i * 32 + lane] = nb[i];
      cu[i] = nu[i];
      cd[i] = nd[i];
      cz[i] = nz[i];
    }
    __syncwarp();
    if (t0 + TC < L) {
#pragma unroll
      for (int i = 0; i < TC; i++) {
        size_t t = t0 + TC + i;
        nu[i] = ld(u + t * D);
        nd[i] = ld(dtp + t * D);
        nz[i] = ld(z + t * sz);
        nb[i] = ld(BC + t * sBC);
      }
    }
    if (hsave) {
      float* hp = hsave + ((size_t)b * (L / TC) + t0 / TC) * NS * D + c;
#pragma unroll
      for (int n = 0; n < NS; n++) hp[(size_t)n * D] = h[n];
    }
#pragma unroll
    for (int i = 0; i < TC; i++) {
      float dt = softplus(cd[i] + bias), du = dt * cu[i], y[4];
      y[0] = dd * cu[i];
      y[1] = y[2] = y[3] = 0.f;
#pragma unroll
      for (int q = 0; q < 4; q++) {
        float4 B4 = sm[i][q], C4 = sm[i][q + 4];
        const float Bq[4] = {B4.x, B4.y, B4.z, B4.w}, Cq[4] = {C4.x, C4.y, C4.z, C4.w};
#pragma unroll
        for (int k = 0; k < 4; k++) {
          int n = q * 4 + k;
          h[n] = fexp2(dt * a2[n]) * h[n] + du * Bq[k];
          y[k] += h[n] * Cq[k];
        }
      }
      float zz = cz[i];
      st(out + (size_t)(t0 + i) * D, ((y[0] + y[1]) + (y[2] + y[3])) * zz * sigm(zz));
    }
  }
}

template <typename T>
__global__ void __launch_bounds__(32, 12)
    scan_bwd(const T* __restrict__ u, const T* __restrict__ dtp, const float* __restrict__ dtb, const float* __restrict__ A,
             const T* __restrict__ BC, int sBC, const float* __restrict__ Dp, const T* __restrict__ z, int sz,
             const float* __restrict__ hsave, const T* __restrict__ go, T* __restrict__ du_, T* __restrict__ ddt_,
             T* __restrict__ dz_, float* __restrict__ pBC, float* __restrict__ pA, float* __restrict__ pD, int L, int D) {
  const int lane = threadIdx.x, c = blockIdx.x * 32 + lane, b = blockIdx.y, NB = gridDim.y;
  __shared__ float4 sm[TC][8];
  __shared__ float hs[TC][NS][32], sgy[TC][32], sdt[TC][32], su[TC][32];
  float a2[NS], h[NS], g[NS], dA[NS];
#pragma unroll
  for (int n = 0; n < NS; n++) {
    a2[n] = A[c * NS + n] * LOG2E;
    g[n] = 0.f;
    dA[n] = 0.f;
  }
  const float bias = dtb[c], dd = Dp[c];
  float dD = 0.f, dbias = 0.f;
  const size_t o = (size_t)b * L * D + c;
  u += o;
  dtp += o;
  go += o;
  du_ += o;
  ddt_ += o;
  dz_ += o;
  z += (size_t)b * L * sz + c;
  BC += (size_t)b * L * sBC + lane;
  hsave += (size_t)b * (L / TC) * NS * D + c;
  pBC += ((size_t)blockIdx.x * NB + b) * L * 32 + lane;
  float nu[TC], nd[TC], nz[TC], ng[TC], nb[TC], nh[NS];
  {
    int t0 = L - TC;
#pragma unroll
    for (int i = 0; i < TC; i++) {
      size_t t = t0 + i;
      nu[i] = ld(u + t * D);
      nd[i] = ld(dtp + t * D);
      nz[i] = ld(z + t * sz);
      ng[i] = ld(go + t * D);
      nb[i] = ld(BC + t * sBC);
    }
#pragma unroll
    for (int n = 0; n < NS; n++) nh[n] = hsave[((size_t)(t0 / TC) * NS + n) * D];
  }
  for (int t0 = L - TC; t0 >= 0; t0 -= TC) {
    __syncwarp();
#pragma unroll
    for (int i = 0; i < TC; i++) ((float*)sm)[i * 32 + lane] = nb[i];
#pragma unroll
    for (int n = 0; n < NS; n++) h[n] = nh[n];
    __syncwarp();
#pragma unroll
    for (int i = 0; i < TC; i++) {
      float dt = softplus(nd[i] + bias), x = nu[i], dux = dt * x, y[4];
      y[0] = dd * x;
      y[1] = y[2] = y[3] = 0.f;
#pragma unroll
      for (int q = 0; q < 4; q++) {
        float4 B4 = sm[i][q], C4 = sm[i][q + 4];
        const float Bq[4] = {B4.x, B4.y, B4.z, B4.w}, Cq[4] = {C4.x, C4.y, C4.z, C4.w};
#pragma unroll
        for (int k = 0; k < 4; k++) {
          int n = q * 4 + k;
          hs[i][n][lane] = h[n];
          h[n] = fexp2(dt * a2[n]) * h[n] + dux * Bq[k];
          y[k] += h[n] * Cq[k];
        }
      }
      float zz = nz[i], s = sigm(zz), G = ng[i];
      st(dz_ + (size_t)(t0 + i) * D, G * ((y[0] + y[1]) + (y[2] + y[3])) * s * (1.f + zz * (1.f - s)));
      sgy[i][lane] = G * zz * s;
      sdt[i][lane] = dt;
      su[i][lane] = x;
    }
    if (t0 >= TC) {
#pragma unroll
      for (int i = 0; i < TC; i++) {
        size_t t = t0 - TC + i;
        nu[i] = ld(u + t * D);
        nd[i] = ld(dtp + t * D);
        nz[i] = ld(z + t * sz);
        ng[i] = ld(go + t * D);
        nb[i] = ld(BC + t * sBC);
      }
#pragma unroll
      for (int n = 0; n < NS; n++) nh[n] = hsave[((size_t)(t0 / TC - 1) * NS + n) * D];
    }
#pragma unroll 1
    for (int i = TC - 1; i >= 0; i--) {
      float gy = sgy[i][lane], dt = sdt[i][lane], x = su[i][lane], dux = dt * x, v[32], sB = 0.f, sA = 0.f;
#pragma unroll
      for (int q = 0; q < 4; q++) {
        float4 B4 = sm[i][q], C4 = sm[i][q + 4];
        const float Bq[4] = {B4.x, B4.y, B4.z, B4.w}, Cq[4] = {C4.x, C4.y, C4.z, C4.w};
#pragma unroll
        for (int k = 0; k < 4; k++) {
          int n = q * 4 + k;
          float a = fexp2(dt * a2[n]), ah = a * hs[i][n][lane];
          g[n] += Cq[k] * gy;
          v[n] = g[n] * dux;
          v[16 + n] = gy * (ah + dux * Bq[k]);
          sB += g[n] * Bq[k];
          float ga = g[n] * ah;
          sA += ga * a2[n];
          dA[n] += ga * dt;
          g[n] *= a;
        }
      }
      dD += gy * x;
      st(du_ + (size_t)(t0 + i) * D, sB * dt + gy * dd);
      float dx = (sB * x + sA * LN2) * (-expm1f(-dt));
      st(ddt_ + (size_t)(t0 + i) * D, dx);
      dbias += dx;
// Halves the 32 partial sums with the neighbour's until each lane holds the sum over channels of its own dB or dC.
#define RED(w)                                                    \
  {                                                               \
    const bool up = lane & w;                                     \
    _Pragma("unroll") for (int k = 0; k < w; k++) {               \
      float s_ = up ? v[k] : v[k + w], k_ = up ? v[k + w] : v[k]; \
      v[k] = k_ + __shfl_xor_sync(0xffffffffu, s_, w);            \
    }                                                             \
  }
      RED(16) RED(8) RED(4) RED(2) RED(1) pBC[(size_t)(t0 + i) * 32] = v[0];
    }
  }
#pragma unroll
  for (int n = 0; n < NS; n++) pA[((size_t)b * D + c) * NS + n] = dA[n];
  pD[((size_t)b * 2) * D + c] = dD;
  pD[((size_t)b * 2 + 1) * D + c] = dbias;
}

#define TL 16
template <typename T>
__global__ void __launch_bounds__(32) conv_fwd(const T* __restrict__ x, int sx, const float* __restrict__ w,
                                               const float* __restrict__ bi, T* __restrict__ out, int L, int D) {
  const int c = blockIdx.x * 32 + threadIdx.x, t0 = blockIdx.y * TL, b = blockIdx.z;
  x += (size_t)b * L * sx + c;
  out += (size_t)b * L * D + c;
  const float w0 = w[c * 4], w1 = w[c * 4 + 1], w2 = w[c * 4 + 2], w3 = w[c * 4 + 3], bb = bi[c];
  float v[TL + 3];
#pragma unroll
  for (int i = 0; i < TL + 3; i++) {
    int t = t0 + i - 3;
    v[i] = (t >= 0 && t < L) ? ld(x + (size_t)t * sx) : 0.f;
  }
#pragma unroll
  for (int i = 0; i < TL; i++) {
    int t = t0 + i;
    if (t < L) {
      float p = bb + w0 * v[i] + w1 * v[i + 1] + w2 * v[i + 2] + w3 * v[i + 3];
      st(out + (size_t)t * D, p * sigm(p));
    }
  }
}
template <typename T>
__global__ void __launch_bounds__(32)
    conv_bwd(const T* __restrict__ x, int sx, const float* __restrict__ w, const float* __restrict__ bi, const T* __restrict__ go,
             T* __restrict__ dx, float* __restrict__ pw, int L, int D) {
  const int c = blockIdx.x * 32 + threadIdx.x, t0 = blockIdx.y * TL, b = blockIdx.z;
  x += (size_t)b * L * sx + c;
  go += (size_t)b * L * D + c;
  dx += (size_t)b * L * D + c;
  const float w0 = w[c * 4], w1 = w[c * 4 + 1], w2 = w[c * 4 + 2], w3 = w[c * 4 + 3], bb = bi[c];
  float v[TL + 6], dp[TL + 3];
#pragma unroll
  for (int i = 0; i < TL + 6; i++) {
    int t = t0 + i - 3;
    v[i] = (t >= 0 && t < L) ? ld(x + (size_t)t * sx) : 0.f;
  }
#pragma unroll
  for (int i = 0; i < TL + 3; i++) {
    int t = t0 + i;
    float p = bb + w0 * v[i] + w1 * v[i + 1] + w2 * v[i + 2] + w3 * v[i + 3], s = sigm(p);
    dp[i] = t < L ? ld(go + (size_t)t * D) * s * (1.f + p * (1.f - s)) : 0.f;
  }
  float g0 = 0, g1 = 0, g2 = 0, g3 = 0, gb = 0;
#pragma unroll
  for (int i = 0; i < TL; i++) {
    int t = t0 + i;
    if (t < L) {
      st(dx + (size_t)t * D, w3 * dp[i] + w2 * dp[i + 1] + w1 * dp[i + 2] + w0 * dp[i + 3]);
      g0 += dp[i] * v[i];
      g1 += dp[i] * v[i + 1];
      g2 += dp[i] * v[i + 2];
      g3 += dp[i] * v[i + 3];
      gb += dp[i];
    }
  }
  float* q = pw + (((size_t)b * gridDim.y + blockIdx.y) * D + c) * 5;
  q[0] = g0;
  q[1] = g1;
  q[2] = g2;
  q[3] = g3;
  q[4] = gb;
}

// What Python calls: `bf` says that u, dt, BC, z and the outputs are bf16; S is the stream. Each returns CUDA's error, 0 where
// all went well.
#define BOTH(kernel, grid)                                        \
  if (bf)                                                         \
    kernel<bf16><<<grid, 32, 0, (cudaStream_t)S>>>(ARGS(bf16));   \
  else                                                            \
    kernel<float><<<grid, 32, 0, (cudaStream_t)S>>>(ARGS(float)); \
  return (int)cudaGetLastError();
extern "C" {
int scan_forward(int bf, const void* u, const void* dt, const float* bias, const float* A, const void* BC, int sBC,
                 const float* Dp, const void* z, int sz, void* out, float* kept, int B, int L, int D, void* S) {
#define ARGS(T) (const T*)u, (const T*)dt, bias, A, (const T*)BC, sBC, Dp, (const T*)z, sz, (T*)out, kept, L, D
  BOTH(scan_fwd, dim3(D / 32, B))
#undef ARGS
}
int scan_backward(int bf, const void* u, const void* dt, const float* bias, const float* A, const void* BC, int sBC,
                  const float* Dp, const void* z, int sz, const float* kept, const void* go, void* du, void* ddt, void* dz,
                  float* dBC, float* dA, float* dD, int B, int L, int D, void* S) {
#define ARGS(T)                                                                                                                 \
  (const T*)u, (const T*)dt, bias, A, (const T*)BC, sBC, Dp, (const T*)z, sz, kept, (const T*)go, (T*)du, (T*)ddt, (T*)dz, dBC, \
      dA, dD, L, D
  BOTH(scan_bwd, dim3(D / 32, B))
#undef ARGS
}
int conv_forward(int bf, const void* x, int sx, const float* w, const float* b, void* out, int B, int L, int D, void* S) {
#define ARGS(T) (const T*)x, sx, w, b, (T*)out, L, D
  BOTH(conv_fwd, dim3(D / 32, (L + TL - 1) / TL, B))
#undef ARGS
}
int conv_backward(int bf, const void* x, int sx, const float* w, const float* b, const void* go, void* dx, float* dw, int B,
                  int L, int D, void* S) {
#define ARGS(T) (const T*)x, sx, w, b, (const T*)go, (T*)dx, dw, L, D
  BOTH(conv_bwd, dim3(D / 32, (L + TL - 1) / TL, B))
#undef ARGS
}
}
