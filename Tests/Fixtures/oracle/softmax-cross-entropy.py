"""Independent values for the exercise softmax-cross-entropy: writes softmax-cross-entropy.json beside this file.

Only forward formulas are written down here, in 60 digits of Python's decimal arithmetic, where nothing overflows and no
digit is lost; every derivative comes from automatic differentiation (autograd over NumPy, float64).

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python softmax-cross-entropy.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from decimal import Decimal, getcontext
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad, jacobian

getcontext().prec = 60
getcontext().Emin = -10**9
getcontext().Emax = 10**9


# In many digits.


def powers(z):
    return [Decimal(float(score)).exp() for score in z]


def shifted(z):
    largest = max(Decimal(float(score)) for score in z)
    return [float(Decimal(float(score)) - largest) for score in z]


def probabilities(z):
    weights = powers(z)
    return [float(weight / sum(weights)) for weight in weights]


def log_normaliser(z):
    return float(sum(powers(z)).ln())


def log_probabilities(z):
    weights = powers(z)
    return [float((weight / sum(weights)).ln()) for weight in weights]


def cross_entropy(z, y):
    weights = powers(z)
    return float(-sum(Decimal(float(share)) * (w / sum(weights)).ln() for share, w in zip(y, weights)))


def word_loss(z, target):
    weights = powers(z)
    return float(-(weights[target] / sum(weights)).ln())


def mean_word_loss(Z, targets):
    return float(sum(Decimal(word_loss(z, target)) for z, target in zip(Z, targets)) / len(targets))


# Differentiated by autograd.


def log_softmax(z):
    moved = z - np.max(z)
    return moved - np.log(np.sum(np.exp(moved)))


def softmax_jacobian(z):
    return jacobian(lambda scores: np.exp(log_softmax(scores)))(z)


def cross_entropy_gradient(z, y):
    return grad(lambda scores: -np.dot(y, log_softmax(scores)))(z)


def mean_word_loss_gradient(Z, targets):
    return grad(lambda scores: -sum(log_softmax(scores[t])[w] for t, w in enumerate(targets)) / len(targets))(Z)


# The inputs.

rng = numpy.random.default_rng(20250601)


def normal(*shape, scale=1.5):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def score_vectors():
    for V in (2, 3, 5, 9):
        yield f"{V} words", normal(V)
    yield "equal scores", numpy.zeros(4)
    yield "the lesson's example", numpy.array([2.0, 1.0, 0.0])
    yield "scores of +-1000", numpy.array([1000.0, -1000.0, 0.0, 1000.0])
    yield "all scores 1000", numpy.full(3, 1000.0)
    yield "all scores -1000", numpy.full(3, -1000.0)
    yield "800 apart", numpy.array([400.0, -400.0])
    yield "40 apart", numpy.array([-20.0, 20.0, 19.0])


def targets_for(z):
    V = len(z)
    yield "first word", numpy.eye(V)[0]
    yield "last word", numpy.eye(V)[V - 1]
    yield "all alike", numpy.full(V, 1.0) / V
    if V == 4:
        yield "mixed", numpy.array([0.5, 0.25, 0.25, 0.0])


def cases():
    vectors = list(score_vectors())
    for name, z in vectors:
        yield name, "shiftedScores", [z], shifted(z)
        yield name, "wordProbabilities", [z], probabilities(z)
        yield name, "logNormaliser", [z], log_normaliser(z)
        yield name, "logWordProbabilities", [z], log_probabilities(z)
        yield name, "softmaxJacobian", [z], softmax_jacobian(z)
        for what, y in targets_for(z):
            yield f"{name}, {what}", "crossEntropy", [z, y], cross_entropy(z, y)
            yield f"{name}, {what}", "crossEntropyGradient", [z, y], cross_entropy_gradient(z, y)
        for target in range(len(z)):
            yield f"{name}, word {target}", "wordLoss", [z, target], word_loss(z, target)
    for T, V in ((1, 2), (1, 4), (2, 2), (3, 5), (5, 3), (50, 4)):
        Z, targets = normal(T, V), [int(w) for w in rng.integers(0, V, T)]
        yield f"T = {T}, V = {V}", "meanWordLoss", [Z, targets], mean_word_loss(Z, targets)
        yield f"T = {T}, V = {V}", "meanWordLossGradient", [Z, targets], mean_word_loss_gradient(Z, targets)
    Z, targets = numpy.array([[1000.0, -1000.0], [-1000.0, 1000.0], [0.0, 0.0]]), [1, 1, 0]
    yield "scores of +-1000", "meanWordLoss", [Z, targets], mean_word_loss(Z, targets)
    yield "scores of +-1000", "meanWordLossGradient", [Z, targets], mean_word_loss_gradient(Z, targets)


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
    provenance = {
        "script": "softmax-cross-entropy.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "softmax-cross-entropy", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
