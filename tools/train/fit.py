"""Training of one model: AdamW with a cosine schedule, clipping and an average of the weights, as one captured CUDA graph. One model a process, so that
a seed fixes all that is random; several processes share a card."""
import copy, math, time
import torch

torch.backends.cuda.matmul.allow_tf32 = True


def schedule(steps, lr, warmup=100, floor=0.02):
    k = torch.arange(steps).float()
    cosine = floor + (1 - floor) * 0.5 * (1 + torch.cos(math.pi * (k - warmup).clamp(min=0) / max(1, steps - warmup)))
    return lr * torch.where(k < warmup, (k + 1) / warmup, cosine)


class Fit:
    """`loss(model, i)` makes the loss of step i, a tensor on the card; `model.decayed(name)` says which parameters decay. Works from `seed`."""

    def __init__(self, model, loss, steps, lr, decay, seed, average=0.998, betas=(0.9, 0.98), half=True):
        self.model, self.loss, self.steps, self.half, self.n = model.cuda().train(), loss, steps, half, 0
        self.parameters = list(model.parameters())
        self.lrs, self.i = schedule(steps, lr).cuda(), torch.zeros(1, dtype=torch.long, device="cuda")
        self.lr, self.losses = torch.tensor(lr, device="cuda"), torch.zeros(steps, device="cuda")
        groups = {yes: [p for n, p in model.named_parameters() if bool(model.decayed(n)) == yes] for yes in (True, False)}
        self.optimizer = torch.optim.AdamW(
            [dict(params=groups[True], weight_decay=decay), dict(params=groups[False], weight_decay=0.0)],
            lr=self.lr, betas=betas, capturable=True, fused=True)  # fmt: skip
        self.mean, self.weight = [p.detach().clone() for p in self.parameters], 1 - average
        torch.cuda.manual_seed(seed)
        self._capture()

    def _step(self):
        self.lr.copy_(self.lrs.index_select(0, self.i)[0])
        with torch.autocast("cuda", torch.bfloat16, enabled=self.half, cache_enabled=False):
            loss = self.loss(self.model, self.i)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0, foreach=True)
        self.optimizer.step()
        self.losses.index_copy_(0, self.i, loss.detach().float().view(1))
        torch._foreach_lerp_(self.mean, [p.detach() for p in self.parameters], self.weight)
        self.i.add_(1)

    @torch.no_grad()
    def _restart(self, first):
        for p, mean, p0 in zip(self.parameters, self.mean, first):
            p.copy_(p0), mean.copy_(p0)
        for state in self.optimizer.state.values():
            for t in state.values():
                t.zero_()
        self.i.zero_(), self.losses.zero_()
        self.optimizer.zero_grad(set_to_none=True)

    def _capture(self):
        first = [p.detach().clone() for p in self.parameters]
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                self.optimizer.zero_grad(set_to_none=True)
                self._step()
        torch.cuda.current_stream().wait_stream(side)
        self._restart(first)
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph):
            self._step()

    def run(self, seconds=math.inf, each=None, every=0):
        """To the end, or until the clock says so; `each(fit)` is called every `every` steps and at the end."""
        self.began = time.time()
        while self.n < self.steps and time.time() - self.began < seconds:
            self.graph.replay()
            self.n += 1
            if self.n == self.steps // 20:  # the average begins once the weights have left their start
                torch._foreach_copy_(self.mean, [p.detach() for p in self.parameters])
            if self.n % 20 == 0:
                torch.cuda.synchronize()
            if each and (self.n == self.steps or (every and self.n % every == 0)):
                each(self)
        torch.cuda.synchronize()
        self.seconds = round(time.time() - self.began, 1)
        return self

    def recent(self):
        """The mean training loss of the last hundred steps."""
        return float(self.losses[max(0, self.n - 100) : max(1, self.n)].mean())

    @torch.no_grad()
    def averaged(self):
        """A copy of the model with the averaged weights, ready to be asked."""
        twin = copy.deepcopy(self.model).eval()
        for p, mean in zip(twin.parameters(), self.mean):
            p.copy_(mean)
        return twin


def save(model, file, about):
    """The weights in float32 as safetensors, with a JSON text of what they come from."""
    import json
    from safetensors.torch import save_file

    save_file({n: p.detach().float().cpu().contiguous() for n, p in model.named_parameters()}, file, {"about": json.dumps(about, ensure_ascii=False)})
