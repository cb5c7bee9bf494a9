"""Independent values for the exercise bidirectional-rnn: writes bidirectional-rnn.json beside this file.

Only the forward formulas and the loss are written down here; every gradient comes from automatic differentiation
(autograd over NumPy, float64). The backward direction is written as its recurrence, from the last word to the first. The
gradients of pre-activations come from shifts that are added to them.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python bidirectional-rnn.py

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


def forward_states(x, start, p):
    h, states = start, []
    for x_t in x:
        h = np.tanh(np.dot(p["Wh"], h) + np.dot(p["Wx"], x_t) + p["b"])
        states.append(h)
    return states


def backward_states(x, end, p):
    states = [None] * len(x) + [end]
    for t in range(len(x) - 1, -1, -1):
        states[t] = np.tanh(np.dot(p["Wh"], states[t + 1]) + np.dot(p["Wx"], x[t]) + p["b"])
    return states[:-1]


def joined(forward, backward):
    return [np.concatenate([f, b]) for f, b in zip(forward, backward)]


def scores(h, U, c):
    return [np.dot(U, h_t) + c for h_t in h]


def log_softmax(z):
    shifted = z - np.max(z)
    return shifted - np.log(np.sum(np.exp(shifted)))


def loss(z, y):
    return -sum(log_softmax(z_t)[y_t] for z_t, y_t in zip(z, y))


def whole_loss(x, y, start, end, p):
    h = joined(forward_states(x, start, p["forward"]), backward_states(x, end, p["backward"]))
    return loss(scores(h, p["U"], p["c"]), y)


def network(blocks):
    Wxf, Whf, bf, Wxb, Whb, bb, U, c = blocks
    return {
        "forward": {"Wx": Wxf, "Wh": Whf, "b": bf},
        "backward": {"Wx": Wxb, "Wh": Whb, "b": bb},
        "U": U,
        "c": c,
    }


def gradients(x, y, start, end, p):
    blocks = [p[d][name] for d in ("forward", "backward") for name in FIELDS] + [p["U"], p["c"]]

    def total(start, end, *blocks):
        return whole_loss(x, y, start, end, network(blocks))

    g = [grad(total, k)(start, end, *blocks) for k in range(2 + len(blocks))]
    return {
        "forward": dict(zip(("dWx", "dWh", "db"), g[2:5])),
        "backward": dict(zip(("dWx", "dWh", "db"), g[5:8])),
        "dU": g[8],
        "dc": g[9],
        "dStart": g[0],
        "dEnd": g[1],
    }


def directed(dh, F):
    """The gradient of the inner product of joined states with dh, taken by the parts."""
    T, B = len(dh), len(dh[0]) - F

    def product(f, b):
        return sum(np.dot(d, np.concatenate([f[t], b[t]])) for t, d in enumerate(dh))

    f, b = (grad(product, k)(np.zeros((T, F)), np.zeros((T, B))) for k in (0, 1))
    return {"forward": list(f), "backward": list(b)}


def pre_activation_gradients(dh, a, Wh, order):
    """The gradients by the pre-activations, whose values are a; what comes in is written through them."""
    H = len(Wh)

    def product(shifts):
        total, h = 0.0, None
        for t in order:
            # The recurrent share of the pre-activation is already in a; only its change counts.
            change = np.zeros(H) if h is None else np.dot(Wh, h - np.tanh(a[previous]))
            h = np.tanh(a[t] + change + shifts[t])
            total = total + np.dot(dh[t], h)
            previous = t
        return total

    return list(grad(product)(np.zeros((len(dh), H))))


def direction_gradients(da, x, origin):
    def product(Wx, Wh, b):
        return sum(np.dot(d, np.dot(Wx, i) + np.dot(Wh, o) + b) for d, i, o in zip(da, x, origin))

    H, D = len(da[0]), len(x[0])
    at = (np.zeros((H, D)), np.zeros((H, H)), np.zeros(H))
    return {"d" + name: grad(product, k)(*at) for k, name in enumerate(FIELDS)}


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(19970801)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def signs(*shape, size):
    return size * (2.0 * rng.integers(0, 2, shape) - 1)


def classes(T, V):
    return [int(w) for w in rng.integers(0, V, T)]


def sequence(T, n, scale=1.0):
    return [normal(n, scale=scale) for _ in range(T)]


def parameters(F, B, D, V, scale=0.7):
    def direction(H):
        return {"Wx": normal(H, D, scale=scale), "Wh": normal(H, H, scale=scale), "b": normal(H, scale=scale)}

    return {
        "forward": direction(F),
        "backward": direction(B),
        "U": normal(V, F + B, scale=scale),
        "c": normal(V, scale=scale),
    }


# Name, T, F, B, D, V.
SHAPES = (
    ("smallest", 1, 1, 1, 1, 2),
    ("one word", 1, 3, 2, 4, 5),
    ("two words", 2, 2, 3, 1, 2),
    ("one unit each", 4, 1, 1, 3, 2),
    ("as many units", 3, 2, 2, 3, 4),
    ("wide forward", 5, 5, 1, 2, 3),
    ("wide backward", 5, 2, 6, 3, 4),
    ("fifty words", 50, 3, 2, 2, 3),
)


def models():
    """Yields name, text, classes, starting states and parameters."""
    for name, T, F, B, D, V in SHAPES:
        scale = 0.4 if T > 10 else 0.7
        yield name, sequence(T, D), classes(T, V), normal(F, scale=0.5), normal(B, scale=0.5), parameters(
            F, B, D, V, scale
        )
    T, F, B, D, V = 4, 3, 2, 5, 4
    words = [numpy.eye(D)[w] for w in (0, 3, 3, 0)]
    p = parameters(F, B, D, V)
    yield "one-hot words that repeat", words, [1, 1, 3, 1], normal(F), normal(B), p
    yield "starting from zeros", sequence(T, D), classes(T, V), numpy.zeros(F), numpy.zeros(B), p
    yield "inputs of +-50", [signs(D, size=50.0) for _ in range(T)], classes(T, V), normal(F), normal(B), p
    extreme = {**p, "c": numpy.array([1000.0, -1000.0, 0.0, 1000.0])}
    yield "scores of +-1000", sequence(T, D), [0, 1, 2, 3], normal(F), normal(B), extreme
    steep = {**p, "U": signs(V, F + B, size=1000.0)}
    yield "output weights of +-1000", sequence(T, D), [0, 1, 2, 3], normal(F), normal(B), steep
    one = {"Wx": numpy.array([[1.0]]), "Wh": numpy.array([[0.5]]), "b": numpy.zeros(1)}
    example = {"forward": one, "backward": one, "U": numpy.array([[1.0, 0.0], [0.0, 1.0]]), "c": numpy.zeros(2)}
    text = [numpy.array([1.0]), numpy.array([0.0]), numpy.array([-2.0])]
    yield "the lesson's example", text, [1, 1, 1], numpy.zeros(1), numpy.zeros(1), example


def cases():
    every_model = list(models())
    for name, x, y, start, end, p in every_model:
        forward, backward = forward_states(x, start, p["forward"]), backward_states(x, end, p["backward"])
        h = joined(forward, backward)
        z = scores(h, p["U"], p["c"])
        yield name, "forwardStates", [x, start, p["forward"]], forward
        yield name, "backwardStates", [x, end, p["backward"]], backward
        yield name, "joinedStates", [forward, backward], h
        yield name, "textSummary", [forward, backward], numpy.concatenate([forward[-1], backward[0]])
        yield name, "taggingScores", [h, p["U"], p["c"]], z
        yield name, "taggingLoss", [x, y, start, end, p], loss(z, y)

    for name, T, F, B, D, V in SHAPES:
        dh = sequence(T, F + B)
        yield name, "directedGradients", [dh, F], directed(dh, F)
        scale = 0.4 if T > 10 else 0.7
        for function, order in (
            ("forwardPreActivationGradients", range(T)),
            ("backwardPreActivationGradients", range(T - 1, -1, -1)),
        ):
            a, dh, Wh = sequence(T, F), sequence(T, F), normal(F, F, scale=scale)
            yield name, function, [dh, [numpy.tanh(a_t) for a_t in a], Wh], pre_activation_gradients(dh, a, Wh, order)
        a, dh, Wh = [signs(B, size=50.0) for _ in range(T)], sequence(T, B), normal(B, B)
        yield name + ", saturated", "backwardPreActivationGradients", [
            dh,
            [numpy.tanh(a_t) for a_t in a],
            Wh,
        ], pre_activation_gradients(dh, a, Wh, range(T - 1, -1, -1))
        da, x, origin = sequence(T, F), sequence(T, D), sequence(T, F, scale=0.5)
        yield name, "directionGradients", [da, x, origin], direction_gradients(da, x, origin)

    for name, x, y, start, end, p in every_model:
        yield name, "bidirectionalGradients", [x, y, start, end, p], gradients(x, y, start, end, p)


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
        "script": "bidirectional-rnn.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    text = f'{{"provenance": {json.dumps(provenance)}, "exercise": "bidirectional-rnn", "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
