"""Independent values for the exercise rnn-forward: writes rnn-forward.json beside this file.

The forward pass in NumPy, float64. There are no gradients.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python rnn-forward.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import numpy

FIELDS = ("Wh", "Wx", "bh", "Wy", "by")


def softmax(z):
    powers = numpy.exp(z - numpy.max(z))
    return powers / numpy.sum(powers)


def pre_activation(h, x, p):
    return p["Wh"] @ h + p["Wx"] @ x + p["bh"]


def step(h, x, p):
    return numpy.tanh(pre_activation(h, x, p))


def distribution(h, p):
    return softmax(p["Wy"] @ h + p["by"])


def states(x, h0, p):
    result = [h0]
    for x_t in x:
        result.append(step(result[-1], x_t, p))
    return result[1:]


def outputs(x, h0, p):
    return [distribution(h, p) for h in states(x, h0, p)]


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(20240222)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def signs(*shape, size):
    return size * (2.0 * rng.integers(0, 2, shape) - 1)


def sequence(T, n, scale=1.0):
    return [normal(n, scale=scale) for _ in range(T)]


def parameters(H, D, V, scale=0.7):
    shapes = ((H, H), (H, D), (H,), (V, H), (V,))
    return {name: normal(*shape, scale=scale) for name, shape in zip(FIELDS, shapes)}


# Name, T, H, D, V.
SHAPES = (
    ("smallest", 1, 1, 1, 2),
    ("one step", 1, 3, 2, 4),
    ("one unit", 4, 1, 3, 5),
    ("two words", 3, 2, 4, 2),
    ("wide input", 5, 2, 7, 3),
    ("wide state", 4, 6, 2, 3),
    ("fifty steps", 50, 3, 2, 4),
)


def models():
    """Yields name, x, h0 and parameters of whole models."""
    for name, T, H, D, V in SHAPES:
        yield name, sequence(T, D), normal(H, scale=0.5), parameters(H, D, V)
    T, H, D, V = 4, 3, 2, 5
    one_hot = [numpy.eye(D)[w] for w in (0, 1, 1, 0)]
    yield "one-hot input, repeated words", one_hot, normal(H), parameters(H, D, V)
    yield "initial state of zeros", sequence(T, D), numpy.zeros(H), parameters(H, D, V)
    zeros = {name: 0 * block for name, block in parameters(H, D, V).items()}
    yield "parameters of zeros", sequence(T, D), normal(H), zeros
    yield "inputs of +-1000", [signs(D, size=1000.0) for _ in range(T)], normal(H), parameters(H, D, V)
    biased = {**parameters(H, D, V), "bh": numpy.array([1000.0, -1000.0, 0.0])}
    yield "hidden biases of +-1000", sequence(T, D), normal(H), biased
    scores = {**parameters(H, D, V), "by": numpy.array([1000.0, -1000.0, 1000.0, -1000.0, 0.0])}
    yield "scores of +-1000", sequence(T, D), normal(H), scores
    low = {**parameters(H, D, V), "by": numpy.full(V, -1000.0)}
    yield "all scores near -1000", sequence(T, D), normal(H), low
    example = {
        "Wh": numpy.array([[0.0, 1.0], [1.0, 0.0]]),
        "Wx": numpy.array([[1.0, 0.0, -1.0], [0.0, 1.0, 0.0]]),
        "bh": numpy.zeros(2),
        "Wy": numpy.array([[-1.0, 0.0], [2.0, -2.0], [0.0, 2.0]]),
        "by": numpy.zeros(3),
    }
    for name, words in (("the lesson's example", (0, 1, 2)), ("the lesson's example, other order", (1, 0, 2))):
        yield name, [numpy.eye(3)[w] for w in words], numpy.zeros(2), example


def cases():
    for name, x, h0, p in models():
        yield name, "vanillaPreActivation", [h0, x[0], p], pre_activation(h0, x[0], p)
        yield name, "vanillaStep", [h0, x[0], p], step(h0, x[0], p)
        yield name, "nextWordDistribution", [h0, p], distribution(h0, p)
        yield name, "vanillaStates", [x, h0, p], states(x, h0, p)
        yield name, "vanillaOutputs", [x, h0, p], outputs(x, h0, p)


def plain(value):
    """Turns arrays into lists, and NumPy's numbers into Python's; refuses what is not finite."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    array = numpy.asarray(value, dtype=numpy.float64)
    if not numpy.isfinite(array).all():
        raise ValueError("not finite")
    return (array + 0.0).tolist()


def main():
    provenance = {"script": "rnn-forward.py", "python": platform.python_version(), "numpy": version("numpy")}
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "rnn-forward", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
