"""Independent values for the exercise glove-training-step: writes glove-training-step.json beside this file.

Only the loss of a pair is written down here, over whole tables; all gradients come from automatic differentiation
(autograd over NumPy, float64), and AdaGrad runs over the whole tables, where the gradients are almost all zeros.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python glove-training-step.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad

SEED = 20141025
FIELDS = ("W", "C", "b", "c")


def weight(x, settings):
    return 1.0 if x >= settings["xMax"] else (x / settings["xMax"]) ** settings["alpha"]


def loss(w, c, word_bias, context_bias, x, settings):
    return weight(x, settings) * (np.dot(w, c) + word_bias + context_bias - numpy.log(x)) ** 2


def pair_gradients(w, c, word_bias, context_bias, x, settings):
    dw, dc, db, db2 = [grad(loss, k)(w, c, word_bias, context_bias, x, settings) for k in range(4)]
    assert db == db2
    return {"dw": dw, "dc": dc, "db": db}


def table_loss(W, C, b, c, pair, settings):
    i, j = pair["word"], pair["context"]
    return loss(W[i], C[j], b[i], c[j], pair["count"], settings)


def trained(training, pairs, settings):
    p, G = (dict(training[name]) for name in ("p", "G"))
    for pair in pairs:
        blocks = [p[name] for name in FIELDS]
        gradients = [grad(table_loss, k)(*blocks, pair, settings) for k in range(4)]
        for name, g in zip(FIELDS, gradients):
            G[name] = G[name] + g * g
            p[name] = p[name] - settings["rate"] * g * G[name] ** -0.5
    return {"p": p, "G": G}


rng = numpy.random.default_rng(SEED)


def normal(*shape):
    return numpy.round(rng.standard_normal(shape), 4)


def sums(*shape):
    return numpy.round(rng.uniform(0.01, 10.0, shape), 4)


def tables(make, V, D):
    return {"W": make(V, D), "C": make(V, D), "b": make(V), "c": make(V)}


def counted(number, V):
    return [
        {
            "word": int(rng.integers(0, V)),
            "context": int(rng.integers(0, V)),
            "count": float(numpy.round(rng.uniform(0.1, 150.0), 2)),
        }
        for _ in range(number)
    ]


USUAL = {"xMax": 100.0, "alpha": 0.75, "rate": 0.05}
OTHER = {"xMax": 10.0, "alpha": 0.5, "rate": 0.2}

# The lesson's example.
EXAMPLE = {
    "p": {
        "W": numpy.array([[1.0, 0.0], [1.0, 1.0]]),
        "C": numpy.array([[1.0, 0.0], [0.0, 2.0]]),
        "b": numpy.array([0.5, 0.0]),
        "c": numpy.array([0.0, 0.5]),
    },
    "G": tables(lambda *shape: numpy.ones(shape), 2, 2),
}
EXAMPLE_PAIRS = [
    {"word": 0, "context": 1, "count": 1.0},
    {"word": 1, "context": 0, "count": 1.0},
    {"word": 1, "context": 1, "count": 16.0},
]
EXAMPLE_SETTINGS = {"xMax": 16.0, "alpha": 0.75, "rate": 0.05}


def cases():
    for name, X in (
        ("the lesson's counts", [[0.0, 1.0], [1.0, 16.0]]),
        ("nothing", [[0.0, 0.0], [0.0, 0.0]]),
        ("one pair", [[3.0]]),
        ("not symmetric", [[0.0, 0.5, 2.0], [0.0, 0.0, 0.0], [7.0, 0.0, 1e-3]]),
        ("more contexts than words", [[0.0, 1.0, 0.0, 4.0], [5.0, 0.0, 6.0, 0.0]]),
    ):
        pairs = [
            {"word": i, "context": j, "count": X[i][j]} for i in range(len(X)) for j in range(len(X[0])) if X[i][j] != 0
        ]
        yield name, "countedPairs", [X], pairs
    for name, D, x in (
        ("one dimension", 1, 4.0),
        ("below the cap", 3, 12.5),
        ("at the cap", 2, 100.0),
        ("above the cap", 5, 2500.0),
        ("a count below 1", 4, 0.125),
    ):
        for settings in (USUAL, OTHER):
            arguments = [normal(D), normal(D), float(normal()), float(normal()), x, settings]
            yield f"{name}, xMax {settings['xMax']}", "pairGradients", arguments, pair_gradients(*arguments)
    large = [numpy.array([50.0, -50.0]), numpy.array([50.0, 49.0]), 50.0, -50.0, 1e6, USUAL]
    yield "numbers of +-50", "pairGradients", large, pair_gradients(*large)
    for name, D in (("one", 1), ("three", 3), ("twenty", 20)):
        theta, g, G = normal(D), normal(D), sums(D)
        yield name, "adaGradSum", [G, g], G + numpy.power(g, 2)
        yield name, "adaGradStep", [theta, g, G, 0.05], theta - 0.05 * g * G**-0.5
    for index, pair in enumerate(EXAMPLE_PAIRS):
        yield f"the lesson's pair {index}", "trainedOnPair", [EXAMPLE, pair, EXAMPLE_SETTINGS], trained(
            EXAMPLE, [pair], EXAMPLE_SETTINGS
        )
    yield "the lesson's pairs", "trainedOnPairs", [EXAMPLE, EXAMPLE_PAIRS, EXAMPLE_SETTINGS], trained(
        EXAMPLE, EXAMPLE_PAIRS, EXAMPLE_SETTINGS
    )
    for name, V, D, number in (
        ("smallest", 1, 1, 1),
        ("two words", 2, 3, 5),
        ("no pair", 3, 2, 0),
        ("many pairs", 4, 3, 60),
    ):
        for settings in (USUAL, OTHER):
            training = {"p": tables(normal, V, D), "G": tables(sums, V, D)}
            pairs = counted(number, V)
            suffix = f"xMax {settings['xMax']}"
            for pair in pairs[:2]:
                yield f"{name}, {suffix}", "trainedOnPair", [training, pair, settings], trained(
                    training, [pair], settings
                )
            yield f"{name}, {suffix}", "trainedOnPairs", [training, pairs, settings], trained(training, pairs, settings)


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
        "script": "glove-training-step.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
        "seed": SEED,
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "glove-training-step", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
