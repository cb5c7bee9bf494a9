"""Independent values for the exercise cbow: writes cbow.json beside this file.

Only forward formulas are written down here, words as one-hot vectors; every gradient comes from automatic differentiation
(autograd over NumPy, float64). A function that handles one line of the backward derivation is the vector-Jacobian product
of one forward line.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python cbow.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad


def one_hot(words, V):
    return np.eye(V)[numpy.array(words, dtype=int)]


def window(text, t, m):
    return [text[i] for i in range(len(text)) if i != t and abs(i - t) <= m]


def rows(context, W):
    return np.dot(one_hot(context, W.shape[0]), W)


def total(context, W):
    return np.sum(rows(context, W), axis=0)


def mean(context, W):
    return np.mean(rows(context, W), axis=0)


def concatenation(context, W):
    return np.reshape(rows(context, W), (-1,))


def log_softmax(z):
    moved = z - np.max(z)
    return moved - np.log(np.sum(np.exp(moved)))


def loss(context, target, W, U):
    return -log_softmax(np.dot(U, mean(context, W)))[target]


def text_loss(text, m, W, U):
    return sum(loss(window(text, t, m), text[t], W, U) for t in range(len(text)))


def score_gradient(z, target):
    return grad(lambda scores: -log_softmax(scores)[target])(z)


def target_gradient(dz, h):
    return grad(lambda U: np.dot(dz, np.dot(U, h)))(np.zeros((len(dz), len(h))))


def context_gradient(dz, U):
    return grad(lambda h: np.dot(dz, np.dot(U, h)))(np.zeros(U.shape[1]))


def table_gradient(fill, context, dh, V, D):
    return grad(lambda W: np.dot(dh, fill(context, W)))(np.zeros((V, D)))


def gradients(context, target, p):
    return {
        "dW": grad(loss, 2)(context, target, p["W"], p["U"]),
        "dU": grad(loss, 3)(context, target, p["W"], p["U"]),
    }


rng = numpy.random.default_rng(20250605)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def words(n, V):
    return [int(w) for w in rng.integers(0, V, n)]


def tables(V, D, scale=1.0):
    return {"W": normal(V, D, scale=scale), "U": normal(V, D, scale=scale)}


def models():
    """Yields name, context, target and tables."""
    for name, context, V, D in (
        ("smallest", [0], 2, 1),
        ("one context word", [2], 4, 3),
        ("two words, both in the context", [1, 0], 2, 3),
        ("the same word four times", [1, 1, 1, 1], 3, 2),
        ("repeated apart", [4, 0, 4, 2], 5, 3),
        ("one dimension", [3, 1, 2], 6, 1),
        ("wide vectors", [0, 2, 1], 3, 7),
        ("many words", [8, 1, 8, 10, 0, 5], 11, 4),
    ):
        yield name, context, int(rng.integers(V)), tables(V, D)
    p = {"W": numpy.array([[1000.0], [-1000.0], [0.0]]), "U": numpy.array([[1.0], [-1.0], [0.5]])}
    for target in range(3):
        yield f"scores of +-1000, word {target}", [0], target, p
        yield f"scores that cancel, word {target}", [0, 1], target, p
    yield "target in its own context", [1, 2, 1], 1, tables(4, 2)
    yield "tables of zeros", [1, 2], 0, {"W": numpy.zeros((3, 2)), "U": numpy.zeros((3, 2))}
    example = {"W": numpy.array([[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0]]), "U": numpy.array([[1.0, 1.0], [0.0, 1.0], [1.0, -1.0]])}
    yield "the lesson's example", [0, 1], 2, example
    yield "the lesson's repeated word", [0, 1, 1], 2, example


def cases():
    for name, text, t, m in (
        ("in the middle", [5, 6, 7, 8, 9], 2, 1),
        ("at the start", [5, 6, 7, 8, 9], 0, 2),
        ("at the end", [5, 6, 7, 8, 9], 4, 2),
        ("wider than the text", [5, 6, 7], 1, 9),
        ("two words", [3, 3], 1, 1),
        ("one word", [3], 0, 2),
        ("the same word all over", [1, 1, 1, 1], 1, 2),
    ):
        yield name, "cbowContext", [text, t, m], window(text, t, m)
    for name, context, target, p in models():
        W, U = p["W"], p["U"]
        (V, D), C = W.shape, len(context)
        h = mean(context, W)
        z, dz, dh = U @ h, normal(V), normal(D)
        yield name, "cbowSum", [context, W], total(context, W)
        yield name, "cbowMean", [context, W], h
        yield name, "cbowConcatenation", [context, W], concatenation(context, W)
        yield name, "cbowScores", [h, U], z
        yield name, "cbowLoss", [context, target, p], loss(context, target, W, U)
        yield name, "cbowScoreGradient", [z, target], score_gradient(z, target)
        yield name, "cbowTargetGradient", [dz, h], target_gradient(dz, h)
        yield name, "cbowContextGradient", [dz, U], context_gradient(dz, U)
        yield name, "cbowSumGradient", [context, dh, V], table_gradient(total, context, dh, V, D)
        yield name, "cbowMeanGradient", [context, dh, V], table_gradient(mean, context, dh, V, D)
        long = normal(C * D)
        yield name, "cbowConcatenationGradient", [context, long, V], table_gradient(concatenation, context, long, V, D)
        yield name, "cbowGradients", [context, target, p], gradients(context, target, p)
        text = words(2 + C, V)
        for m in (1, 3):
            yield f"{name}, m = {m}", "cbowTextLoss", [text, m, p], text_loss(text, m, W, U)


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
        "script": "cbow.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    text = f'{{"provenance": {json.dumps(provenance)}, "exercise": "cbow", "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
