"""Independent values for the exercise jacobian-product: writes jacobian-product.json beside this file.

Jacobians and carried gradients come from automatic differentiation (autograd over NumPy, float64) of the forward cell,
whose states are computed here from random inputs. Power iterations come from an eigendecomposition of A^T A: after n
steps the part along an eigenvector with the eigenvalue l has been multiplied by l^n. Norms come from NumPy's singular
values.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python jacobian-product.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad, jacobian

rng = numpy.random.default_rng(19940301)
cases = []


def plain(value):
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, int):
        return value
    array = numpy.asarray(value, dtype=numpy.float64)
    if not numpy.isfinite(array).all():
        raise ValueError("not finite")
    return (array + 0.0).tolist()


def case(name, function, arguments, expected):
    cases.append({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def step(W, u, h):
    """One step of the cell; u is what input and bias add."""
    return np.tanh(np.dot(W, h) + u)


def run(W, us, h):
    for u in us:
        h = step(W, u, h)
    return h


def states(W, us, h0):
    return [run(W, us[:t], h0) for t in range(len(us) + 1)]


def steps_of_power_iteration(A, v, n):
    """The vector of length 1 after n steps; zeros where A^T A takes it to zero."""
    values, vectors = numpy.linalg.eigh(A.T @ A)
    if values[-1] <= 0:
        return v / numpy.linalg.norm(v) if n == 0 else numpy.zeros(len(v))
    parts = (vectors.T @ v) * (numpy.maximum(values, 0) / values[-1]) ** n
    return vectors @ (parts / numpy.linalg.norm(parts))


# Name, H, T, k, t, scale of the inputs.
STRETCHES = (
    ("smallest", 1, 1, 0, 1, 1.0),
    ("one step of three units", 3, 2, 1, 2, 1.0),
    ("two steps", 2, 2, 0, 2, 1.0),
    ("the middle", 4, 6, 2, 5, 1.0),
    ("no step", 3, 3, 2, 2, 1.0),
    ("no step at the start", 2, 1, 0, 0, 1.0),
    ("all steps", 5, 6, 0, 6, 0.5),
    ("nearly saturated", 3, 4, 0, 3, 5.0),
    ("saturated", 3, 4, 1, 4, 60.0),
    ("fifty steps", 3, 50, 0, 50, 0.3),
)

for name, H, T, k, t, scale in STRETCHES:
    W = normal(H, H, scale=0.8 if T < 50 else 1.0)
    us = [normal(H, scale=scale) for _ in range(T)]
    h = states(W, us, normal(H, scale=0.5))
    at, between = h[k], us[k:t]
    case(name, "jacobianProduct", [W, h, k, t], jacobian(lambda x: run(W, between, x) + 0 * x)(at))
    dht = normal(H)
    case(name, "carriedGradient", [dht, W, h, k, t], grad(lambda x: np.dot(dht, run(W, between, x)))(at))
    case(name, "stepJacobian", [W, h[1]], jacobian(lambda x: step(W, us[0], x))(h[0]))
    diagonal = numpy.diag(jacobian(np.tanh)(numpy.dot(W, h[0]) + us[0]))
    case(name, "slopeNorm", [h[1]], numpy.linalg.norm(numpy.diag(diagonal), 2))
    w, numbers = normal(1, 1), [normal(1, scale=scale) for _ in range(T)]
    chain = states(w, numbers, normal(1, scale=0.5))
    slope = jacobian(lambda x: run(w, numbers[k:t], x) + 0 * x)(chain[k])[0, 0]
    case(name, "scalarJacobian", [w[0, 0], [x[0] for x in chain], k, t], slope)

lesson = numpy.array([[1.0, 1.0], [0.0, 0.5]])
lesson_states = [numpy.zeros(2), numpy.array([0.6, 0.8]), numpy.array([0.0, 0.5])]
inputs = [numpy.arctanh(b) - lesson @ a for a, b in zip(lesson_states, lesson_states[1:])]
case("the lesson's", "jacobianProduct", [lesson, lesson_states, 0, 2],
     jacobian(lambda x: run(lesson, inputs, x))(lesson_states[0]))
case("the lesson's", "stepJacobian", [lesson, lesson_states[1]],
     jacobian(lambda x: step(lesson, inputs[0], x))(lesson_states[0]))

for name, H, n in (("one unit", 1, 3), ("two", 2, 1), ("three", 3, 4), ("none", 4, 0), ("six", 6, 12), ("many", 5, 60)):
    A, v = normal(H, H), normal(H)
    after = steps_of_power_iteration(A, v, n)
    case(f"{name} steps", "powerIteration", [A, v, n], after)
    case(name, "powerStep", [A, v], steps_of_power_iteration(A, v, 1))
    case(f"{name} steps, large", "powerIteration", [1000 * A, 50 * v, n], after)
    right = numpy.linalg.svd(A)[2][0]
    case(name, "spectralNorm", [A, right], numpy.linalg.norm(A, 2))
    case(f"{name}, long vector", "powerStep", [A, 100 * v], steps_of_power_iteration(A, v, 1))
for name, A in (
    ("the lesson's matrix", lesson),
    ("nilpotent", numpy.array([[0.0, 2.0], [0.0, 0.0]])),
    ("a rotation", numpy.array([[0.6, -0.8], [0.8, 0.6]])),
    ("a gap", numpy.diag([4.0, 2.0, 1.0]) @ normal(3, 3)),
    ("rank one", numpy.outer([1.0, 2.0, -1.0], [0.5, 1.0, 1.0])),
):
    right = numpy.linalg.svd(A)[2][0]
    case(name, "spectralNorm", [A, right], numpy.linalg.norm(A, 2))
    if name != "a rotation":
        case(f"{name}, to the end", "powerIteration", [A, right + 0.01, 600], right)
zeros = numpy.zeros((2, 2))
case("zeros", "powerStep", [zeros, numpy.ones(2)], numpy.zeros(2))
case("zeros, no step", "powerIteration", [zeros, numpy.array([3.0, -4.0]), 0], numpy.array([0.6, -0.8]))
case("zeros, some steps", "powerIteration", [zeros, numpy.ones(2), 5], numpy.zeros(2))
case("zeros", "spectralNorm", [zeros, numpy.array([0.6, 0.8])], 0.0)

for betaW, betaH, k, t in ((1.5, 1.0, 0, 1), (0.5, 0.25, 2, 7), (3.0, 0.9, 4, 4), (1.1, 0.75, 0, 50), (40.0, 1.0, 1, 6)):
    case(f"{betaW}, {betaH}, {t - k} steps", "jacobianBound", [betaW, betaH, k, t],
         float(numpy.prod([betaW * betaH] * (t - k))))
case("saturated", "slopeNorm", [numpy.array([1.0, -1.0])], 0.0)
case("at zero", "slopeNorm", [numpy.array([1.0, 0.0, -0.5])], 1.0)

provenance = {
    "script": "jacobian-product.py",
    "python": platform.python_version(),
    "numpy": version("numpy"),
    "autograd": version("autograd"),
}
lines = ",\n".join(json.dumps(entry, allow_nan=False) for entry in cases)
text = f'{{"provenance": {json.dumps(provenance)}, "exercise": "jacobian-product", "cases": [\n{lines}\n]}}\n'
pathlib.Path(__file__).with_suffix(".json").write_text(text)
