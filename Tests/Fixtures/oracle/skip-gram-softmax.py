"""Independent values for the exercise skip-gram-softmax: writes skip-gram-softmax.json beside this file.

Only forward formulas are written down here; every gradient comes from automatic differentiation (autograd over NumPy,
float64). A function that handles one line of the backward derivation is the vector-Jacobian product of one forward line.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python skip-gram-softmax.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad


def positions(T, m):
    return [(t, s) for t in range(T) for s in range(T) if 0 < abs(t - s) <= m]


def pairs(text, m):
    return [{"centre": text[t], "outside": text[s]} for t, s in positions(len(text), m)]


def log_softmax(z):
    moved = z - np.max(z)
    return moved - np.log(np.sum(np.exp(moved)))


def log_probability(outside, centre, W, U):
    return log_softmax(np.dot(U, W[centre]))[outside]


def objective(text, m, W, U):
    total = 0.0 * np.sum(W)
    for t, s in positions(len(text), m):
        total = total + log_probability(text[s], text[t], W, U)
    return total / len(text)


def loss(text, m, W, U):
    return 0.0 - objective(text, m, W, U)


def score_gradient(z, outside):
    return grad(lambda scores: 0.0 * np.sum(scores) - sum(log_softmax(scores)[o] for o in outside))(z)


def centre_gradient(dz, U):
    return grad(lambda v: np.dot(dz, np.dot(U, v)))(np.zeros(U.shape[1]))


def outside_gradient(dz, v):
    return grad(lambda U: np.dot(dz, np.dot(U, v)))(np.zeros((len(dz), len(v))))


def gradients(text, m, p):
    def total(W, U):
        return loss(text, m, W, U) + 0.0 * np.sum(U)

    return {"dW": grad(total, 0)(p["W"], p["U"]), "dU": grad(total, 1)(p["W"], p["U"])}


rng = numpy.random.default_rng(20250606)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def tables(V, D, scale=1.0):
    return {"W": normal(V, D, scale=scale), "U": normal(V, D, scale=scale)}


def models():
    """Yields name, text, width of the window and tables."""
    for name, text, m, V, D in (
        ("a text of one word", [1], 2, 3, 2),
        ("smallest with a pair", [0, 1], 1, 2, 1),
        ("the same word twice", [1, 1], 1, 2, 3),
        ("three words", [2, 0, 3], 1, 4, 2),
        ("window wider than the text", [2, 0, 3], 9, 4, 3),
        ("repeated centres", [1, 0, 1, 2, 1], 2, 3, 5),
        ("one dimension", [3, 1, 4, 0], 2, 6, 1),
        ("many words", [7, 2, 9, 2, 0, 5, 7, 1], 3, 10, 4),
    ):
        yield name, text, m, tables(V, D)
    p = {"W": numpy.array([[1000.0], [-1000.0], [0.0]]), "U": numpy.array([[1.0], [-1.0], [0.5]])}
    yield "scores of +-1000", [0, 1, 2, 0], 2, p
    yield "scores of +-1000, other pairs", [1, 1, 0], 1, p
    yield "tables of zeros", [1, 2, 0], 1, {"W": numpy.zeros((3, 2)), "U": numpy.zeros((3, 2))}
    example = {"W": numpy.array([[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0]]), "U": numpy.array([[1.0, 1.0], [0.0, 1.0], [1.0, -1.0]])}
    yield "the lesson's example", [0, 1, 2], 1, example


def cases():
    for name, text, m, p in models():
        W, U = p["W"], p["U"]
        V, D = W.shape
        yield name, "skipGramPairs", [text, m], pairs(text, m)
        centre, outside = text[0], text[-1]
        z = U @ W[centre]
        yield name, "skipGramScores", [centre, p], z
        for word in sorted({outside, int(rng.integers(V))}):
            arguments = [word, centre, p]
            yield f"{name}, word {word}", "skipGramLogProbability", arguments, log_probability(word, centre, W, U)
        yield name, "skipGramObjective", [text, m, p], objective(text, m, W, U)
        yield name, "skipGramLoss", [text, m, p], loss(text, m, W, U)
        yield name, "skipGramScoreGradient", [z, text[1:]], score_gradient(z, text[1:])
        dz, v = normal(V), normal(D)
        yield name, "skipGramCentreGradient", [dz, U], centre_gradient(dz, U)
        yield name, "skipGramOutsideGradient", [dz, v], outside_gradient(dz, v)
        yield name, "skipGramGradients", [text, m, p], gradients(text, m, p)


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
        "script": "skip-gram-softmax.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "skip-gram-softmax", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
