"""Independent values for the exercise lstm-backward: writes lstm-backward.json beside this file.

Only forward formulas are written down here; every gradient comes from automatic differentiation (autograd over NumPy,
float64). A function that handles one line of the derivation is the gradient of that line's inner product with the given
vector. Where a slope is taken by way of the squashed value, the value is made from scores, and the scores are
differentiated by.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python lstm-backward.py
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad

FIELDS = ("Wf", "Wi", "Wo", "Wc", "bf", "bi", "bo", "bc")


def sigmoid(a):
    return 0.5 * (1 + np.tanh(0.5 * a))


def trace(h, c, x, p):
    hx = np.concatenate([h, x])
    f = sigmoid(np.dot(p["Wf"], hx) + p["bf"])
    i = sigmoid(np.dot(p["Wi"], hx) + p["bi"])
    o = sigmoid(np.dot(p["Wo"], hx) + p["bo"])
    candidate = np.tanh(np.dot(p["Wc"], hx) + p["bc"])
    cell = f * c + i * candidate
    return {"f": f, "i": i, "o": o, "candidate": candidate, "c": cell, "h": o * np.tanh(cell)}


def traces(h0, c0, x, p):
    steps = []
    for x_t in x:
        h, c = (steps[-1]["h"], steps[-1]["c"]) if steps else (h0, c0)
        steps.append(trace(h, c, x_t, p))
    return steps


def all_gradients(x, h0, c0, p, g):
    def total(h0, c0, *blocks):
        steps = traces(h0, c0, x, dict(zip(FIELDS, blocks)))
        return sum(np.dot(g_t, step["h"]) for g_t, step in zip(g, steps))

    blocks = [p[name] for name in FIELDS]
    dh0, dc0, *gradients = (grad(total, k)(h0, c0, *blocks) for k in range(2 + len(FIELDS)))
    return {**{"d" + name: value for name, value in zip(FIELDS, gradients)}, "dh0": dh0, "dc0": dc0}


def hidden_gradient(d, p):
    H = len(d["daf"])
    rest = np.zeros(p["Wf"].shape[1] - H)

    def end(h):
        hx = np.concatenate([h, rest])
        return sum(np.dot(d["da" + gate], np.dot(p["W" + gate], hx)) for gate in "fioc")

    return grad(end)(np.zeros(H))


rng = numpy.random.default_rng(19971115)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def signs(*shape, size):
    return size * (2.0 * rng.integers(0, 2, shape) - 1)


def sequence(T, n, scale=1.0):
    return [normal(n, scale=scale) for _ in range(T)]


def parameters(H, D, scale=0.7):
    return {name: normal(*((H, H + D) if name[0] == "W" else (H,)), scale=scale) for name in FIELDS}


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
    """Yields name, x, h0, c0, parameters and direct gradients of whole sequences."""
    for name, T, H, D in SHAPES:
        yield name, sequence(T, D), normal(H, scale=0.5), normal(H), parameters(H, D), sequence(T, H)
    T, H, D = 4, 3, 2
    yield "states of zeros", sequence(T, D), numpy.zeros(H), numpy.zeros(H), parameters(H, D), sequence(T, H)
    zeros = {name: 0 * block for name, block in parameters(H, D).items()}
    yield "parameters of zeros", sequence(T, D), normal(H), normal(H), zeros, sequence(T, H)
    large = [signs(D, size=50.0) for _ in range(T)]
    yield "inputs of +-50", large, normal(H), normal(H), parameters(H, D), sequence(T, H)
    yield "inputs of +-50, small weights", large, normal(H), normal(H), parameters(H, D, scale=0.02), sequence(T, H)
    yield "cells of +-50", sequence(T, D), normal(H), signs(H, size=50.0), parameters(H, D), sequence(T, H)
    keeping = {**parameters(H, D), "bf": numpy.full(H, 4.0)}
    last = [numpy.zeros(H)] * 9 + [normal(H)]
    yield "a forget gate that keeps", sequence(10, D), normal(H), normal(H), keeping, last
    example = {
        "Wf": numpy.array([[0.0, -8.0]]), "Wi": numpy.array([[0.0, 8.0]]), "Wo": numpy.array([[0.0, 0.0]]),
        "Wc": numpy.array([[0.5, 2.0]]), "bf": numpy.array([4.0]), "bi": numpy.array([-4.0]),
        "bo": numpy.array([2.0]), "bc": numpy.zeros(1),
    }
    two = [numpy.ones(1), numpy.zeros(1)]
    yield "the lesson's example", two, numpy.zeros(1), -numpy.ones(1), example, [numpy.zeros(1), numpy.ones(1)]


def cases():
    every_model = list(models())
    for name, x, h0, c0, p, _ in every_model:
        yield name, "lstmTrace", [h0, c0, x[0], p], trace(h0, c0, x[0], p)
        yield name, "lstmTraces", [h0, c0, x, p], traces(h0, c0, x, p)

    vectors = [(f"H = {H}", H, 1.0) for H in (1, 2, 3, 6)] + [("saturated", 3, 30.0), ("steep", 2, 6.0)]
    for name, H, scale in vectors:
        af, ai, ao, ac = (normal(H, scale=scale) for _ in range(4))
        f, i, o, candidate = sigmoid(af), sigmoid(ai), sigmoid(ao), numpy.tanh(ac)
        dh, dc, old, new = normal(H), normal(H), normal(H), normal(H, scale=scale)
        # The straight way is one more use of the cell, with a gradient of its own.
        shown = grad(lambda c: np.dot(dh, o * np.tanh(c)) + np.dot(dc, c))(new)
        yield name, "lstmCellGradient", [dh, dc, o, new], shown
        yield name, "lstmCarriedGradient", [dc, f], grad(lambda c: np.dot(dc, f * c + i * candidate))(old)
        dao = grad(lambda a: np.dot(dh, sigmoid(a) * np.tanh(new)))(ao)
        daf = grad(lambda a: np.dot(dc, sigmoid(a) * old + i * candidate))(af)
        dai = grad(lambda a: np.dot(dc, f * old + sigmoid(a) * candidate))(ai)
        dac = grad(lambda a: np.dot(dc, f * old + i * np.tanh(a)))(ac)
        yield name, "lstmOutputScoreGradient", [dh, o, new], dao
        yield name, "lstmForgetScoreGradient", [dc, f, old], daf
        yield name, "lstmInputScoreGradient", [dc, i, candidate], dai
        yield name, "lstmCandidateScoreGradient", [dc, i, candidate], dac
        step = {"f": f, "i": i, "o": o, "candidate": candidate, "c": new, "h": normal(H)}
        scores = {"daf": daf, "dai": dai, "dao": dao, "dac": dac}
        yield name, "lstmScoreGradients", [dh, dc, old, step], scores
        d, p = {key: normal(H) for key in scores}, parameters(H, H % 3 + 1)
        yield name, "lstmHiddenGradient", [d, p], hidden_gradient(d, p)

    dh, fromNext, o = normal(3), normal(3), numpy.array([0.25, 0.5, 1.0])
    extreme = numpy.array([1000.0, -1000.0, 0.0])
    with numpy.errstate(over="ignore"):  # the tanh's derivative passes through infinity on its way to 0
        shown = grad(lambda c: np.dot(dh, o * np.tanh(c)) + np.dot(fromNext, c))(extreme)
    yield "cells of +-1000", "lstmCellGradient", [dh, fromNext, o, extreme], shown

    for name, T, H, D in SHAPES:
        da, h, x = sequence(T, H), sequence(T, H, scale=0.5), sequence(T, D)

        def scores(W):
            return sum(np.dot(da[t], np.dot(W, np.concatenate([h[t], x[t]]))) for t in range(T))

        yield name, "lstmWeightGradient", [da, h, x], grad(scores)(numpy.zeros((H, H + D)))

    for name, x, h0, c0, p, g in every_model:
        yield name, "lstmBackward", [x, h0, c0, p, g], all_gradients(x, h0, c0, p, g)


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
        "script": "lstm-backward.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "lstm-backward", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
