"""Independent values for the exercise softmax-versus-sampling.

Losses are plain NumPy in float64, gradients automatic differentiation of those losses; no gradient is
derived by hand.
The script writes softmax-versus-sampling.json beside itself, byte for byte the same each time. To run it:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python softmax-versus-sampling.py
"""

import importlib.metadata
import json
import pathlib
import platform

import autograd.numpy as np
import numpy
from autograd import grad
from autograd.tracer import getval

EXERCISE = "softmax-versus-sampling"


def log_sum_exp(z):
    largest = numpy.max(getval(z))  # a constant: the result does not depend on it
    return largest + np.log(np.sum(np.exp(z - largest)))


def log_sigmoid(z):
    return -np.logaddexp(0.0, -z)


def softmax_loss(v, U, target):
    z = np.dot(U, v)
    return log_sum_exp(z - z[target])


def sampling_loss(v, U, target, negatives):
    total = -log_sigmoid(np.dot(U[target], v))
    if len(negatives) > 0:
        total = total - np.sum(log_sigmoid(-np.dot(U[numpy.array(negatives)], v)))
    return total


def softmax_gradients(v, U, target):
    return {
        "dv": grad(softmax_loss, 0)(v, U, target).tolist(),
        "dU": grad(softmax_loss, 1)(v, U, target).tolist(),
    }


def sampling_gradients(v, U, target, negatives):
    """The dense gradient of the whole table, cut down to the distinct rows in order of first appearance."""
    dense = grad(sampling_loss, 1)(v, U, target, negatives)
    rows = list(dict.fromkeys([target, *negatives]))
    untouched = numpy.delete(dense, rows, axis=0)
    assert not numpy.any(untouched)
    return {
        "dv": grad(sampling_loss, 0)(v, U, target, negatives).tolist(),
        "dU": [{"row": row, "gradient": dense[row].tolist()} for row in rows],
    }


cases = []


def add(name, v, U, target, negatives):
    v = numpy.array(v, dtype=numpy.float64)
    U = numpy.array(U, dtype=numpy.float64)
    assert target not in negatives
    softmax_arguments = [v.tolist(), U.tolist(), target]
    sampling_arguments = softmax_arguments + [negatives]
    for function, arguments, expected in [
        ("softmaxLoss", softmax_arguments, float(softmax_loss(v, U, target))),
        ("softmaxGradients", softmax_arguments, softmax_gradients(v, U, target)),
        ("samplingLoss", sampling_arguments, float(sampling_loss(v, U, target, negatives))),
        ("samplingGradients", sampling_arguments, sampling_gradients(v, U, target, negatives)),
    ]:
        cases.append({"name": name, "function": function, "arguments": arguments, "expected": expected})


add("lesson example", [1, -1], [[1, 0], [0, 1], [1, 1]], 0, [2, 2])
add("D = 1, V = 2", [2], [[1], [-0.5]], 1, [0])
add("V = 2, one negative thrice", [1, 0.5, -1], [[0.5, 0, 1], [1, -1, 2]], 0, [1, 1, 1])
add("no negatives", [0.5, 2], [[1, 0], [0, 1], [-1, 1]], 2, [])
add("repeats apart", [0.3, -0.7], [[1, 2], [0.5, -1], [-2, 0.25], [0, 1], [1, 1]], 3, [4, 1, 4, 0, 1, 4])
add("descending negatives", [1, 2, 3], [[0.1, 0.2, 0.3], [0.4, -0.5, 0.6], [-0.7, 0.8, 0.9], [1, 0, -1]], 1, [3, 2, 0])
add("zero centre", [0, 0], [[1, 2], [3, 4], [5, 6]], 2, [0, 1])
add("zero table", [1, 2], [[0, 0], [0, 0], [0, 0], [0, 0]], 0, [3, 1])
add("entries of +-50", [50, -50], [[50, -50], [-50, 50], [50, 50], [-50, -50], [1, 0]], 2, [3, 4, 3])
add("scores of +-1000, target low", [1000], [[-1], [1], [0]], 0, [1, 2])
add("scores of +-1000, target high", [1000], [[-1], [1], [0]], 1, [0, 2])
add("scores of +-1000, target high, negative high", [10, 10], [[50, 50], [50, 50], [-50, -50]], 0, [1, 2, 1])
add("all scores 1000", [1000], [[1], [1], [1]], 1, [0, 2])
add("all scores -1000", [1000], [[-1], [-1], [-1]], 1, [0, 2])

random = numpy.random.default_rng(20240222)
sizes = [(2, 1, 1), (2, 5, 4), (3, 7, 2), (5, 3, 6), (8, 4, 5), (10, 10, 12), (12, 1, 5), (20, 6, 15), (50, 8, 10)]
for index, (V, D, K) in enumerate(sizes + [(200, 3, 20)]):
    scale = [1.0, 0.5, 3.0][index % 3]
    v = numpy.round(scale * random.normal(size=D), 3)
    U = numpy.round(scale * random.normal(size=(V, D)), 3)
    target = int(random.integers(V))
    others = [word for word in range(V) if word != target]
    negatives = [int(word) for word in random.choice(others, size=K)]
    add(f"random {index + 1}: V = {V}, D = {D}, K = {K}", v, U, target, negatives)

provenance = {
    "script": f"{EXERCISE}.py",
    "python": platform.python_version(),
    "numpy": numpy.__version__,
    "autograd": importlib.metadata.version("autograd"),
    "seed": 20240222,
}
text = (
    f'{{"provenance": {json.dumps(provenance)}, "exercise": {json.dumps(EXERCISE)}, "cases": [\n'
    + ",\n".join(json.dumps(case, allow_nan=False) for case in cases)
    + "\n]}\n"
)
pathlib.Path(__file__).with_suffix(".json").write_text(text)
