"""Independent values for the exercise negative-sampling: writes negative-sampling.json beside this file.

Losses are plain NumPy in float64; every gradient comes from automatic differentiation (autograd) of these losses over whole
tables, of which the rows that are used are then listed. No gradient is derived by hand.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python negative-sampling.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad


def words(pair):
    return [pair["outside"], *pair["negatives"]]


def scores(pair, W, U):
    return np.dot(U[numpy.array(words(pair))], W[pair["centre"]])


def loss(z):
    return np.logaddexp(0.0, -z[0]) + np.sum(np.logaddexp(0.0, z[1:]))


def batch_loss(pairs, W, U):
    return 0.0 * (np.sum(W) + np.sum(U)) + sum(loss(scores(pair, W, U)) for pair in pairs)


def listed(table, rows):
    """The rows of a gradient that are used, in the order of their first use, after a look at all others."""
    distinct = list(dict.fromkeys(rows))
    assert not numpy.delete(table, distinct, axis=0).any()
    return [{"row": row, "gradient": table[row]} for row in distinct]


def batch_gradients(pairs, p):
    dW = grad(batch_loss, 1)(pairs, p["W"], p["U"])
    dU = grad(batch_loss, 2)(pairs, p["W"], p["U"])
    return {
        "dW": listed(dW, [pair["centre"] for pair in pairs]),
        "dU": listed(dU, [word for pair in pairs for word in words(pair)]),
    }


def centre_gradient(dz, pair, U):
    return grad(lambda v: np.dot(dz, np.dot(U[numpy.array(words(pair))], v)))(np.zeros(U.shape[1]))


def row_gradients(dz, pair, v, V):
    table = grad(lambda U: np.dot(dz, np.dot(U[numpy.array(words(pair))], v)))(np.zeros((V, len(v))))
    return listed(table, words(pair))


def moved(table, rows, rate):
    change = numpy.zeros_like(table)
    for touched in rows:
        change[touched["row"]] = touched["gradient"]
    return table - rate * change


def step(pair, p, rate):
    gradients = batch_gradients([pair], p)
    return {"W": moved(p["W"], gradients["dW"], rate), "U": moved(p["U"], gradients["dU"], rate)}


rng = numpy.random.default_rng(20250607)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def tables(V, D, scale=1.0):
    return {"W": normal(V, D, scale=scale), "U": normal(V, D, scale=scale)}


def pair(centre, outside, *negatives):
    assert outside not in negatives
    return {"centre": centre, "outside": outside, "negatives": list(negatives)}


def batches():
    """Yields name, pairs and tables."""
    yield "no pairs", [], tables(3, 2)
    yield "smallest", [pair(0, 1, 0)], tables(2, 1)
    yield "no negatives", [pair(2, 0)], tables(3, 2)
    yield "one negative thrice", [pair(1, 0, 1, 1, 1)], tables(2, 3)
    yield "repeated apart", [pair(0, 3, 4, 1, 4, 0, 1, 4)], tables(5, 2)
    yield "a centre as its own neighbour", [pair(1, 1, 0, 2)], tables(3, 4)
    yield "the same centre twice", [pair(1, 0, 2), pair(1, 2, 0, 0)], tables(3, 2)
    yield "an outside word that is a negative elsewhere", [pair(0, 1, 2, 3), pair(2, 3, 1), pair(0, 2, 1)], tables(4, 3)
    yield "many", [pair(*(int(w) for w in rng.choice(12, 7, replace=False))) for _ in range(6)], tables(12, 5)
    yield "tables of zeros", [pair(0, 1, 2)], {"W": numpy.zeros((3, 2)), "U": numpy.zeros((3, 2))}
    extreme = {"W": numpy.array([[1000.0], [-1000.0], [1.0]]), "U": numpy.array([[1.0], [-1.0], [0.5]])}
    yield "scores of +-1000", [pair(0, 1, 0, 2), pair(1, 1, 0), pair(0, 0, 1, 1)], extreme
    example = {"W": numpy.array([[1.0, -1.0], [0.0, 1.0], [2.0, 0.0]]), "U": numpy.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])}
    yield "the lesson's example", [pair(0, 0, 2, 2)], example


def cases():
    for name, pairs, p in batches():
        W, U = p["W"], p["U"]
        V, D = W.shape
        yield name, "batchSampledLoss", [pairs, p], batch_loss(pairs, W, U)
        yield name, "batchSampledGradients", [pairs, p], batch_gradients(pairs, p)
        for index, one in enumerate(pairs[:2]):
            title = f"{name}, pair {index}"
            z, dz, v = scores(one, W, U), normal(len(words(one))), normal(D)
            yield title, "sampledScores", [one, p], z
            yield title, "sampledLoss", [z], loss(z)
            yield title, "sampledScoreGradient", [z], grad(loss)(z)
            yield title, "sampledCentreGradient", [dz, one, U], centre_gradient(dz, one, U)
            yield title, "sampledRowGradients", [dz, one, v], row_gradients(dz, one, v, V)
            yield title, "sampledStep", [one, p, 0.25], step(one, p, 0.25)
        rows = [{"row": row, "gradient": normal(D)} for row in range(0, V, 2)]
        yield name, "movedTable", [W, rows, 0.1], moved(W, rows, 0.1)
        yield f"{name}, no rows", "movedTable", [W, [], 0.1], W
    for z in ([1000.0, -1000.0], [-1000.0, 1000.0], [0.0], [-750.0], [40.0, 40.0, -40.0]):
        z = numpy.array(z)
        yield f"scores {z.tolist()}", "sampledLoss", [z], loss(z)
        yield f"scores {z.tolist()}", "sampledScoreGradient", [z], grad(loss)(z)


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
        "script": "negative-sampling.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "negative-sampling", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
