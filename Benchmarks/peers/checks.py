# What is demanded of bptt.py: the loss and all gradients by central differences, with 24 cases for each, as our checks draw them.

import numpy as np


def draw(number):
    g = np.random.default_rng(number)
    T, D, H, V = 1 + number % 6, 2 + number % 3, 3 + number % 4, 4 + number % 3
    p = {
        "Wx": g.normal(size=(H, D)), "Wh": g.normal(size=(H, H)), "bh": g.normal(size=H),
        "Wy": g.normal(size=(V, H)), "by": g.normal(size=V),
    }
    x = [g.normal(size=D) for _ in range(T)]
    return x, [int(word) for word in g.integers(V, size=T)], g.normal(size=H), p


def slope(loss, value):
    gradient = np.zeros_like(value)
    for place in np.ndindex(value.shape):
        kept = value[place]
        value[place] = kept + 1e-6
        up = loss()
        value[place] = kept - 1e-6
        gradient[place] = (up - loss()) / 2e-6
        value[place] = kept
    return gradient


def check(rnn_forward, sequence_loss, bptt):
    for number in range(24):
        x, y, h0, p = draw(number)
        d, dh0 = bptt(x, y, h0, p)

        def loss():
            return sequence_loss(rnn_forward(x, h0, p)[1], y)

        for name in p:
            np.testing.assert_allclose(d[name], slope(loss, p[name]), rtol=1e-5, atol=1e-6)
        np.testing.assert_allclose(dh0, slope(loss, h0), rtol=1e-5, atol=1e-6)
    return True
