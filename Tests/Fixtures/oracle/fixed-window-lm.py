"""Independent values for the exercise fixed-window-lm: writes fixed-window-lm.json beside this file.

Only forward formulas are written down here; every gradient comes from automatic differentiation (autograd over NumPy,
float64). The embeddings are looked up by products with one-hot vectors.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python fixed-window-lm.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad

FIELDS = ("E", "We", "b1", "U", "b2")


def embedding(words, E):
    return np.concatenate([np.dot(E, np.eye(E.shape[1])[word]) for word in words])


def hidden(e, We, b1):
    return np.tanh(np.dot(We, e) + b1)


def scores(h, U, b2):
    return np.dot(U, h) + b2


def log_softmax(z):
    moved = z - np.max(z)
    return moved - np.log(np.sum(np.exp(moved)))


def loss(words, target, *blocks):
    E, We, b1, U, b2 = blocks
    return -log_softmax(scores(hidden(embedding(words, E), We, b1), U, b2))[target]


def gradients(words, target, p):
    blocks = [p[name] for name in FIELDS]
    return {"d" + name: grad(loss, 2 + k)(words, target, *blocks) for k, name in enumerate(FIELDS)}


def size(n, D, H, V):
    shapes = ((D, V), (H, n * D), (H,), (V, H), (V,))
    return sum(int(numpy.zeros(shape).size) for shape in shapes)


def hidden_gradient(dz, a, U):
    return grad(lambda pre: np.dot(dz, np.dot(U, np.tanh(pre))))(a)


def input_gradient(da, We):
    return grad(lambda e: np.dot(da, np.dot(We, e)))(np.zeros(We.shape[1]))


def embedding_gradient(words, de, V):
    return grad(lambda E: np.dot(de, embedding(words, E)))(np.zeros((len(de) // len(words), V)))


rng = numpy.random.default_rng(20250603)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def parameters(n, D, H, V, scale=0.7):
    shapes = ((D, V), (H, n * D), (H,), (V, H), (V,))
    return {name: normal(*shape, scale=scale) for name, shape in zip(FIELDS, shapes)}


# Words of the window, D, H, V.
SHAPES = (
    ([0], 1, 1, 2),
    ([1, 0], 2, 1, 2),
    ([2], 3, 2, 4),
    ([2, 0, 4], 2, 3, 5),
    ([1, 1], 2, 3, 4),
    ([3, 0, 3, 3], 3, 2, 6),
    ([5, 1, 0, 2, 6], 4, 5, 7),
)


def models():
    for words, D, H, V in SHAPES:
        yield f"window {words}, D = {D}, H = {H}, V = {V}", words, int(rng.integers(V)), parameters(len(words), D, H, V)
    p = {**parameters(2, 2, 3, 3), "b2": numpy.array([1000.0, -1000.0, 0.0])}
    for target in range(3):
        yield f"scores of +-1000, word {target}", [0, 2], target, p
    p = {**parameters(2, 2, 3, 3), "b1": numpy.array([50.0, -50.0, 0.0])}
    yield "hidden biases of +-50", [1, 2], 0, p
    yield "parameters of zeros", [1, 2], 0, {name: 0 * block for name, block in p.items()}
    example = {
        "E": numpy.array([[1.0, 0.0, -1.0]]),
        "We": numpy.array([[0.5, 1.0]]),
        "b1": numpy.zeros(1),
        "U": numpy.array([[1.0], [0.0], [-1.0]]),
        "b2": numpy.zeros(3),
    }
    yield "the lesson's example", [0, 1], 2, example
    yield "the lesson's repeated word", [0, 0], 2, example


def cases():
    for n, D, H, V in ((1, 1, 1, 2), (2, 3, 4, 5), (5, 2, 1, 9), (5, 100, 500, 10000)):
        yield f"n = {n}", "fixedWindowSize", [n, D, H, V], size(n, D, H, V)
    for name, words, target, p in models():
        E, We, b1, U, b2 = (p[field] for field in FIELDS)
        e = embedding(words, E)
        h = hidden(e, We, b1)
        yield name, "windowEmbedding", [words, E], e
        yield name, "windowHidden", [e, We, b1], h
        yield name, "windowScores", [h, U, b2], scores(h, U, b2)
        yield name, "fixedWindowLoss", [words, target, p], loss(words, target, E, We, b1, U, b2)
        dz, a, da, de = normal(len(b2)), normal(len(b1)), normal(len(b1)), normal(len(e))
        yield name, "windowHiddenGradient", [dz, numpy.tanh(a), U], hidden_gradient(dz, a, U)
        yield name, "windowInputGradient", [da, We], input_gradient(da, We)
        yield name, "windowEmbeddingGradient", [words, de, E.shape[1]], embedding_gradient(words, de, E.shape[1])
        yield name, "fixedWindowGradients", [words, target, p], gradients(words, target, p)


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
        "script": "fixed-window-lm.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "fixed-window-lm", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
