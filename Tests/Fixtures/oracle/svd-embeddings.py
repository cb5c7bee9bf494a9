"""Independent values for the exercise svd-embeddings: writes svd-embeddings.json beside this file.

Whole decompositions come from LAPACK by way of numpy.linalg.svd, with the signs that a power iteration keeps from its
starts. Single steps are those of a diagonal matrix where there is one, and otherwise powers of X^T X in exact fractions.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python svd-embeddings.py

The generator is seeded: the same versions write the same bytes. The numbers of LAPACK are rounded to 13 digits, as the
last ones differ from processor to processor.
"""

import json
import pathlib
import platform
from decimal import Decimal, getcontext
from fractions import Fraction
from importlib.metadata import version

import numpy

getcontext().prec = 60


def exact(array):
    return [[Fraction(float(x)) for x in row] for row in array]


def times(X, w):
    return [sum(x * y for x, y in zip(row, w)) for row in X]


def unit(w):
    """The vector over its length, from fractions, rounded once."""
    largest = max(abs(x) for x in w)
    scaled = [x / largest for x in w]
    decimals = [Decimal(x.numerator) / Decimal(x.denominator) for x in scaled]
    length = sum(x * x for x in decimals).sqrt()
    return [float(x / length) for x in decimals]


def iterated(X, start, steps):
    X, w = exact(X), [Fraction(float(x)) for x in start]
    transposed = [list(column) for column in zip(*X)]
    for _ in range(steps):
        w = times(transposed, times(X, w))
    return unit(w)


def without(X, w):
    X, w = exact(X), [Fraction(float(x)) for x in w]
    return [[float(x - along * y) for x, y in zip(row, w)] for row, along in zip(X, times(X, w))]


def rounded(array):
    return numpy.array([float(f"{x:.13g}") for x in numpy.asarray(array).ravel()]).reshape(numpy.shape(array))


def decomposition(X, starts):
    U, s, Wt = numpy.linalg.svd(X, full_matrices=False)
    k = len(starts)
    signs = numpy.array([numpy.sign(start @ w) for start, w in zip(starts, Wt)])
    return (U[:, :k] * s[:k]) * signs, s[:k], Wt[:k] * signs[:, None]


rng = numpy.random.default_rng(20250505)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def planted(V, C, values):
    left = numpy.linalg.qr(rng.standard_normal((V, len(values))))[0]
    right = numpy.linalg.qr(rng.standard_normal((C, len(values))))[0]
    return numpy.round(left * numpy.array(values) @ right.T, 6)


def cases():
    example = numpy.array([[0.0, 2.0, 1.0], [2.0, 0.0, 1.0], [1.0, 1.0, 0.0]])
    small = [("diagonal", numpy.array([[3.0, 0.0], [0.0, 1.0]]), [1.0, 1.0]), ("one entry", numpy.array([[-2.0]]), [-0.5])]
    small += [("symmetric", example, [1.0, 0.5, 2.0]), ("a row", numpy.array([[1.0, 2.0, 2.0]]), [1.0, 0.0, 1.0])]
    small += [("a column", numpy.array([[3.0], [4.0]]), [2.0]), ("tall", normal(5, 2), normal(2)), ("wide", normal(2, 6), normal(6))]
    small += [("large", normal(3, 4, scale=1000), normal(4)), ("small numbers", normal(4, 3, scale=0.01), normal(3))]
    for name, X, start in small:
        start = numpy.array(start)
        yield name, "gramStep", [X, start], iterated(X, start, 1)
        for steps in (0, 1, 3, 12):
            yield f"{name}, {steps} steps", "leadingDirection", [X, start, steps], iterated(X, start, steps)
        w = numpy.array(iterated(X, start, 0))
        yield name, "withoutDirection", [X, w], without(X, w)

    problems = [("two words", numpy.array([[3.0, 1.0], [1.0, 3.0]]), 2), ("rank 1", numpy.array([[1.0, 2.0], [2.0, 4.0]]), 1)]
    problems += [("four words", planted(4, 4, [3, 1.5, 0.5]), 3), ("tall", planted(9, 3, [5, 2, 0.8]), 2)]
    problems += [("wide", planted(3, 8, [2, 1, 0.4]), 3), ("large counts", planted(6, 6, [1000, 400, 150, 60]), 3)]
    for name, X, k in problems:
        starts = list(numpy.abs(normal(k, X.shape[1])) + 0.1)
        E, s, W = decomposition(X, starts)
        W = rounded(W)
        yield name, "contextDirections", [X, starts, 80], list(W)
        yield name, "svdEmbeddings", [X, starts, 80], rounded(E)
        yield name, "singularValues", [X, list(W)], rounded(numpy.linalg.norm(X @ W.T, axis=0))
        yield name, "lowRankMatrix", [X, list(W)], rounded(X @ W.T @ W)
        values = rounded(numpy.linalg.svd(X, compute_uv=False))
        yield name, "keptShare", [values, k], float(rounded(numpy.sum((X @ W.T) ** 2) / numpy.sum(X * X)))
    for V, C, k, steps in ((1, 1, 1, 1), (2, 3, 1, 0), (5, 4, 3, 10), (10000, 10000, 50, 20)):
        yield f"V = {V}", "iterationCost", [V, C, k, steps], sum(V * C + C * V for _ in range(k * steps))


def plain(value):
    """Turns arrays into lists, and NumPy's numbers into Python's; refuses what is not finite."""
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, int):
        return value
    array = numpy.asarray(value, dtype=numpy.float64)
    if not numpy.isfinite(array).all():
        raise ValueError("not finite")
    return (array + 0.0).tolist()


def main():
    provenance = {"script": "svd-embeddings.py", "python": platform.python_version(), "numpy": version("numpy")}
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "svd-embeddings", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
