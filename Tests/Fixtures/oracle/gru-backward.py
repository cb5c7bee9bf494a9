"""Independent values for the exercise gru-backward: writes gru-backward.json beside this file.

Only forward formulas are written down here; every gradient comes from automatic differentiation (autograd over NumPy,
float64). A function that handles one line of the derivation is the gradient of that line's inner product with the given
vector. Where a slope is taken by way of the squashed value, the value is made from scores, and the scores are
differentiated by.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python gru-backward.py
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad

FIELDS = ("Wz", "Wr", "bz", "br", "Wh", "Wx", "bh")


def sigmoid(a):
    return 0.5 * (1 + np.tanh(0.5 * a))


def mixture(z, h, candidate):
    return z * h + (1 - z) * candidate


def trace(h, x, p):
    hx = np.concatenate([h, x])
    z = sigmoid(np.dot(p["Wz"], hx) + p["bz"])
    r = sigmoid(np.dot(p["Wr"], hx) + p["br"])
    candidate = np.tanh(np.dot(p["Wh"], r * h) + np.dot(p["Wx"], x) + p["bh"])
    return {"z": z, "r": r, "candidate": candidate, "h": mixture(z, h, candidate)}


def traces(h0, x, p):
    steps = []
    for x_t in x:
        steps.append(trace(steps[-1]["h"] if steps else h0, x_t, p))
    return steps


def loss(h0, x, p, g):
    return sum(np.dot(g_t, step["h"]) for g_t, step in zip(g, traces(h0, x, p)))


def all_gradients(x, h0, p, g):
    def total(h0, *blocks):
        return loss(h0, x, dict(zip(FIELDS, blocks)), g)

    blocks = [p[name] for name in FIELDS]
    dh0, *gradients = (grad(total, k)(h0, *blocks) for k in range(1 + len(FIELDS)))
    return {**{"d" + name: value for name, value in zip(FIELDS, gradients)}, "dh0": dh0}


def score_gradients(dh, h, az, ar, ac, p):
    """The gradients of the three scores; the candidate's depend on the reset gate through what it sees."""

    def end(az, ar, ac):
        # What the candidate sees enters with its change alone, so that its value stays what `ac` says.
        change = np.dot(p["Wh"], (sigmoid(ar) - r) * h)
        return np.dot(dh, mixture(sigmoid(az), h, np.tanh(ac + change)))

    r = sigmoid(ar)
    daz, dar, dac = (grad(end, k)(az, ar, ac) for k in range(3))
    return {"daz": daz, "dar": dar, "dac": dac}


def previous_gradient(dh, z, r, d, p):
    """The gradient with respect to h_{t-1} of what the step computes from it, its scores weighted by their gradients."""
    H, D = len(dh), p["Wx"].shape[1]

    def end(h):
        hx = np.concatenate([h, np.zeros(D)])
        scores = np.dot(d["daz"], np.dot(p["Wz"], hx)) + np.dot(d["dar"], np.dot(p["Wr"], hx))
        return np.dot(dh, z * h) + scores + np.dot(d["dac"], np.dot(p["Wh"], r * h))

    return grad(end)(np.zeros(H))


rng = numpy.random.default_rng(20141224)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def signs(*shape, size):
    return size * (2.0 * rng.integers(0, 2, shape) - 1)


def sequence(T, n, scale=1.0):
    return [normal(n, scale=scale) for _ in range(T)]


def parameters(H, D, scale=0.7):
    shapes = ((H, H + D), (H, H + D), (H,), (H,), (H, H), (H, D), (H,))
    return {name: normal(*shape, scale=scale) for name, shape in zip(FIELDS, shapes)}


# Name, T, H, D.
SHAPES = (
    ("smallest", 1, 1, 1),
    ("one step", 1, 3, 2),
    ("one unit", 4, 1, 3),
    ("two steps", 2, 2, 3),
    ("wide input", 5, 2, 6),
    ("wide state", 4, 5, 2),
    ("fifty steps", 50, 3, 2),
)


def models():
    """Yields name, x, h0, parameters and direct gradients of whole sequences."""
    for name, T, H, D in SHAPES:
        yield name, sequence(T, D), normal(H, scale=0.5), parameters(H, D), sequence(T, H)
    T, H, D = 4, 3, 2
    yield "initial state of zeros", sequence(T, D), numpy.zeros(H), parameters(H, D), sequence(T, H)
    zeros = {name: 0 * block for name, block in parameters(H, D).items()}
    yield "parameters of zeros", sequence(T, D), normal(H), zeros, sequence(T, H)
    yield "inputs of +-50", [signs(D, size=50.0) for _ in range(T)], normal(H), parameters(H, D), sequence(T, H)
    mild = parameters(H, D, scale=0.02)
    yield "inputs of +-50, small weights", [signs(D, size=50.0) for _ in range(T)], normal(H), mild, sequence(T, H)
    keeping = {**parameters(H, D), "bz": numpy.full(H, 4.0)}
    yield "a gate that keeps", sequence(10, D), normal(H), keeping, [numpy.zeros(H)] * 9 + [normal(H)]
    example = {
        "Wz": numpy.array([[1.0, -2.0]]), "Wr": numpy.array([[0.0, 0.0]]), "bz": numpy.array([1.0]),
        "br": numpy.zeros(1), "Wh": numpy.array([[1.0]]), "Wx": numpy.array([[2.0]]), "bh": numpy.zeros(1),
    }
    two = [numpy.array([1.0]), numpy.array([0.0])]
    yield "the lesson's example", two, numpy.array([-0.5]), example, [numpy.zeros(1), numpy.ones(1)]


def cases():
    every_model = list(models())
    for name, x, h0, p, _ in every_model:
        yield name, "gruTrace", [h0, x[0], p], trace(h0, x[0], p)
        yield name, "gruTraces", [h0, x, p], traces(h0, x, p)

    vectors = [(f"H = {H}", H, 1.0) for H in (1, 2, 3, 6)] + [("saturated", 3, 30.0), ("steep", 2, 6.0)]
    for name, H, scale in vectors:
        dh, h, a, c = normal(H), normal(H), normal(H, scale=scale), normal(H, scale=scale)
        z, candidate = sigmoid(a), numpy.tanh(c)
        yield name, "gruCandidateGradient", [dh, z], grad(lambda v: np.dot(dh, mixture(z, h, v)))(candidate)
        yield name, "gruUpdateGradient", [dh, h, candidate], grad(lambda v: np.dot(dh, mixture(v, h, candidate)))(z)
        yield name, "gruGateScoreGradient", [dh, z], grad(lambda v: np.dot(dh, sigmoid(v)))(a)
        yield name, "gruCandidateScoreGradient", [dh, candidate], grad(lambda v: np.dot(dh, np.tanh(v)))(c)
        Wh = normal(H, H)
        yield name, "gruVisibleGradient", [dh, Wh], grad(lambda v: np.dot(dh, np.dot(Wh, v)))(h)

        D = H % 3 + 1
        p, ar = parameters(H, D), normal(H, scale=scale)
        step = {"z": z, "r": sigmoid(ar), "candidate": candidate, "h": normal(H)}
        yield name, "gruScoreGradients", [dh, h, step, p], score_gradients(dh, h, a, ar, c, p)
        d = {"daz": normal(H), "dar": normal(H), "dac": normal(H)}
        yield name, "gruPreviousGradient", [dh, step, d, p], previous_gradient(dh, step["z"], step["r"], d, p)

    for name, T, H, D in SHAPES:
        da, h, x = sequence(T, H), sequence(T, H, scale=0.5), sequence(T, D)
        r = [sigmoid(normal(H)) for _ in range(T)]

        def gate(W):
            return sum(np.dot(da[t], np.dot(W, np.concatenate([h[t], x[t]]))) for t in range(T))

        def recurrent(W):
            return sum(np.dot(da[t], np.dot(W, r[t] * h[t])) for t in range(T))

        yield name, "gruGateWeightGradient", [da, h, x], grad(gate)(numpy.zeros((H, H + D)))
        yield name, "gruRecurrentWeightGradient", [da, r, h], grad(recurrent)(numpy.zeros((H, H)))

    for name, x, h0, p, g in every_model:
        yield name, "gruBackward", [x, h0, p, g], all_gradients(x, h0, p, g)


def plain(value):
    """Turns arrays into lists, and refuses what is not finite."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    array = numpy.asarray(value, dtype=numpy.float64)
    if not numpy.isfinite(array).all():
        raise ValueError("not finite")
    return (array + 0.0).tolist()


def main():
    provenance = {
        "script": "gru-backward.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "gru-backward", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
