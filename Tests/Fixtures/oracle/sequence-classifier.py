"""Independent values for the exercise sequence-classifier: writes sequence-classifier.json beside this file.

Only the forward pass and the loss are written down here, with one-hot vectors; gradients come from automatic
differentiation (autograd over NumPy, float64).

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python sequence-classifier.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad

FIELDS = ("Wx", "Wh", "bh", "Wy", "by")


def states(letters, h0, p):
    one_hot = numpy.eye(p["Wx"].shape[1])
    h = [h0]
    for letter in letters:
        h.append(np.tanh(np.dot(p["Wh"], h[-1]) + np.dot(p["Wx"], one_hot[letter]) + p["bh"]))
    return h


def scores(letters, h0, p):
    return np.dot(p["Wy"], states(letters, h0, p)[-1]) + p["by"]


def loss(z, label):
    shifted = z - np.max(z)
    return np.log(np.sum(np.exp(shifted))) - shifted[label]


def gradients(letters, label, h0, p):
    blocks = [p[name] for name in FIELDS]
    total = lambda *blocks: loss(scores(letters, h0, dict(zip(FIELDS, blocks))), label)
    return {"d" + name: grad(total, k)(*blocks) for k, name in enumerate(FIELDS)}


def pre_activation_gradients(dh, h, Wh):
    """With h_t = tanh(a_t): the derivative of dh . h_T by a shift of each pre-activation."""
    a = numpy.arctanh(numpy.array(h[1:]))

    def total(shifts):
        # The pre-activations are a_t where nothing is shifted; a shift runs on through Wh.
        change = np.zeros(len(dh))
        for t in range(len(a)):
            state = np.tanh(a[t] + shifts[t] + np.dot(Wh, change))
            change = state - np.tanh(a[t])
        return np.dot(dh, state)

    return grad(total)(numpy.zeros_like(a))


def letter_weight_gradient(da, letters, D):
    """The derivative of sum_t da_t . (Wx x_t), which is linear in Wx."""
    one_hot = numpy.eye(D)
    total = lambda Wx: sum(np.dot(d, np.dot(Wx, one_hot[letter])) for d, letter in zip(da, letters))
    return grad(total)(numpy.zeros((len(da[0]), D)))


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(20240222)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def indices(n, below):
    return [int(w) for w in rng.integers(0, below, n)]


def parameters(H, D, C, scale=0.7):
    shapes = ((H, D), (H, H), (H,), (C, H), (C,))
    return {name: normal(*shape, scale=scale) for name, shape in zip(FIELDS, shapes)}


# Name, T, H, D, C.
SHAPES = (
    ("smallest", 1, 1, 1, 2),
    ("one letter", 1, 3, 4, 2),
    ("one unit", 4, 1, 3, 2),
    ("two classes", 5, 3, 4, 2),
    ("many classes", 4, 2, 3, 6),
    ("a wide state", 3, 6, 4, 3),
    ("repeated letters", 8, 3, 2, 4),
    ("fifty letters", 50, 3, 5, 2),
)


def names():
    """Yields name, letters, label, h0 and parameters."""
    for name, T, H, D, C in SHAPES:
        yield name, indices(T, D), int(rng.integers(0, C)), normal(H, scale=0.5), parameters(H, D, C)
    extreme = {**parameters(3, 4, 3), "by": numpy.array([1000.0, -1000.0, 999.5])}
    for label in range(3):
        yield f"scores of +-1000, class {label}", [0, 3, 0], label, normal(3), extreme
    yield "weights of +-50", [1, 0, 2], 1, normal(3), {**parameters(3, 3, 2), "Wx": 50.0 * numpy.eye(3)}
    example = {
        "Wx": numpy.array([[1.0, -1.0]]),
        "Wh": numpy.array([[0.5]]),
        "bh": numpy.zeros(1),
        "Wy": numpy.array([[1.0], [-1.0]]),
        "by": numpy.zeros(2),
    }
    yield "the lesson's aba", [0, 1, 0], 1, numpy.zeros(1), example
    yield "the lesson's aab", [0, 0, 1], 1, numpy.zeros(1), example


def cases():
    for name, letters, label, h0, p in names():
        h, z = states(letters, h0, p), scores(letters, h0, p)
        yield name, "letterStates", [letters, h0, p], h
        yield name, "classScores", [letters, h0, p], z
        yield name, "classifierGradients", [letters, label, h0, p], gradients(letters, label, h0, p)
        yield name, "layerOutput", [h, True], h[1:]
        yield name, "layerOutput", [h, False], h[-1:]
    for name, z in (
        ("two", [0.5, -1.0]),
        ("equal", [2.0, 2.0, 2.0]),
        ("scores of +-1000", [1000.0, -1000.0, 0.0, 999.0]),
    ):
        for label in range(len(z)):
            yield f"{name}, class {label}", "classLoss", [z, label], loss(numpy.array(z), label)
            yield f"{name}, class {label}", "classScoreGradient", [z, label], grad(loss)(numpy.array(z), label)
    for name, T, H, D, C in SHAPES:
        dz, Wy = normal(C), normal(C, H)
        yield name, "lastStateGradient", [dz, Wy], grad(lambda h: np.dot(dz, np.dot(Wy, h)))(numpy.zeros(H))
        dh, Wh = normal(H), normal(H, H, scale=0.7)
        h = [numpy.round(numpy.tanh(normal(H)), 4) for _ in range(T + 1)]
        yield name, "letterPreActivationGradients", [dh, h, Wh], pre_activation_gradients(dh, h, Wh)
        da, letters = [normal(H) for _ in range(T)], indices(T, D)
        yield name, "letterWeightGradient", [da, letters, D], letter_weight_gradient(da, letters, D)


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
        "script": "sequence-classifier.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "sequence-classifier", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
