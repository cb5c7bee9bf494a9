"""Independent values for the exercise bptt: writes bptt.json beside this file.

Only forward formulas are written down here; every gradient comes from automatic differentiation (autograd over NumPy,
float64). A function that handles one line of the backward derivation is the vector-Jacobian product of one forward
line, so its value is the gradient of that line's inner product with the given vector.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python bptt.py

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


# The forward model.


def forward(x, h0, p):
    h, z = [h0], []
    for x_t in x:
        h.append(np.tanh(np.dot(p["Wh"], h[-1]) + np.dot(p["Wx"], x_t) + p["bh"]))
        z.append(np.dot(p["Wy"], h[-1]) + p["by"])
    return h, z


def log_softmax(z):
    shifted = z - np.max(z)
    return shifted - np.log(np.sum(np.exp(shifted)))


def loss(z, y):
    return -sum(log_softmax(z_t)[y_t] for z_t, y_t in zip(z, y))


# The functions of the exercise.


def rnn_forward(x, h0, p):
    h, z = forward(x, h0, p)
    return {"h": h, "z": z}


def score_gradient(z, y):
    return grad(lambda scores: loss([scores], [y]))(z)


def state_gradient(dz, da_next, Wy, Wh):
    at = np.zeros(Wh.shape[1])
    return grad(lambda h: np.dot(dz, np.dot(Wy, h)) + np.dot(da_next, np.dot(Wh, h)))(at)


def pre_activation_gradient(dh, a):
    return grad(lambda pre: np.dot(dh, np.tanh(pre)))(a)


def weight_gradient(d, inputs):
    at = np.zeros((len(d[0]), len(inputs[0])))
    return grad(lambda W: sum(np.dot(d_t, np.dot(W, v)) for d_t, v in zip(d, inputs)))(at)


def bias_gradient(d):
    return grad(lambda b: sum(np.dot(d_t, b) for d_t in d))(np.zeros(len(d[0])))


def initial_state_gradient(da1, Wh):
    return grad(lambda h0: np.dot(da1, np.dot(Wh, h0)))(np.zeros(Wh.shape[1]))


def bptt(x, y, h0, p):
    def total(h0, *blocks):
        return loss(forward(x, h0, dict(zip(FIELDS, blocks)))[1], y)

    blocks = [p[name] for name in FIELDS]
    dh0, *gradients = (grad(total, k)(h0, *blocks) for k in range(1 + len(FIELDS)))
    return {**{"d" + name: g for name, g in zip(FIELDS, gradients)}, "dh0": dh0}


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(20240222)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def signs(*shape, size):
    return size * (2.0 * rng.integers(0, 2, shape) - 1)


def words(T, V):
    return [int(w) for w in rng.integers(0, V, T)]


def sequence(T, n, scale=1.0):
    return [normal(n, scale=scale) for _ in range(T)]


def parameters(H, D, V, scale=0.7):
    shapes = ((H, D), (H, H), (H,), (V, H), (V,))
    return {name: normal(*shape, scale=scale) for name, shape in zip(FIELDS, shapes)}


# Name, T, H, D, V.
SHAPES = (
    ("smallest", 1, 1, 1, 2),
    ("one step", 1, 3, 2, 4),
    ("one unit", 4, 1, 3, 5),
    ("two words", 3, 2, 4, 2),
    ("two steps", 2, 2, 3, 4),
    ("wide input", 5, 2, 7, 3),
    ("wide state", 4, 6, 2, 3),
    ("many words", 6, 3, 2, 9),
    ("fifty steps", 50, 3, 2, 4),
)


def models():
    """Yields name, x, y, h0 and parameters of whole models."""
    for name, T, H, D, V in SHAPES:
        yield name, sequence(T, D), words(T, V), normal(H, scale=0.5), parameters(H, D, V)
    T, H, D, V = 4, 3, 2, 5
    one_hot = [numpy.eye(D)[w] for w in (0, 1, 1, 0)]
    yield "one-hot input, repeated words", one_hot, [2, 2, 0, 2], normal(H), parameters(H, D, V)
    yield "initial state of zeros", sequence(T, D), words(T, V), numpy.zeros(H), parameters(H, D, V)
    zeros = {name: 0 * block for name, block in parameters(H, D, V).items()}
    yield "parameters of zeros", sequence(T, D), words(T, V), normal(H), zeros
    yield "inputs of +-50", [signs(D, size=50.0) for _ in range(T)], words(T, V), normal(H), parameters(H, D, V)
    mild = parameters(H, D, V, scale=0.02)
    yield "inputs of +-50, small weights", [signs(D, size=50.0) for _ in range(T)], words(T, V), normal(H), mild
    yield "initial state of +-50", sequence(T, D), words(T, V), signs(H, size=50.0), parameters(H, D, V)
    biased = {**parameters(H, D, V), "bh": numpy.array([50.0, -50.0, 0.0])}
    yield "hidden biases of +-50", sequence(T, D), words(T, V), normal(H), biased
    scores = {**parameters(H, D, V), "by": numpy.array([1000.0, -1000.0, 1000.0, -1000.0, 0.0])}
    yield "scores of +-1000", sequence(T, D), [0, 1, 4, 3], normal(H), scores
    steep = {**parameters(H, D, V), "Wy": signs(V, H, size=1000.0)}
    yield "output weights of +-1000", sequence(T, D), [0, 1, 2, 4], normal(H), steep
    chain = {**parameters(H, D, V), "Wh": numpy.array([[0.0, 2.0, 0.0], [0.0, 0.0, 2.0], [0.0, 0.0, 0.0]])}
    yield "units in a chain", sequence(T, D), words(T, V), normal(H, scale=0.2), chain
    example = {
        "Wx": numpy.array([[1.0]]),
        "Wh": numpy.array([[2.0]]),
        "bh": numpy.zeros(1),
        "Wy": numpy.array([[1.0], [0.0]]),
        "by": numpy.zeros(2),
    }
    yield "the lesson's example", [numpy.array([-0.5]), numpy.array([0.1])], [0, 1], numpy.array([0.5]), example


def score_vectors():
    """Yields name, scores and right word of one step."""
    for V in (2, 3, 4, 7):
        yield f"{V} words", normal(V), int(rng.integers(V))
    yield "equal scores", numpy.zeros(4), 1
    yield "probabilities in tenths", numpy.round(numpy.log([0.1, 0.2, 0.7]), 4), 1
    extreme = numpy.array([1000.0, -1000.0, 0.0, 1000.0])
    for word in range(4):
        yield f"scores of +-1000, word {word}", extreme, word
    yield "all scores 1000", numpy.full(3, 1000.0), 2
    yield "all scores -1000", numpy.full(3, -1000.0), 0
    yield "scores of +-50", numpy.array([50.0, -50.0]), 1


def cases():
    every_model = list(models())
    for name, x, y, h0, p in every_model:
        yield name, "rnnForward", [x, h0, p], rnn_forward(x, h0, p)

    for name, x, y, h0, p in every_model:
        z = forward(x, h0, p)[1]
        yield name, "sequenceLoss", [z, y], loss(z, y)
    every_step = list(score_vectors())
    for name, z, y in every_step:
        yield name, "sequenceLoss", [[z], [y]], loss([z], [y])

    for name, z, y in every_step:
        yield name, "scoreGradient", [z, y], score_gradient(z, y)

    for H, V in ((1, 2), (2, 2), (2, 3), (3, 5), (6, 3)):
        arguments = [normal(V), normal(H), normal(V, H), normal(H, H)]
        yield f"H = {H}, V = {V}", "stateGradient", arguments, state_gradient(*arguments)
    arguments = [normal(3), numpy.zeros(2), normal(3, 2), normal(2, 2)]
    yield "the last step", "stateGradient", arguments, state_gradient(*arguments)
    arguments = [numpy.zeros(3), normal(2), normal(3, 2), normal(2, 2)]
    yield "no scores above", "stateGradient", arguments, state_gradient(*arguments)
    arguments = [numpy.zeros(2), numpy.array([1.0, 0.0]), normal(2, 2), numpy.array([[0.0, 1.0], [0.0, 0.0]])]
    yield "one unit feeds the other", "stateGradient", arguments, state_gradient(*arguments)

    pre_activations = [(f"H = {H}", normal(H)) for H in (1, 2, 3, 6)]
    pre_activations += [
        ("flat in the middle", numpy.zeros(2)),
        ("nearly saturated", numpy.array([5.0, -5.0, 10.0])),
        ("saturated", numpy.array([50.0, -50.0, 20.0])),
    ]
    for name, a in pre_activations:
        dh = normal(len(a), scale=2.0)
        yield name, "preActivationGradient", [dh, numpy.tanh(a)], pre_activation_gradient(dh, a)

    for name, T, H, D, V in SHAPES:
        dz, da = sequence(T, V), sequence(T, H)
        h, x = sequence(T + 1, H, scale=0.5), sequence(T, D)
        yield name, "outputWeightGradient", [dz, h], weight_gradient(dz, h[1:])
        yield name, "recurrentWeightGradient", [da, h], weight_gradient(da, h[:-1])
        yield name, "inputWeightGradient", [da, x], weight_gradient(da, x)
        yield name + ", from da", "biasGradient", [da], bias_gradient(da)
        yield name + ", from dz", "biasGradient", [dz], bias_gradient(dz)

    for H in (1, 2, 3, 6):
        arguments = [normal(H), normal(H, H)]
        yield f"H = {H}", "initialStateGradient", arguments, initial_state_gradient(*arguments)

    for name, x, y, h0, p in every_model:
        yield name, "bptt", [x, y, h0, p], bptt(x, y, h0, p)


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
        "script": "bptt.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    text = f'{{"provenance": {json.dumps(provenance)}, "exercise": "bptt", "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
