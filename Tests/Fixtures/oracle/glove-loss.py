"""Independent values for the exercise glove-loss.

The loss is plain NumPy in float64 over the list of non-zero counts, gradients automatic differentiation of it; no
gradient is derived by hand.
The script writes glove-loss.json beside itself, byte for byte the same each time. To run it:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python glove-loss.py
"""

import importlib.metadata
import json
import pathlib
import platform

import autograd.numpy as np
import numpy
from autograd import grad

EXERCISE = "glove-loss"
FIELDS = ("W", "C", "b", "c")


def weight(x, x_max, alpha):
    return numpy.where(x > 0, numpy.minimum(numpy.asarray(x) / x_max, 1.0) ** alpha, 0.0)


def pair_error(w, c, word_bias, context_bias, x):
    return np.sum(w * c, axis=-1) + word_bias + context_bias - numpy.log(x)


def loss(W, C, b, c, X, x_max, alpha):
    i, j = numpy.nonzero(X)
    counts = X[i, j]
    errors = pair_error(W[i], C[j], b[i], c[j], counts)
    return np.sum(weight(counts, x_max, alpha) * errors**2)


cases = []


def add_case(name, function, arguments, expected):
    cases.append({"name": name, "function": function, "arguments": arguments, "expected": expected})


def add(name, X, W, C, b, c, x_max, alpha):
    X, W, C, b, c = (numpy.array(value, dtype=numpy.float64) for value in (X, W, C, b, c))
    x_max, alpha = float(x_max), float(alpha)
    parameters = {field: value.tolist() for field, value in zip(FIELDS, (W, C, b, c))}
    arguments = [X.tolist(), parameters, x_max, alpha]
    add_case(name, "gloveLoss", arguments, float(loss(W, C, b, c, X, x_max, alpha)))
    gradients = {
        "d" + field: grad(loss, position)(W, C, b, c, X, x_max, alpha).tolist()
        for position, field in enumerate(FIELDS)
    }
    add_case(name, "gloveGradients", arguments, gradients)


for x, x_max, alpha in [
    (0, 100, 0.75),
    (1, 100, 0.75),
    (10, 100, 0.75),
    (99, 100, 0.75),
    (100, 100, 0.75),
    (101, 100, 0.75),
    (1000000, 100, 0.75),
    (1, 16, 0.75),
    (0.1, 10, 0.5),
    (5, 10, 1),
    (20, 10, 1),
    (3, 7, 2),
    (0, 1, 1),
    (1e-9, 100, 0.75),
]:
    add_case(
        f"f({x}), xMax = {x_max}, alpha = {alpha}",
        "gloveWeight",
        [float(x), float(x_max), float(alpha)],
        float(weight(float(x), float(x_max), float(alpha))),
    )

random = numpy.random.default_rng(20141025)

for name, w, c, word_bias, context_bias, x in [
    ("count of 1", [1, 0], [0, 2], 0.5, 0.5, 1),
    ("count of 16", [1, 1], [0, 2], 0, 0.5, 16),
    ("D = 1", [3], [-2], 1, -4, 10),
    ("fractional count", [1, 2, 3], [0.5, -0.5, 0.25], -1, 2, 0.1),
    ("large count", [0.1, 0.2], [0.3, 0.4], 0, 0, 1e9),
    ("entries of +-50", [50, -50, 50], [50, 50, -50], 50, -50, 3),
    ("biases of +-1000", [1, 1], [1, 1], 1000, -1000, 2),
    ("prediction of -1000", [-100, 0], [10, 1], 0, 0, 5),
    *[
        (
            f"random, D = {D}",
            numpy.round(random.normal(size=D), 3).tolist(),
            numpy.round(random.normal(size=D), 3).tolist(),
            *numpy.round(random.normal(size=2), 3).tolist(),
            float(numpy.round(random.exponential(30.0), 2)) + 0.01,
        )
        for D in (1, 2, 5, 50)
    ],
]:
    w, c = numpy.array(w, dtype=numpy.float64), numpy.array(c, dtype=numpy.float64)
    numbers = [float(word_bias), float(context_bias), float(x)]
    add_case(name, "glovePairError", [w.tolist(), c.tolist(), *numbers], float(pair_error(w, c, *numbers)))

add("lesson example", [[0, 1], [1, 16]], [[1, 0], [1, 1]], [[1, 0], [0, 2]], [0.5, 0], [0, 0.5], 16, 0.75)
add("V = 2, D = 1", [[2, 3], [1, 0]], [[1], [-1]], [[0.5], [2]], [0.1, 0.2], [-0.3, 0.4], 100, 0.75)
add("V = 1", [[5]], [[1, 2]], [[3, 4]], [0.5], [-0.5], 10, 0.75)
add("all counts 0", [[0, 0], [0, 0]], [[1, 2], [3, 4]], [[5, 6], [7, 8]], [1, 2], [3, 4], 10, 0.75)
add("all counts 1", [[1, 1], [1, 1]], [[1, 2, 0], [3, 4, 1]], [[5, 6, 1], [7, 8, 0]], [1, 2], [3, 4], 10, 0.75)
add("counts from xMax on", [[0, 10], [20, 30]], [[1, 0], [0, 1]], [[1, 1], [1, -1]], [0, 1], [2, 0], 10, 0.75)
three = ([[1, 0], [2, 1], [0, 3]], [[1, 1], [0, 1], [2, 0]], [1, 0, 2], [0, 1, 1], 8, 0.5)
add("one row only", [[0, 0, 0], [2, 5, 9], [0, 0, 0]], *three)
add("one column only", [[0, 2, 0], [0, 5, 0], [0, 9, 0]], *three)
add("all parameters 0", [[0, 3], [7, 0.5]], [[0, 0], [0, 0]], [[0, 0], [0, 0]], [0, 0], [0, 0], 10, 0.75)
large = ([[50, -50], [-50, 50]], [[50, 50], [50, -50]], [50, -50], [-50, 50], 100, 0.75)
add("entries of +-50", [[4, 0], [1, 200]], *large)
add("biases of +-1000", [[4, 0], [1, 200]], [[1, 0], [0, 1]], [[0, 1], [1, 0]], [1000, -1000], [1000, -1000], 100, 0.75)

for index, (V, D) in enumerate([(2, 1), (2, 5), (3, 2), (4, 7), (6, 1), (6, 3), (8, 8), (12, 5), (20, 4), (30, 3)]):
    X = random.poisson(6.0, size=(V, V)) * random.integers(0, 2, size=(V, V)) / 2.0
    X = X * numpy.where(random.random(size=(V, V)) < 0.1, 20.0, 1.0)
    scale = [0.5, 1.0, 2.0][index % 3]
    values = [numpy.round(scale * random.normal(size=shape), 3) for shape in ((V, D), (V, D), V, V)]
    x_max, alpha = [(100, 0.75), (4, 0.75), (10, 0.5), (2, 1)][index % 4]
    add(f"random {index + 1}: V = {V}, D = {D}", X, *values, x_max, alpha)

provenance = {
    "script": f"{EXERCISE}.py",
    "python": platform.python_version(),
    "numpy": numpy.__version__,
    "autograd": importlib.metadata.version("autograd"),
    "seed": 20141025,
}
text = (
    f'{{"provenance": {json.dumps(provenance)}, "exercise": {json.dumps(EXERCISE)}, "cases": [\n'
    + ",\n".join(json.dumps(case, allow_nan=False) for case in cases)
    + "\n]}\n"
)
pathlib.Path(__file__).with_suffix(".json").write_text(text)
