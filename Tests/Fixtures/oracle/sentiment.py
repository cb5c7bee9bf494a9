"""Independent values for the exercise sentiment: writes sentiment.json beside this file.

Only the forward pass and the loss are written down here, with a bag of words in place of look-ups; gradients come from
automatic differentiation (autograd over NumPy, float64).

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python sentiment.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad

SEED = 20130116
FIELDS = ("E", "W", "b")


def bag(words, V):
    """How large a part of the review each word of the vocabulary is."""
    return numpy.bincount(numpy.array(words), minlength=V) / len(words)


def scores(words, p):
    return np.dot(p["W"], np.dot(bag(words, p["E"].shape[0]), p["E"])) + p["b"]


def cross_entropy(z, label):
    shifted = z - np.max(z)
    return np.log(np.sum(np.exp(shifted))) - shifted[label]


def loss(words, label, p):
    return cross_entropy(scores(words, p), label)


def gradients(words, label, p):
    blocks = [p[name] for name in FIELDS]
    total = lambda *blocks: loss(words, label, dict(zip(FIELDS, blocks)))
    return {"d" + name: grad(total, k)(*blocks) for k, name in enumerate(FIELDS)}


def step(words, label, p, rate, frozen):
    g = gradients(words, label, p)
    return {name: p[name] if frozen and name == "E" else p[name] - rate * g["d" + name] for name in FIELDS}


def epoch(reviews, labels, p, rate, frozen):
    for words, label in zip(reviews, labels):
        p = step(words, label, p, rate, frozen)
    return p


rng = numpy.random.default_rng(SEED)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def indices(n, below):
    return [int(w) for w in rng.integers(0, below, n)]


def parameters(V, D, C):
    return {"E": normal(V, D), "W": normal(C, D), "b": normal(C)}


# Name, T, V, D, C.
SHAPES = (
    ("smallest", 1, 2, 1, 2),
    ("one word", 1, 5, 3, 2),
    ("one dimension", 4, 3, 1, 3),
    ("five stars", 6, 8, 3, 5),
    ("repeated words", 7, 2, 4, 2),
    ("more dimensions than words", 3, 3, 7, 2),
    ("fifty words", 50, 6, 3, 2),
)

HAND = {
    "E": numpy.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 1.0]]),
    "W": numpy.array([[1.0, -1.0], [-1.0, 1.0]]),
    "b": numpy.zeros(2),
}


def problems():
    for name, T, V, D, C in SHAPES:
        yield name, indices(T, V), int(rng.integers(0, C)), parameters(V, D, C)
    yield "all the same word", [1, 1, 1], 0, parameters(3, 2, 2)
    extreme = {**parameters(4, 3, 3), "b": numpy.array([1000.0, -1000.0, 999.5])}
    for label in range(3):
        yield f"biases of +-1000, class {label}", [0, 3, 0], label, extreme
    yield "embeddings of +-50", [2, 0, 1], 1, {**parameters(3, 3, 2), "E": 50.0 * numpy.eye(3)}
    yield "two words by hand", [0, 2, 0, 1], 1, HAND


def cases():
    for name, words, label, p in problems():
        V = p["E"].shape[0]
        yield name, "averagedEmbedding", [words, p["E"]], numpy.dot(bag(words, V), p["E"])
        yield name, "sentimentScores", [words, p], scores(words, p)
        yield name, "sentimentLoss", [words, label, p], loss(words, label, p)
        yield name, "sentimentGradients", [words, label, p], gradients(words, label, p)
        for frozen in (True, False):
            mode = "frozen" if frozen else "fine-tuned"
            yield f"{name}, {mode}", "sentimentStep", [words, label, p, 0.25, frozen], step(
                words, label, p, 0.25, frozen
            )
        da, dz = normal(p["E"].shape[1]), normal(len(p["b"]))
        yield name, "averagedEmbeddingGradient", [dz, p["W"]], grad(lambda a: np.dot(dz, np.dot(p["W"], a)))(
            numpy.zeros(len(da))
        )
        table = grad(lambda E: np.dot(da, np.dot(bag(words, V), E)))(numpy.zeros((V, len(da))))
        yield name, "sentimentTableGradient", [da, words, V], table
    for name, z in (
        ("two", [0.5, -1.0]),
        ("equal", [2.0, 2.0, 2.0]),
        ("scores of +-1000", [1000.0, -1000.0, 0.0, 999.0]),
    ):
        for label in range(len(z)):
            expected = grad(cross_entropy)(numpy.array(z), label)
            yield f"{name}, class {label}", "sentimentScoreGradient", [z, label], expected
    for name, count, V, D, C in (("one review", 1, 3, 2, 2), ("four reviews", 4, 5, 3, 2), ("nine reviews", 9, 6, 2, 5)):
        reviews = [indices(int(rng.integers(1, 6)), V) for _ in range(count)]
        labels, p = indices(count, C), parameters(V, D, C)
        for frozen in (True, False):
            mode = "frozen" if frozen else "fine-tuned"
            yield f"{name}, {mode}", "sentimentEpoch", [reviews, labels, p, 0.3, frozen], epoch(
                reviews, labels, p, 0.3, frozen
            )


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
        "script": "sentiment.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
        "seed": SEED,
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "sentiment", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
