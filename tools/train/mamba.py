"""Mamba-1 with the parameter names of a Hugging Face checkpoint (`MambaForCausalLM`), as a language model or with a linear layer in and out."""
import math
import torch
import torch.nn as nn
import torch.nn.functional as F
from kernels import STATES, conv, scan


class RMSNorm(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d))

    def forward(self, x):
        return F.rms_norm(x, x.shape[-1:], self.weight.to(x.dtype), 1e-5)


class Mixer(nn.Module):
    """in_proj → conv1d, SiLU → x_proj, dt_proj → selective scan, gate → out_proj, initialised as the authors do."""

    def __init__(self, d, layers, states=STATES):
        super().__init__()
        E, R, N = 2 * d, math.ceil(d / 16), states
        self.E, self.R, self.N = E, R, N
        linear = lambda i, o, bias=False: nn.Linear(i, o, bias=bias)
        self.in_proj, self.x_proj, self.dt_proj, self.out_proj = linear(d, 2 * E), linear(E, R + 2 * N), linear(R, E, True), linear(E, d)
        self.conv1d = nn.Conv1d(E, E, 4, groups=E)
        self.A_log = nn.Parameter(torch.log(torch.arange(1.0, N + 1)).expand(E, N).clone())
        self.D = nn.Parameter(torch.ones(E))
        with torch.no_grad():
            nn.init.uniform_(self.in_proj.weight, -(d**-0.5), d**-0.5)
            nn.init.uniform_(self.x_proj.weight, -(E**-0.5), E**-0.5)
            nn.init.uniform_(self.dt_proj.weight, -(R**-0.5), R**-0.5)
            nn.init.uniform_(self.out_proj.weight, -((E * layers) ** -0.5), (E * layers) ** -0.5)
            dt = torch.exp(torch.rand(E) * math.log(100) + math.log(0.001))
            self.dt_proj.bias.copy_(dt + torch.log(-torch.expm1(-dt)))

    def forward(self, x, p_drop=0.0, watch=None):
        u, z = self.in_proj(x).split(self.E, -1)
        u = F.dropout(conv(u, self.conv1d.weight[:, 0], self.conv1d.bias), p_drop, self.training).contiguous()
        low, BC = self.x_proj(u).split([self.R, 2 * self.N], -1)
        A, spare = -torch.exp(self.A_log), (0, STATES - self.N)
        if self.N < STATES:  # the kernel has room for 16: the rest stays at 0
            A, BC = F.pad(A, spare), F.pad(BC.unflatten(-1, (2, self.N)), spare).flatten(-2)
        dt = F.linear(low, self.dt_proj.weight)
        if watch is not None:
            watch.append(F.softplus(dt.float() + self.dt_proj.bias))
        return self.out_proj(scan(u, dt, self.dt_proj.bias, A, BC, self.D, z))


class Layer(nn.Module):
    def __init__(self, d, layers, states=STATES):
        super().__init__()
        self.norm, self.mixer = RMSNorm(d), Mixer(d, layers, states)


class Backbone(nn.Module):
    def __init__(self, d, layers, vocab=None, states=STATES):
        super().__init__()
        if vocab:
            self.embeddings = nn.Embedding(vocab, d)
            nn.init.normal_(self.embeddings.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(d, layers, states) for _ in range(layers))
        self.norm_f = RMSNorm(d)

    def forward(self, h, drop=0.0, drop_u=0.0, drop_layer=0.0, watch=None):
        for layer in self.layers:
            out = F.dropout(layer.mixer(layer.norm(h), drop_u, watch), drop, self.training)
            if self.training and drop_layer:
                keep = (torch.rand(len(h), 1, 1, device=h.device) >= drop_layer) / (1 - drop_layer)
                out = out * keep.to(out.dtype)
            h = h + out.to(h.dtype)
        return self.norm_f(h)


def plain_decay(name):
    """Weight decay is for the matrices; x_proj and dt_proj are left alone, for decay makes Δ nearly constant."""
    return name.endswith((".in_proj.weight", ".out_proj.weight"))


class MambaLM(nn.Module):
    """ids [B, L] → logits [B, L, vocab]; the head is the embedding."""

    def __init__(self, vocab, d, layers, drop=0.1, drop_u=0.1, drop_layer=0.0, decayed=plain_decay, states=STATES):
        super().__init__()
        self.drops = (drop, drop_u, drop_layer)
        self.decayed = decayed
        self.backbone = Backbone(d, layers, vocab, states)
        self.shape = dict(vocab_size=vocab, hidden_size=d, num_hidden_layers=layers, state_size=states)

    def forward(self, ids, watch=None):
        h = F.dropout(self.backbone.embeddings(ids), self.drops[0], self.training)
        return F.linear(self.backbone(h, *self.drops, watch=watch), self.backbone.embeddings.weight)


class MambaTagger(nn.Module):
    """x [B, L, inputs] → logits [B, L, classes] at every step."""

    def __init__(self, inputs, classes, d, layers, drop=0.05):
        super().__init__()
        self.drop = drop
        self.decayed = plain_decay
        self.stem, self.backbone, self.lm_head = nn.Linear(inputs, d), Backbone(d, layers), nn.Linear(d, classes)
        self.shape = dict(inputs=inputs, classes=classes, hidden_size=d, num_hidden_layers=layers, state_size=STATES)

    def forward(self, x, watch=None):
        return self.lm_head(self.backbone(self.stem(x).float(), self.drop, watch=watch))
