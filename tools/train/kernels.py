"""The two CUDA kernels of kernels.cu as PyTorch functions, each with a plain twin. `python3 kernels.py` compares them in double precision."""
import ctypes, os, subprocess, tempfile
import torch
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
STATES = 16  # N, fixed in kernels.cu
KEPT = 8  # the forward scan keeps a state every so many tokens


def _build():
    """Compiles kernels.cu for the card at hand, once a source."""
    major, minor = torch.cuda.get_device_capability()
    source = os.path.join(HERE, "kernels.cu")
    library = os.path.join(tempfile.gettempdir(), f"hidden-state-{major}{minor}-{int(os.path.getmtime(source))}.so")
    if not os.path.exists(library):
        arch = f"-gencode=arch=compute_{major}{minor},code=sm_{major}{minor}"
        part = f"{library}.{os.getpid()}"
        subprocess.run(["nvcc", "-O3", "-std=c++17", arch, "-shared", "-Xcompiler", "-fPIC", source, "-o", part], check=True)
        os.replace(part, library)
    return ctypes.CDLL(library)


_library = None


def _call(name, like, *args):
    global _library
    _library = _library or _build()
    to_c = lambda a: ctypes.c_void_p(a.data_ptr()) if torch.is_tensor(a) else ctypes.c_void_p(None) if a is None else a
    stream = ctypes.c_void_p(torch.cuda.current_stream().cuda_stream)
    error = getattr(_library, name)(int(like.dtype == torch.bfloat16), *map(to_c, args), stream)
    if error:
        raise RuntimeError(f"{name}: CUDA error {error}")


class Conv(torch.autograd.Function):
    """SiLU(b + Σ w_k x_{t−3+k}): x [B, L, D], w [D, 4], b [D]."""

    @staticmethod
    def forward(ctx, x, w, b):
        B, L, D = x.shape
        out = torch.empty(B, L, D, dtype=x.dtype, device=x.device)
        _call("conv_forward", x, x, x.stride(1), w, b, out, B, L, D)
        ctx.save_for_backward(x, w, b)
        return out

    @staticmethod
    def backward(ctx, go):
        x, w, b = ctx.saved_tensors
        B, L, D = x.shape
        dx = torch.empty(B, L, D, dtype=x.dtype, device=x.device)
        dw = torch.empty(B * -(-L // 16), D, 5, device=x.device)
        _call("conv_backward", x, x, x.stride(1), w, b, go.contiguous(), dx, dw, B, L, D)
        total = dw.sum(0)
        return dx, total[:, :4], total[:, 4]


class Scan(torch.autograd.Function):
    """(Σ_n C h + D u) · SiLU(z) with h ← exp(Δ A) h + Δ B u and Δ = softplus(dt + bias): u, dt, z [B, L, D], BC [B, L, 2N], A [D, N]."""

    @staticmethod
    def forward(ctx, u, dt, bias, A, BC, skip, z):
        B, L, D = u.shape
        assert L % KEPT == 0 and D % 32 == 0 and A.shape[1] == STATES, (u.shape, A.shape)
        assert u.dtype == dt.dtype == BC.dtype == z.dtype and u.is_contiguous() and dt.is_contiguous()
        out, A = torch.empty_like(u), A.contiguous()
        needed = any(ctx.needs_input_grad)
        kept = torch.empty(B, L // KEPT, STATES, D, device=u.device) if needed else None
        _call("scan_forward", u, u, dt, bias, A, BC, BC.stride(1), skip, z, z.stride(1), out, kept, B, L, D)
        if needed:
            ctx.save_for_backward(u, dt, bias, A, BC, skip, z, kept)
        return out

    @staticmethod
    def backward(ctx, go):
        u, dt, bias, A, BC, skip, z, kept = ctx.saved_tensors
        B, L, D = u.shape
        du, ddt, dz = torch.empty_like(u), torch.empty_like(u), torch.empty_like(u)
        new = lambda *shape: torch.empty(*shape, device=u.device)
        dBC, dA, dD = new(D // 32, B, L, 2 * STATES), new(B, D, STATES), new(B, 2, D)
        _call("scan_backward", u, u, dt, bias, A, BC, BC.stride(1), skip, z, z.stride(1), kept, go.contiguous(),
              du, ddt, dz, dBC, dA, dD, B, L, D)  # fmt: skip
        both = dD.sum(0)
        return du, ddt, both[1], dA.sum(0), dBC.sum(0).to(BC.dtype), both[0], dz


def conv_plain(x, w, b):
    padded, L = F.pad(x, (0, 0, 3, 0)), x.shape[1]
    return F.silu(sum(padded[:, k : k + L] * w[:, k] for k in range(4)) + b)


def scan_plain(u, dt, bias, A, BC, skip, z):
    N = A.shape[1]
    delta, B, C = F.softplus(dt + bias), BC[..., :N], BC[..., N:]
    h, ys = u.new_zeros(u.shape[0], u.shape[2], N), []
    for t in range(u.shape[1]):
        h = torch.exp(delta[:, t, :, None] * A) * h + (delta[:, t] * u[:, t])[..., None] * B[:, t, None]
        ys.append((h * C[:, t, None]).sum(-1) + skip * u[:, t])
    return torch.stack(ys, 1) * F.silu(z)


def conv(x, w, b):
    return Conv.apply(x, w, b) if x.is_cuda else conv_plain(x, w, b)


def scan(*args):
    return Scan.apply(*args) if args[0].is_cuda else scan_plain(*args)


def _compare():
    torch.manual_seed(0)
    B, L, D = 4, 64, 96
    cuda = dict(device="cuda")
    go = torch.randn(B, L, D, **cuda)
    scan_in = [torch.randn(B, L, D, **cuda), torch.randn(B, L, D, **cuda), torch.randn(D, **cuda) - 2, -torch.rand(D, STATES, **cuda) * 8 - 0.1,
               torch.randn(B, L, 2 * STATES, **cuda), torch.randn(D, **cuda), torch.randn(B, L, D, **cuda)]  # fmt: skip
    conv_in = [torch.randn(B, L, D, **cuda), torch.randn(D, 4, **cuda), torch.randn(D, **cuda)]

    def outputs(f, inputs, go):
        inputs = [t.detach().clone().requires_grad_() for t in inputs]
        y = f(*inputs)
        return [y.detach(), *torch.autograd.grad(y, inputs, go)]

    for name, kernel, plain, inputs in [("scan", Scan.apply, scan_plain, scan_in), ("conv", Conv.apply, conv_plain, conv_in)]:
        ours, truth = outputs(kernel, inputs, go), outputs(plain, [t.double() for t in inputs], go.double())
        errors = [float((a.double() - b).norm() / b.norm()) for a, b in zip(ours, truth)]
        print(name, "output and gradients, relative error:", " ".join(f"{e:.1e}" for e in errors), flush=True)
        assert max(errors) < 2e-6


if __name__ == "__main__":
    _compare()
