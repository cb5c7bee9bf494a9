"""Independent values for the exercise sequence-loss: writes sequence-loss.json beside this file.

Only the losses are written down here; their gradient comes from automatic differentiation (autograd over NumPy, float64).

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python sequence-loss.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad


def log_softmax(z):
    shifted = z - np.max(z)
    return shifted - np.log(np.sum(np.exp(shifted)))


def step_loss(z, y):
    return -np.dot(numpy.eye(len(z))[y], log_softmax(z))


def mean_step_loss(z, y):
    return sum(step_loss(z[t], y[t]) for t in range(len(y))) / len(y)


def batch_loss(z, y):
    N, T = len(y), len(y[0])
    return sum(step_loss(z[i][t], y[i][t]) for i in range(N) for t in range(T)) / (N * T)


def padded_loss(z, y, pad):
    losses = [step_loss(z[i][t], y[i][t]) for i in range(len(y)) for t in range(len(y[i])) if y[i][t] != pad]
    return sum(losses) / len(losses)


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(20240222)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def words(*shape, V):
    return rng.integers(0, V, shape).tolist()


def batches():
    """Yields name, scores of shape (N, T, V) and right words of shape (N, T)."""
    shapes = (
        ("smallest", 1, 1, 2),
        ("one sequence", 1, 4, 3),
        ("one step", 3, 1, 3),
        ("two words", 2, 3, 2),
        ("three sequences", 3, 2, 4),
        ("many words", 2, 5, 9),
        ("fifty steps", 2, 50, 3),
    )
    for name, N, T, V in shapes:
        yield name, normal(N, T, V), words(N, T, V=V)
    yield "equal scores", numpy.zeros((2, 3, 4)), words(2, 3, V=4)
    extreme = numpy.array([1000.0, -1000.0, 0.0, 1000.0])
    yield "scores of +-1000", numpy.stack([[extreme] * 4, [-extreme] * 4]), [[0, 1, 2, 3], [3, 2, 1, 0]]
    yield "all scores 1000", numpy.full((1, 2, 3), 1000.0), [[0, 2]]
    yield "all scores -1000", numpy.full((2, 1, 3), -1000.0), [[1], [2]]
    yield "repeated words", normal(2, 4, 3), [[1, 1, 1, 1], [2, 1, 2, 1]]


def cases():
    sentences = (("two words", [4, 7]), ("a sentence", [0, 3, 1, 2, 5]), ("repeated words", [1, 1, 2, 1, 1]))
    for name, sentence in sentences:
        pairs = list(zip(sentence, sentence[1:]))
        yield name, "trainingPair", [sentence], {"inputs": [p[0] for p in pairs], "targets": [p[1] for p in pairs]}

    for name, z, y in list(batches()):
        yield name, "stepLoss", [z[0][0], y[0][0]], step_loss(z[0][0], y[0][0])
        yield name, "meanStepLoss", [z[-1], y[-1]], mean_step_loss(z[-1], y[-1])
        yield name, "batchLoss", [z, y], batch_loss(z, y)
        yield name, "batchScoreGradients", [z, y], grad(lambda scores: batch_loss(scores, y))(z)
        yield name + ", no padding", "paddedLoss", [z, y, z.shape[2]], padded_loss(z, y, z.shape[2])

    for N, T, V in ((1, 3, 3), (2, 4, 3), (4, 5, 6)):
        z, y, pad = normal(N, T, V), words(N, T, V=V - 1), V - 1
        for i in range(N):
            for t in range(1 if i == 0 else int(rng.integers(0, T + 1)), T):
                y[i][t] = pad
        yield f"padding, N = {N}, T = {T}", "paddedLoss", [z, y, pad], padded_loss(z, y, pad)
    z = numpy.array([[[1000.0, -1000.0, 0.0], [-1000.0, 1000.0, 0.0]]])
    yield "padding with scores of +-1000", "paddedLoss", [z, [[1, 2]], 2], padded_loss(z, [[1, 2]], 2)


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
        "script": "sequence-loss.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "sequence-loss", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
