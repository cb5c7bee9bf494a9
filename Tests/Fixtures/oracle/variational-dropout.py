"""Independent values for the exercise variational-dropout: writes variational-dropout.json beside this file.

Only the forward formulas and the loss are written down here, with the masks multiplied into the columns of the matrices;
every gradient comes from automatic differentiation (autograd over NumPy, float64).

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python variational-dropout.py

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


def mask(u, keep):
    return numpy.where(u < keep, 1 / keep, 0.0)


def states(x, h0, m, p):
    Wh, Wx = p["Wh"] * m["mh"], p["Wx"] * m["mx"]
    h = [h0]
    for x_t in x:
        h.append(np.tanh(np.dot(Wh, h[-1]) + np.dot(Wx, x_t) + p["bh"]))
    return h


def scores(h, m, p):
    return [np.dot(p["Wy"] * m["my"], h_t) + p["by"] for h_t in h[1:]]


def log_softmax(z):
    shifted = z - np.max(z)
    return shifted - np.log(np.sum(np.exp(shifted)))


def loss(x, y, h0, m, p):
    z = scores(states(x, h0, m, p), m, p)
    return -sum(log_softmax(z_t)[y_t] for z_t, y_t in zip(z, y))


def gradients(x, y, h0, m, p):
    def total(h0, *blocks):
        return loss(x, y, h0, m, dict(zip(FIELDS, blocks)))

    blocks = [p[name] for name in FIELDS]
    dh0, *others = (grad(total, k)(h0, *blocks) for k in range(1 + len(FIELDS)))
    return {**{"d" + name: g for name, g in zip(FIELDS, others)}, "dh0": dh0}


def state_gradient(dz, da_next, m, p):
    def uses(h):
        return np.dot(dz, np.dot(p["Wy"] * m["my"], h)) + np.dot(da_next, np.dot(p["Wh"] * m["mh"], h))

    return grad(uses)(np.zeros(len(da_next)))


def weight_gradient(da, inputs, m):
    at = np.zeros((len(da[0]), len(m)))
    return grad(lambda W: sum(np.dot(d, np.dot(W * m, v)) for d, v in zip(da, inputs)))(at)


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(20160105)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def signs(*shape, size):
    return size * (2.0 * rng.integers(0, 2, shape) - 1)


def words(T, V):
    return [int(w) for w in rng.integers(0, V, T)]


def sequence(T, n, scale=1.0):
    return [normal(n, scale=scale) for _ in range(T)]


def uniforms(n):
    return numpy.floor(1000 * rng.random(n)) / 1000


def masks(D, H, keep):
    return {"mx": mask(uniforms(D), keep), "mh": mask(uniforms(H), keep), "my": mask(uniforms(H), keep)}


def parameters(H, D, V, scale=0.7):
    shapes = ((H, D), (H, H), (H,), (V, H), (V,))
    return {name: normal(*shape, scale=scale) for name, shape in zip(FIELDS, shapes)}


# Name, T, H, D, V, probability of keeping.
SHAPES = (
    ("smallest, kept", 1, 1, 1, 2, 1.0),
    ("one step", 1, 3, 2, 4, 0.5),
    ("one unit", 4, 1, 3, 5, 0.8),
    ("two words", 3, 2, 4, 2, 0.5),
    ("wide input", 5, 2, 7, 3, 0.75),
    ("wide state", 4, 6, 2, 3, 0.8),
    ("many words", 6, 3, 2, 9, 0.25),
    ("nothing dropped", 3, 3, 4, 5, 1.0),
    ("fifty steps", 50, 3, 2, 4, 0.8),
)


def models():
    """Yields name, inputs, right words, initial state, masks and parameters."""
    for name, T, H, D, V, keep in SHAPES:
        scale = 0.5 if T > 10 else 0.7
        yield name, sequence(T, D), words(T, V), normal(H, scale=0.5), masks(D, H, keep), parameters(H, D, V, scale)
    T, H, D, V = 4, 3, 2, 5
    p, m = parameters(H, D, V), masks(D, H, 0.8)
    mixed = {"mx": numpy.array([0.0, 2.0]), "mh": numpy.array([2.0, 0.0, 2.0]), "my": numpy.array([0.0, 2.0, 2.0])}
    yield "each drops another", sequence(T, D), words(T, V), normal(H), mixed, p
    nothing = {"mx": numpy.zeros(D), "mh": numpy.zeros(H), "my": numpy.zeros(H)}
    yield "all dropped", sequence(T, D), words(T, V), normal(H), nothing, p
    one_hot = [numpy.eye(D)[w] for w in (0, 1, 1, 0)]
    yield "one-hot words that repeat", one_hot, [2, 2, 0, 2], normal(H), m, p
    yield "inputs of +-50", [signs(D, size=50.0) for _ in range(T)], words(T, V), normal(H), m, p
    extreme = {**p, "by": numpy.array([1000.0, -1000.0, 1000.0, -1000.0, 0.0])}
    yield "scores of +-1000", sequence(T, D), [0, 1, 4, 3], normal(H), mixed, extreme


def cases():
    for name, u, keep in (
        ("one kept", [0.2], 0.5),
        ("one dropped", [0.7], 0.5),
        ("on the boundary", [0.5, 0.0, 0.25], 0.5),
        ("all kept", [0.999, 0.0], 1.0),
        ("few kept", list(uniforms(12)), 0.25),
        ("the lesson's example", [0.31, 0.85], 0.8),
    ):
        yield name, "dropoutMask", [numpy.array(u), keep], mask(numpy.array(u), keep)
    for D, H, keep in ((1, 1, 0.5), (2, 3, 0.5), (5, 4, 0.8), (1, 6, 0.25)):
        ux, uh, uy = uniforms(D), uniforms(H), uniforms(H)
        expected = {"mx": mask(ux, keep), "mh": mask(uh, keep), "my": mask(uy, keep)}
        yield f"D = {D}, H = {H}", "sequenceMasks", [ux, uh, uy, keep], expected
        expected = {"mx": numpy.ones(D), "mh": numpy.ones(H), "my": numpy.ones(H)}
        yield f"D = {D}, H = {H}", "evaluationMasks", [D, H], expected

    every_model = list(models())
    for name, x, y, h0, m, p in every_model:
        h = states(x, h0, m, p)
        yield name, "droppedStep", [h0, x[0], m, p], h[1]
        yield name, "droppedStates", [x, h0, m, p], h
        yield name, "droppedScores", [h, m, p], scores(h, m, p)
        yield name, "droppedLoss", [x, y, h0, m, p], loss(x, y, h0, m, p)
        dz, da_next = normal(len(p["by"])), normal(len(h0))
        yield name, "droppedStateGradient", [dz, da_next, m, p], state_gradient(dz, da_next, m, p)
        da = sequence(len(x), len(h0))
        yield name, "droppedRecurrentGradient", [da, h, m["mh"]], weight_gradient(da, h, m["mh"])
        yield name, "droppedInputGradient", [da, x, m["mx"]], weight_gradient(da, x, m["mx"])
        yield name, "droppedGradients", [x, y, h0, m, p], gradients(x, y, h0, m, p)


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
        "script": "variational-dropout.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    text = f'{{"provenance": {json.dumps(provenance)}, "exercise": "variational-dropout", "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
