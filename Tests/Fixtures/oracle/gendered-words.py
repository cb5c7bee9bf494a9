"""Independent values for the exercise gendered-words: writes gendered-words.json beside this file.

Only the scores and the loss are written down here, the loss as a softplus of signed scores; gradients come from automatic
differentiation (autograd over NumPy, float64).

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python gendered-words.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad

SEED = 20190609


def scores(E, w, b):
    return np.dot(E, w) + b


def loss(s, y):
    signs = 1.0 - 2.0 * numpy.array(y)
    return np.mean(np.logaddexp(0.0, signs * s))


def gradients(E, y, p):
    total = lambda w, b: loss(scores(E, w, b), y)
    w, b = p["w"], float(p["b"])
    return {"dw": grad(total, 0)(w, b), "db": grad(total, 1)(w, b)}


def trained(E, y, p, rate, steps):
    for _ in range(steps):
        g = gradients(E, y, p)
        p = {"w": p["w"] - rate * g["dw"], "b": p["b"] - rate * g["db"]}
    return p


def gendered(E, p, threshold):
    """The odds decide, not the probability."""
    odds = numpy.exp(scores(E, p["w"], p["b"]))
    return [int(row) for row in numpy.flatnonzero(odds * (1 - threshold) > threshold)]


rng = numpy.random.default_rng(SEED)


def normal(*shape):
    return numpy.round(rng.standard_normal(shape), 4)


def labels(count):
    return [int(label) for label in rng.integers(0, 2, count)]


SHAPES = (("smallest", 1, 1), ("one word", 1, 4), ("one dimension", 5, 1), ("few", 4, 3), ("many words", 30, 5))


def problems():
    for name, V, D in SHAPES:
        yield name, normal(V, D), labels(V), {"w": normal(D), "b": float(normal())}
    yield "all gendered", normal(4, 2), [1] * 4, {"w": normal(2), "b": 0.5}
    yield "all neutral", normal(4, 2), [0] * 4, {"w": normal(2), "b": -0.5}
    yield "vectors of +-50", 50.0 * numpy.sign(normal(4, 3)), [0, 1, 1, 0], {"w": normal(3), "b": 1.0}
    lesson = numpy.array([[1.0, 1.0], [-1.0, 1.0], [0.5, -1.0], [0.0, -1.0]])
    yield "the lesson's four words", lesson, [1, 1, 0, 0], {"w": numpy.zeros(2), "b": 0.0}


def cases():
    for name, E, y, p in problems():
        s = scores(E, p["w"], p["b"])
        yield name, "wordScores", [E, p], s
        yield name, "genderLoss", [s, y], loss(s, y)
        yield name, "genderScoreGradient", [s, y], grad(loss)(s, y)
        yield name, "genderGradients", [E, y, p], gradients(E, y, p)
        for steps in (0, 1, 3, 20):
            yield f"{name}, {steps} steps", "trainedGenderClassifier", [E, y, p, 0.5, steps], trained(
                E, y, p, 0.5, steps
            )
        for threshold in (0.5, 0.25, 0.9):
            if numpy.abs(s).max() < 30:
                yield f"{name}, above {threshold}", "genderedWords", [E, p, threshold], gendered(E, p, threshold)
    extremes = numpy.array([1000.0, -1000.0, 0.0, 40.0, -40.0])
    for y in ([1, 0, 1, 1, 0], [0, 1, 0, 0, 1]):
        yield f"scores of +-1000, {y}", "genderLoss", [extremes, y], loss(extremes, y)
        yield f"scores of +-1000, {y}", "genderScoreGradient", [extremes, y], grad(loss)(extremes, y)
    even = {"w": numpy.array([1.0, -1.0]), "b": 0.0}
    yield "one at the threshold", "genderedWords", [numpy.array([[2.0, 2.0], [2.0, 1.0]]), even, 0.5], [1]
    yield "none", "genderedWords", [numpy.array([[1.0, 2.0], [0.0, 1.0]]), even, 0.5], []


def plain(value):
    """Turns arrays into lists, and NumPy's numbers into Python's; refuses what is not finite."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, (bool, int)):
        return value
    array = numpy.asarray(value, dtype=numpy.float64)
    if not numpy.isfinite(array).all():
        raise ValueError("not finite")
    return (array + 0.0).tolist()


def main():
    provenance = {
        "script": "gendered-words.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
        "seed": SEED,
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "gendered-words", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
