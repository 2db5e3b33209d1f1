"""The two rivals of chapter 120, as plain as they come: a pre-norm Transformer with rotary positions and an LSTM, heads tied to the embedding."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from mamba import RMSNorm


def rotary(L, width, device):
    """cos and sin [L, width/2] of the rotary position embedding."""
    angle = torch.outer(torch.arange(L, device=device).float(), 10000.0 ** (-torch.arange(0, width, 2, device=device).float() / width))
    return angle.cos(), angle.sin()


def turn(x, cos, sin):
    a, b = x.chunk(2, -1)
    return torch.cat([a * cos - b * sin, a * sin + b * cos], -1)


class TransformerLayer(nn.Module):
    def __init__(self, d, heads, layers, std):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = RMSNorm(d), RMSNorm(d)
        linear = lambda i, o: nn.Linear(i, o, bias=False)
        self.qkv, self.out, self.up, self.down = linear(d, 3 * d), linear(d, d), linear(d, 4 * d), linear(4 * d, d)
        for m, share in [(self.qkv, 1), (self.up, 1), (self.out, (2 * layers) ** -0.5), (self.down, (2 * layers) ** -0.5)]:
            nn.init.normal_(m.weight, std=std * share)

    def forward(self, h, cos, sin, drop, drop_attention):
        B, L, d = h.shape
        q, k, v = self.qkv(self.norm1(h)).view(B, L, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(turn(q, cos, sin).to(v.dtype), turn(k, cos, sin).to(v.dtype), v, is_causal=True,
                                           dropout_p=drop_attention if self.training else 0.0)  # fmt: skip
        h = h + F.dropout(self.out(a.transpose(1, 2).reshape(B, L, d)), drop, self.training).to(h.dtype)
        f = self.down(F.gelu(self.up(self.norm2(h)), approximate="tanh"))
        return h + F.dropout(f, drop, self.training).to(h.dtype)


class Transformer(nn.Module):
    """ids [B, L] → logits [B, L, vocab]; `context` is how far it was trained to look back."""

    def __init__(self, vocab, d, layers, context, heads=4, drop=0.1, drop_attention=0.1, std=0.02, looks_back=False):
        super().__init__()
        self.drops, self.width = (drop, drop_attention), d // heads
        self.embedding = nn.Embedding(vocab, d)
        nn.init.normal_(self.embedding.weight, std=std)
        self.layers = nn.ModuleList(TransformerLayer(d, heads, layers, std) for _ in range(layers))
        self.norm = RMSNorm(d)
        self.shape = dict(vocab_size=vocab, hidden_size=d, num_hidden_layers=layers, num_heads=heads, context=context)
        if looks_back:
            self.look_back()

    @torch.no_grad()
    def look_back(self, pairs=6, strength=3.0):
        """The first head of the first layer begins with its eye on the token before, as a Mamba begins with its window of four; training may move it."""
        query, key, _ = self.layers[0].qkv.weight.chunk(3)
        cos, sin = rotary(2, self.width, "cpu")
        self.embedding.weight[:, 0] = 2 * self.embedding.weight.std()  # what all tokens have in common
        query[: self.width] *= 0.1
        key[: self.width] *= 0.1
        for i in range(pairs):  # the fastest turning ones: a key is turned one token further, so that it meets the next query
            query[i, 0], key[i, 0], key[i + self.width // 2, 0] = strength, strength * cos[1, i], strength * sin[1, i]

    def decayed(self, name):
        return ".weight" in name and "norm" not in name and not name.startswith("embedding")

    def forward(self, ids, watch=None):
        h = F.dropout(self.embedding(ids), self.drops[0], self.training)
        cos, sin = rotary(ids.shape[1], self.width, ids.device)
        for layer in self.layers:
            h = layer(h, cos, sin, *self.drops)
        return F.linear(self.norm(h), self.embedding.weight)


class LSTM(nn.Module):
    """ids [B, L] → logits [B, L, vocab]; one layer of H cells, projected to the embedding's width. With a `lag` the cells begin with memories of 1 to so many
    tokens (Tallec & Ollivier 2018, arXiv 1804.11188)."""

    def __init__(self, vocab, d, hidden, drop=0.4, std=0.02, lag=None):
        super().__init__()
        self.drop = drop
        self.embedding, self.cells, self.projection = nn.Embedding(vocab, d), nn.LSTM(d, hidden, batch_first=True), nn.Linear(hidden, d, bias=False)
        nn.init.normal_(self.embedding.weight, std=std)
        for name, p in self.cells.named_parameters():
            nn.init.zeros_(p) if "bias" in name else nn.init.uniform_(p, -(hidden**-0.5), hidden**-0.5)
            if "bias" in name:
                p.data[hidden : 2 * hidden] = 0.5  # both biases add: the forget gate begins at 1
        if lag:
            keep = torch.log(1 + torch.rand(hidden) * (lag - 2)) / 2
            for p in (self.cells.bias_ih_l0, self.cells.bias_hh_l0):
                p.data[hidden : 2 * hidden], p.data[:hidden] = keep, -keep
        nn.init.uniform_(self.projection.weight, -(hidden**-0.5), hidden**-0.5)
        self.shape = dict(vocab_size=vocab, embedding_size=d, hidden_size=hidden)

    def decayed(self, name):
        return "weight" in name and not name.startswith("embedding")

    def forward(self, ids, watch=None, state=None):
        with torch.autocast("cuda", enabled=False):
            x = F.dropout(self.embedding(ids), self.drop, self.training)
            y, last = self.cells(x, state)
            if not self.training:
                self.last = last
            return F.linear(self.projection(F.dropout(y, self.drop, self.training)), self.embedding.weight)
