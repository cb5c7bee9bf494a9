# Backpropagation through time for the tanh RNN language model: the reference in Python, as a student would hand it in.

import numpy as np


def rnn_forward(x, h0, p):
    h, z = [h0], []
    for input in x:
        h.append(np.tanh(p["Wh"] @ h[-1] + p["Wx"] @ input + p["bh"]))
        z.append(p["Wy"] @ h[-1] + p["by"])
    return h, z


def log_softmax(z):
    shifted = z - z.max()
    return shifted - np.log(np.exp(shifted).sum())


def sequence_loss(z, y):
    return -sum(log_softmax(scores)[word] for scores, word in zip(z, y))


def bptt(x, y, h0, p):
    h, z = rnn_forward(x, h0, p)
    d = {name: np.zeros_like(value) for name, value in p.items()}
    da = np.zeros_like(h0)
    for t in reversed(range(len(x))):
        dz = np.exp(log_softmax(z[t]))
        dz[y[t]] -= 1
        da = (p["Wy"].T @ dz + p["Wh"].T @ da) * (1 - h[t + 1] ** 2)
        d["Wy"] += np.outer(dz, h[t + 1])
        d["by"] += dz
        d["Wh"] += np.outer(da, h[t])
        d["Wx"] += np.outer(da, x[t])
        d["bh"] += da
    return d, p["Wh"].T @ da
