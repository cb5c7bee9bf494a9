"""Independent values for the exercise recurrent-batch-norm: writes recurrent-batch-norm.json beside this file.

Only forward formulas are written down here, for a batch as a matrix with a row for each sequence; the gradients come from
automatic differentiation (autograd over NumPy, float64).

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python recurrent-batch-norm.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad


def statistics(A):
    return np.mean(A, axis=0), np.mean((A - np.mean(A, axis=0)) ** 2, axis=0)


def normalised(A, mean, variance, gamma, epsilon):
    return gamma * (A - mean) / np.sqrt(variance + epsilon)


def batch_normalised(A, gamma, epsilon):
    return normalised(A, *statistics(A), gamma, epsilon)


def scores(h, x, p):
    from_state = batch_normalised(numpy.dot(h, p["Wh"].T), p["gammaH"], p["epsilon"])
    from_input = batch_normalised(numpy.dot(x, p["Wx"].T), p["gammaX"], p["epsilon"])
    return from_state + from_input + p["b"]


def logistic(a):
    return 0.5 * (1 + numpy.tanh(0.5 * a))


def gated(s, c):
    f, i, o, g = numpy.split(s, 4, axis=-1)
    c = logistic(f) * c + logistic(i) * numpy.tanh(g)
    return logistic(o) * numpy.tanh(c), c


def step(states, x, p):
    h, c = (numpy.array([state[k] for state in states]) for k in ("h", "c"))
    h, c = gated(scores(h, numpy.array(x), p), c)
    return [{"h": h_n, "c": c_n} for h_n, c_n in zip(h, c)]


def run(x, start, p):
    history, states = [], start
    for inputs in x:
        states = step(states, inputs, p)
        history.append(states)
    return history


def step_statistics(h, x, p):
    mean_h, variance_h = statistics(numpy.dot(numpy.array(h), p["Wh"].T))
    mean_x, variance_x = statistics(numpy.dot(numpy.array(x), p["Wx"].T))
    return {"meanH": mean_h, "varianceH": variance_h, "meanX": mean_x, "varianceX": variance_x}


def evaluated(x, start, kept, p):
    history, h, c = [], start["h"], start["c"]
    for t, x_t in enumerate(x):
        s = kept[t] if t < len(kept) else kept[-1]
        a = normalised(numpy.dot(p["Wh"], h), s["meanH"], s["varianceH"], p["gammaH"], p["epsilon"])
        b = normalised(numpy.dot(p["Wx"], x_t), s["meanX"], s["varianceX"], p["gammaX"], p["epsilon"])
        h, c = gated(a + b + p["b"], c)
        history.append({"h": h, "c": c})
    return history


def loss(dy, a, gamma, epsilon):
    return np.sum(np.array(dy) * batch_normalised(a, gamma, epsilon))


def gradients(dy, a, gamma, epsilon):
    by_a, by_gamma = (
        grad(lambda a, gamma: loss(dy, a, gamma, epsilon), k)(numpy.array(a), gamma) for k in (0, 1)
    )
    return {"da": list(by_a), "dgamma": by_gamma}


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(20160330)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def batch(N, n, scale=1.0):
    return [normal(n, scale=scale) for _ in range(N)]


def parameters(H, D, epsilon=0.01):
    return {
        "Wh": normal(4 * H, H),
        "Wx": normal(4 * H, D),
        "b": normal(4 * H),
        "gammaH": normal(4 * H, scale=0.5),
        "gammaX": normal(4 * H, scale=0.5),
        "epsilon": epsilon,
    }


# Name, T, N, H, D.
SHAPES = (
    ("smallest", 1, 2, 1, 1),
    ("a batch of one", 3, 1, 2, 3),
    ("one step", 1, 4, 3, 2),
    ("wide input", 4, 3, 1, 5),
    ("wide state", 3, 5, 4, 2),
    ("fifty steps", 50, 3, 2, 2),
)


def cases():
    batches = [(f"N = {N}, {n} entries", batch(N, n)) for N, n in ((1, 1), (2, 1), (3, 2), (6, 4))]
    batches += [
        ("the lesson's example, states", [numpy.array([v]) for v in (1.0, 2.0, 6.0)]),
        ("the lesson's example, inputs", [numpy.array([v]) for v in (200.0, 100.0, 300.0)]),
        ("all the same", [numpy.array([1.5, -2.0])] * 4),
        ("of +-50", [50 * numpy.sign(v) for v in batch(5, 3)]),
    ]
    for name, a in batches:
        A, n = numpy.array(a), len(a[0])
        yield name, "batchMean", [a], statistics(A)[0]
        yield name, "batchVariance", [a], statistics(A)[1]
        gamma, mean, variance = normal(n), normal(n), numpy.abs(normal(n)) + 0.25
        result = normalised(a[0], mean, variance, gamma, 0.001)
        yield name, "normalised", [a[0], mean, variance, gamma, 0.001], result
        for epsilon in (0.001, 0.25):
            yield name, "batchNormalised", [a, gamma, epsilon], list(batch_normalised(A, gamma, epsilon))
            dy = batch(len(a), n)
            yield name, "batchNormLoss", [dy, a, gamma, epsilon], loss(dy, A, gamma, epsilon)
            yield name, "batchNormGradients", [dy, a, gamma, epsilon], gradients(dy, a, gamma, epsilon)
    far = [numpy.array([1.0e6 + v, v - 1.0e6]) for v in (0.0, 0.125, 0.25)]
    yield "far from 0", "batchVariance", [far], numpy.array([0.03125 / 3, 0.03125 / 3])

    for H in (1, 2, 5):
        s, c = normal(4 * H), normal(H)
        h, new = gated(s, c)
        yield f"H = {H}", "gatedState", [s, c], {"h": h, "c": new}
    s, c = numpy.array([1000.0, -1000.0, 1000.0, -1000.0, 1000.0, 1000.0, 1000.0, -1000.0]), numpy.array([3.0, -2.0])
    h, new = gated(s, c)
    yield "scores of +-1000", "gatedState", [s, c], {"h": h, "c": new}

    for name, T, N, H, D in SHAPES:
        p = parameters(H, D)
        start = [{"h": normal(H, scale=0.5), "c": normal(H)} for _ in range(N)]
        x = [batch(N, D) for _ in range(T)]
        h = [state["h"] for state in start]
        yield name, "normalisedScores", [h, x[0], p], list(scores(numpy.array(h), numpy.array(x[0]), p))
        yield name, "normalisedStep", [start, x[0], p], step(start, x[0], p)
        yield name, "normalisedSequence", [x, start, p], run(x, start, p)
        yield name, "stepStatistics", [h, x[0], p], step_statistics(h, x[0], p)
        kept, states = [], start
        for inputs in x[: max(1, T - 2)]:
            kept.append(step_statistics([state["h"] for state in states], inputs, p))
            states = step(states, inputs, p)
        alone = [inputs[0] for inputs in x]
        yield name, "evaluatedStates", [alone, start[0], kept, p], evaluated(alone, start[0], kept, p)


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
        "script": "recurrent-batch-norm.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    text = f'{{"provenance": {json.dumps(provenance)}, "exercise": "recurrent-batch-norm", "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
