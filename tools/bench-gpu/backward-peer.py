# The peer of `npm run bench:gpu`'s backward pass: a straightforward fused kernel in Triton, tuned over tiles and warps on the same card.
# One program a channel walks tiles of T tokens: forward once for what enters each tile, then backward, states made again by
# tl.associative_scan; dB and dC are summed over channels by atomics, as Mamba's own CUDA kernel does. float32, N = 16.
import torch, triton, triton.language as tl
from triton.testing import do_bench

@triton.jit
def comb(a1, b1, a2, b2):
    return a1 * a2, a2 * b1 + b2

@triton.jit
def back(X, DT, A, B, C, DY, DX, DDT, DA, DB, DC, H, L, N: tl.constexpr, T: tl.constexpr):
    d = tl.program_id(0)
    n = tl.arange(0, N)
    r = tl.arange(0, T)
    a = tl.load(A + d * N + n)
    h = tl.zeros((N,), tl.float32)
    tiles = L // T
    for k in range(0, tiles):
        tl.store(H + (d * tiles + k) * N + n, h)
        t = k * T + r
        dt = tl.load(DT + d * L + t)
        x = tl.load(X + d * L + t)
        b = tl.load(B + t[:, None] * N + n[None])
        e = tl.exp(dt[:, None] * a[None])
        v = (dt * x)[:, None] * b
        v = tl.where((r == 0)[:, None], e * h[None] + v, v)
        _, hs = tl.associative_scan((e, v), 0, comb)
        h = tl.sum(tl.where((r == T - 1)[:, None], hs, 0.0), 0)
    tl.debug_barrier()
    g = tl.zeros((N,), tl.float32)
    da = tl.zeros((N,), tl.float32)
    for j in range(0, tiles):
        k = tiles - 1 - j
        t = k * T + r
        h0 = tl.load(H + (d * tiles + k) * N + n)
        dt = tl.load(DT + d * L + t)
        nx = tl.load(DT + d * L + t + 1, mask=t + 1 < L, other=0.0)
        x = tl.load(X + d * L + t)
        dy = tl.load(DY + d * L + t)
        b = tl.load(B + t[:, None] * N + n[None])
        c = tl.load(C + t[:, None] * N + n[None])
        e = tl.exp(dt[:, None] * a[None])
        w = (dt * x)[:, None] * b
        v = tl.where((r == 0)[:, None], e * h0[None] + w, w)
        _, hs = tl.associative_scan((e, v), 0, comb)
        past = hs - w
        f = tl.exp(nx[:, None] * a[None])
        q = dy[:, None] * c
        q = tl.where((r == T - 1)[:, None], f * g[None] + q, q)
        _, gs = tl.associative_scan((f, q), 0, comb, reverse=True)
        g = tl.sum(tl.where((r == 0)[:, None], gs, 0.0), 0)
        gb = tl.sum(gs * b, 1)
        tl.store(DX + d * L + t, dt * gb)
        tl.store(DDT + d * L + t, x * gb + tl.sum(gs * past * a[None], 1))
        da += tl.sum(gs * past * dt[:, None], 0)
        tl.atomic_add(DB + t[:, None] * N + n[None], gs * (dt * x)[:, None])
        tl.atomic_add(DC + t[:, None] * N + n[None], hs * dy[:, None])
    tl.store(DA + d * N + n, da)

def make(L, D, N=16):
    g = torch.Generator(device='cuda').manual_seed(L + D)
    r = lambda *s: torch.randn(*s, device='cuda', generator=g)
    X, DY, B, C = r(D, L), r(D, L), r(L, N), r(L, N)
    DT = torch.rand(D, L, device='cuda', generator=g) * .1
    A = -torch.rand(D, N, device='cuda', generator=g)
    e = torch.empty_like
    return [X, DT, A, B, C, DY, e(X), e(X), e(A), torch.zeros_like(B), torch.zeros_like(C)]

def run(args, L, D, T, w):
    H = torch.empty(D * (L // T) * 16, device='cuda')
    def once():
        args[9].zero_(); args[10].zero_()
        back[(D,)](*args, H, L, 16, T, num_warps=w)
    return once

def check(L=256, D=32, T=64):
    args = make(L, D)
    X, DT, A, B, C, DY = [v.double().requires_grad_() for v in args[:6]]
    h = torch.zeros(D, 16, device='cuda', dtype=torch.float64); ys = []
    for t in range(L):
        h = torch.exp(DT[:, t, None] * A) * h + (DT[:, t] * X[:, t])[:, None] * B[t]
        ys.append((h * C[t]).sum(1))
    (torch.stack(ys, 1) * DY.detach()).sum().backward()
    run(args, L, D, T, 4)()
    for name, want, got in zip('du dD dA dB dC'.split(), [X, DT, A, B, C], args[6:]):
        print('  error', name, float((got - want.grad).abs().max() / want.grad.abs().max()))

check()
for L, D in [(2048, 2048), (16384, 2048), (65536, 1024)]:
    args = make(L, D)
    tries = []
    for T in (32, 64, 128):
        for w in (1, 2, 4, 8):
            try: tries.append((do_bench(run(args, L, D, T, w), warmup=10, rep=60, return_mode='median'), T, w))
            except Exception as problem: print('  no', T, w, type(problem).__name__)
    best = min(tries)
    print(f'Triton fused backward L={L} D={D}: {best[0]*1e3:.1f} us (T={best[1]}, warps={best[2]})', flush=True)
