"""Independent values for the exercise deep-rnn: writes deep-rnn.json beside this file.

Only the forward formulas and the loss are written down here, step by step with all layers together; every gradient comes
from automatic differentiation (autograd over NumPy, float64). The gradients of pre-activations come from shifts that are
added to them.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python deep-rnn.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad

FIELDS = ("Wx", "Wh", "b")


def stacked_states(x, h0, layers):
    h = list(h0)
    states = [[] for _ in layers]
    for x_t in x:
        below = x_t
        for l, p in enumerate(layers):
            below = np.tanh(np.dot(p["Wh"], h[l]) + np.dot(p["Wx"], below) + p["b"])
            h[l] = below
            states[l].append(below)
    return states


def scores(states, Wy, by):
    return [np.dot(Wy, h_t) + by for h_t in states[-1]]


def log_softmax(z):
    shifted = z - np.max(z)
    return shifted - np.log(np.sum(np.exp(shifted)))


def loss(x, y, h0, p):
    z = scores(stacked_states(x, h0, p["layers"]), p["Wy"], p["by"])
    return -sum(log_softmax(z_t)[y_t] for z_t, y_t in zip(z, y))


def gradients(x, y, h0, p):
    N = len(h0)
    blocks = [layer[name] for layer in p["layers"] for name in FIELDS] + [p["Wy"], p["by"]]

    def total(*arguments):
        start, weights = arguments[:N], arguments[N:]
        layers = [dict(zip(FIELDS, weights[3 * l : 3 * l + 3])) for l in range(N)]
        return loss(x, y, start, {"layers": layers, "Wy": weights[-2], "by": weights[-1]})

    g = [grad(total, k)(*h0, *blocks) for k in range(N + len(blocks))]
    names = ["d" + name for name in FIELDS]
    layers = [dict(zip(names, g[N + 3 * l : N + 3 * l + 3])) for l in range(N)]
    return {"layers": layers, "dh0": g[:N], "dWy": g[-2], "dby": g[-1]}


def pre_activation_gradients(above, a, Wh):
    """The gradients by the pre-activations, whose values are a; what comes in is written through them."""
    H = len(Wh)

    def product(shifts):
        total, change = 0.0, np.zeros(H)
        for t, above_t in enumerate(above):
            h = np.tanh(a[t] + change + shifts[t])
            total = total + np.dot(above_t, h)
            # The recurrent share of the next pre-activation is already in a; only its change counts.
            change = np.dot(Wh, h - np.tanh(a[t]))
        return total

    return list(grad(product)(np.zeros((len(above), H))))


def for_below(da, Wx):
    at = np.zeros((len(da), Wx.shape[1]))
    return list(grad(lambda x: sum(np.dot(d, np.dot(Wx, x[t])) for t, d in enumerate(da)))(at))


def layer_gradients(da, x, h0, h):
    before = [h0] + h[:-1]

    def product(Wx, Wh, b):
        return sum(np.dot(d, np.dot(Wx, i) + np.dot(Wh, o) + b) for d, i, o in zip(da, x, before))

    H, I = len(h0), len(x[0])
    at = (np.zeros((H, I)), np.zeros((H, H)), np.zeros(H))
    return {"d" + name: grad(product, k)(*at) for k, name in enumerate(FIELDS)}


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(19920111)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def signs(*shape, size):
    return size * (2.0 * rng.integers(0, 2, shape) - 1)


def words(T, V):
    return [int(w) for w in rng.integers(0, V, T)]


def sequence(T, n, scale=1.0):
    return [normal(n, scale=scale) for _ in range(T)]


def parameters(D, units, V, scale=0.7):
    layers = [
        {"Wx": normal(H, I, scale=scale), "Wh": normal(H, H, scale=scale), "b": normal(H, scale=scale)}
        for I, H in zip([D, *units], units)
    ]
    return {"layers": layers, "Wy": normal(V, units[-1], scale=scale), "by": normal(V, scale=scale)}


# Name, T, D, units of the layers, V.
SHAPES = (
    ("smallest", 1, 1, [1], 2),
    ("one layer", 4, 2, [3], 4),
    ("two layers of one unit", 3, 2, [1, 1], 2),
    ("one step", 1, 2, [3, 2], 4),
    ("growing", 3, 1, [2, 4], 3),
    ("shrinking", 5, 6, [4, 2], 3),
    ("three equal layers", 4, 3, [3, 3, 3], 2),
    ("four layers", 3, 2, [3, 1, 2, 4], 5),
    ("fifty steps", 50, 2, [3, 2], 4),
)


def models():
    """Yields name, inputs, right words, starting states and parameters."""
    for name, T, D, units, V in SHAPES:
        scale = 0.4 if T > 10 else 0.7
        yield name, sequence(T, D), words(T, V), [normal(H, scale=0.5) for H in units], parameters(D, units, V, scale)
    T, D, units, V = 4, 5, [2, 3], 4
    p = parameters(D, units, V)

    def start():
        return [normal(H, scale=0.5) for H in units]

    one_hot = [numpy.eye(D)[w] for w in (0, 3, 3, 0)]
    yield "one-hot words that repeat", one_hot, [1, 1, 3, 1], start(), p
    yield "starting from zeros", sequence(T, D), words(T, V), [numpy.zeros(H) for H in units], p
    yield "inputs of +-50", [signs(D, size=50.0) for _ in range(T)], words(T, V), start(), p
    extreme = {**p, "by": numpy.array([1000.0, -1000.0, 0.0, 1000.0])}
    yield "scores of +-1000", sequence(T, D), [0, 1, 2, 3], start(), extreme
    steep = {**p, "Wy": signs(V, units[-1], size=1000.0)}
    yield "output weights of +-1000", sequence(T, D), [0, 1, 2, 3], start(), steep
    one = {"Wx": numpy.array([[1.0]]), "Wh": numpy.array([[0.5]]), "b": numpy.zeros(1)}
    example = {"layers": [one, one], "Wy": numpy.array([[1.0], [0.0]]), "by": numpy.zeros(2)}
    text = [numpy.array([0.5]), numpy.array([0.0])]
    yield "the lesson's example", text, [0, 1], [numpy.zeros(1), numpy.zeros(1)], example


def cases():
    every_model = list(models())
    for name, x, y, h0, p in every_model:
        states = stacked_states(x, h0, p["layers"])
        yield name, "layerStates", [x, h0[0], p["layers"][0]], states[0]
        yield name, "stackedStates", [x, h0, p["layers"]], states
        yield name, "stackedScores", [states, p["Wy"], p["by"]], scores(states, p["Wy"], p["by"])
        yield name, "stackedLoss", [x, y, h0, p], loss(x, y, h0, p)

    for name, T, D, units, V in SHAPES:
        H = units[-1]
        scale = 0.4 if T > 10 else 0.7
        a, above, Wh = sequence(T, H), sequence(T, H), normal(H, H, scale=scale)
        arguments = [above, [numpy.tanh(a_t) for a_t in a], Wh]
        yield name, "stackedPreActivationGradients", arguments, pre_activation_gradients(above, a, Wh)
        a, above = [signs(H, size=50.0) for _ in range(T)], sequence(T, H)
        arguments = [above, [numpy.tanh(a_t) for a_t in a], Wh]
        yield name + ", saturated", "stackedPreActivationGradients", arguments, pre_activation_gradients(above, a, Wh)
        da, Wx = sequence(T, H), normal(H, D)
        yield name, "gradientForBelow", [da, Wx], for_below(da, Wx)
        da, x, h0, h = sequence(T, H), sequence(T, D), normal(H, scale=0.5), sequence(T, H, scale=0.5)
        yield name, "stackedLayerGradients", [da, x, h0, h], layer_gradients(da, x, h0, h)

    for name, x, y, h0, p in every_model:
        yield name, "stackedGradients", [x, y, h0, p], gradients(x, y, h0, p)


def plain(value):
    """Turns arrays into lists, and NumPy's numbers into Python's; refuses what is not finite."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, int):
        return value
    array = numpy.asarray(value, dtype=numpy.float64)
    if not numpy.isfinite(array).all():
        raise ValueError("not finite")
    return (array + 0.0).tolist()


def main():
    provenance = {
        "script": "deep-rnn.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    text = f'{{"provenance": {json.dumps(provenance)}, "exercise": "deep-rnn", "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
