"""Independent values for the exercise truncated-bptt: writes truncated-bptt.json beside this file.

Only the forward pass and the loss are written down here; gradients come from automatic differentiation (autograd over
NumPy, float64). The cut is made by computing the states that chunks start from beforehand, as plain numbers.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python truncated-bptt.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad

FIELDS = ("Wx", "Wh", "bh", "Wy", "by")


def states(x, start, p):
    h = [start]
    for x_t in x:
        h.append(np.tanh(np.dot(p["Wh"], h[-1]) + np.dot(p["Wx"], x_t) + p["bh"]))
    return h


def log_softmax(z):
    shifted = z - np.max(z)
    return shifted - np.log(np.sum(np.exp(shifted)))


def loss(x, y, start, p):
    h = states(x, start, p)[1:]
    return -sum(log_softmax(np.dot(p["Wy"], h_t) + p["by"])[y_t] for h_t, y_t in zip(h, y))


def chunks(T, k):
    return [(begin, min(begin + k, T)) for begin in range(0, T, k)]


def bounds(T, k):
    return [begin for begin, _ in chunks(T, k)] + [T]


def starts(x, h0, p, k):
    h = states(x, h0, p)
    return [h[begin] for begin, _ in chunks(len(x), k)]


def gradients(function, p):
    """The gradients of a function of the parameters."""
    blocks = [p[name] for name in FIELDS]
    total = lambda *blocks: function(dict(zip(FIELDS, blocks)))
    return {"d" + name: grad(total, k)(*blocks) for k, name in enumerate(FIELDS)}


def chunk_gradients(x, y, start, p):
    return gradients(lambda q: loss(x, y, start, q), p)


def truncated(x, y, h0, p, k):
    given = starts(x, h0, p, k)
    parts = list(zip(chunks(len(x), k), given))
    return gradients(lambda q: sum(loss(x[b:e], y[b:e], start, q) for (b, e), start in parts), p)


def pre_activation_gradients(dz, h, p):
    """With h_t = tanh(a_t): the derivative of sum_t dz_t . (Wy h_t) by a shift of each pre-activation."""
    a = numpy.arctanh(numpy.array(h[1:]))

    def total(shifts):
        # The pre-activations are a_t where nothing is shifted; a shift runs on through Wh.
        result, change = 0.0, np.zeros(len(h[0]))
        for t in range(len(dz)):
            state = np.tanh(a[t] + shifts[t] + np.dot(p["Wh"], change))
            change = state - np.tanh(a[t])
            result = result + np.dot(dz[t], np.dot(p["Wy"], state))
        return result

    return grad(total)(numpy.zeros_like(a))


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(20240222)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def signs(*shape, size):
    return size * (2.0 * rng.integers(0, 2, shape) - 1)


def words(T, V):
    return [int(w) for w in rng.integers(0, V, T)]


def sequence(T, n, scale=1.0):
    return [normal(n, scale=scale) for _ in range(T)]


def parameters(H, D, V, scale=0.7):
    shapes = ((H, D), (H, H), (H,), (V, H), (V,))
    return {name: normal(*shape, scale=scale) for name, shape in zip(FIELDS, shapes)}


# Name, T, k, H, D, V.
SHAPES = (
    ("smallest", 1, 1, 1, 1, 2),
    ("one chunk", 4, 4, 3, 2, 4),
    ("a chunk longer than the text", 3, 7, 2, 3, 4),
    ("chunks of one step", 4, 1, 3, 2, 5),
    ("a shorter last chunk", 7, 3, 2, 4, 3),
    ("full chunks", 6, 2, 4, 3, 2),
    ("one unit", 5, 2, 1, 3, 4),
    ("fifty steps", 50, 10, 3, 2, 4),
)


def texts():
    """Yields name, x, y, h0, parameters and k."""
    for name, T, k, H, D, V in SHAPES:
        yield name, sequence(T, D), words(T, V), normal(H, scale=0.5), parameters(H, D, V), k
    T, k, H, D, V = 5, 2, 3, 2, 4
    yield "inputs of +-50", [signs(D, size=50.0) for _ in range(T)], words(T, V), normal(H), parameters(H, D, V), k
    scores = {**parameters(H, D, V), "by": numpy.array([1000.0, -1000.0, 1000.0, 0.0])}
    yield "scores of +-1000", sequence(T, D), [0, 1, 3, 2, 1], normal(H), scores, k
    one_hot = [numpy.eye(4)[t] for t in range(4)]
    yield "an input unit for each step", one_hot, words(4, V), normal(H, scale=0.5), parameters(H, 4, V), 2
    example = {
        "Wx": numpy.array([[1.0]]),
        "Wh": numpy.array([[2.0]]),
        "bh": numpy.zeros(1),
        "Wy": numpy.array([[1.0], [0.0]]),
        "by": numpy.zeros(2),
    }
    x = [numpy.array([v]) for v in (-0.5, 0.1, -0.5, 0.1)]
    for k in (1, 2, 3, 4):
        yield f"the lesson's example, k = {k}", x, [0, 1, 0, 1], numpy.array([0.5]), example, k


def cases():
    for T, k in ((1, 1), (1, 3), (7, 3), (6, 3), (5, 1), (5, 5), (5, 6), (50, 8)):
        yield f"T = {T}, k = {k}", "chunkBounds", [T, k], bounds(T, k)
    for name, x, y, h0, p, k in texts():
        yield name, "chunkStates", [x, h0, p], states(x, h0, p)
        yield name, "carriedStates", [x, h0, p, k], starts(x, h0, p, k)
        yield name, "chunkLoss", [x, y, h0, p], loss(x, y, h0, p)
        yield name, "chunkGradients", [x, y, h0, p], chunk_gradients(x, y, h0, p)
        yield name, "truncatedBPTT", [x, y, h0, p, k], truncated(x, y, h0, p, k)
    for name, T, k, H, D, V in SHAPES:
        dz, p = sequence(T, V), parameters(H, D, V)
        h = [numpy.round(numpy.tanh(normal(H)), 4) for _ in range(T + 1)]
        yield name, "chunkPreActivationGradients", [dz, h, p], pre_activation_gradients(dz, h, p)


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
        "script": "truncated-bptt.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "truncated-bptt", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
