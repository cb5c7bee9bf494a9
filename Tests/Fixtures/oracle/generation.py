"""Independent values for the exercise generation: writes generation.json beside this file.

The forward pass in NumPy, float64; sampling by numpy.searchsorted on cumulative sums. There are no gradients. Uniform numbers
come from a seeded generator and are recorded with the cases.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python generation.py

The same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import numpy

FIELDS = ("Wx", "Wh", "bh", "Wy", "by")


def softmax(z):
    powers = numpy.exp(z - numpy.max(z))
    return powers / numpy.sum(powers)


def step(word, h, p):
    one_hot = numpy.eye(p["Wx"].shape[1])[word]
    h = numpy.tanh(p["Wh"] @ h + p["Wx"] @ one_hot + p["bh"])
    return {"h": h, "z": p["Wy"] @ h + p["by"]}


def read(seed, h0, p):
    state = {"h": h0}
    for word in seed:
        state = step(word, state["h"], p)
    return state


def tempered(z, tau):
    return softmax(numpy.asarray(z) / tau)


def sampled(p, u):
    """The number of cumulative sums that are at most u."""
    word = int(numpy.searchsorted(numpy.cumsum(p), u, side="right"))
    possible = numpy.flatnonzero(numpy.asarray(p) > 0)
    return word if word < len(p) else int(possible[-1])


def counts(p, u):
    return numpy.bincount([sampled(p, number) for number in u], minlength=len(p)).tolist()


def write(seed, h0, p, choose, eos, length):
    """Reads the seed and everything written so far anew for each word."""
    text = []
    for index in range(length):
        word = choose(read(list(seed) + text, h0, p)["z"], index)
        if word == eos:
            break
        text.append(word)
    return text


def greedy_text(seed, h0, p, eos, length):
    return write(seed, h0, p, lambda z, _: int(numpy.argmax(z)), eos, length)


def sampled_text(seed, h0, p, tau, eos, u):
    return write(seed, h0, p, lambda z, index: sampled(tempered(z, tau), u[index]), eos, len(u))


# The inputs: rounded, so that they can be read; what is expected is not.

rng = numpy.random.default_rng(20240222)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def parameters(H, V, scale=1.0):
    shapes = ((H, V), (H, H), (H,), (V, H), (V,))
    return {name: normal(*shape, scale=scale) for name, shape in zip(FIELDS, shapes)}


def uniform(n):
    return numpy.round(rng.random(n) * 0.999, 3).tolist()


def words(n, V):
    return [int(w) for w in rng.integers(0, V, n)]


def models():
    """Yields name, seed, h0, parameters, eos and length."""
    for name, n, H, V, length in (
        ("smallest", 1, 1, 2, 1),
        ("one unit", 2, 1, 4, 5),
        ("two words", 1, 3, 2, 6),
        ("a seed of three words", 3, 3, 5, 6),
        ("wide state", 2, 6, 3, 8),
        ("many words", 2, 3, 9, 8),
        ("nothing to write", 2, 2, 3, 0),
        ("thirty words", 1, 4, 12, 30),
    ):
        yield name, words(n, V), normal(H, scale=0.5), parameters(H, V), V - 1, length
    extreme = {**parameters(3, 4), "by": numpy.array([1000.0, -1000.0, 999.5, 0.0])}
    yield "scores of +-1000", [0, 2], normal(3), extreme, 3, 6
    ends = {**parameters(2, 3), "by": numpy.array([0.0, 50.0, 0.0])}
    yield "ends at once", [0], normal(2), ends, 1, 5
    example = {
        "Wx": numpy.array([[1.0, 0.0, -1.0], [0.0, 1.0, 0.0]]),
        "Wh": numpy.array([[0.0, 1.0], [1.0, 0.0]]),
        "bh": numpy.zeros(2),
        "Wy": numpy.array([[-1.0, 0.0], [2.0, -2.0], [0.0, 2.0]]),
        "by": numpy.zeros(3),
    }
    yield "the lesson's example", [0], numpy.zeros(2), example, 3, 6


def cases():
    every_model = list(models())
    for name, seed, h0, p, eos, length in every_model:
        yield name, "generatorStep", [seed[0], h0, p], step(seed[0], h0, p)
        yield name, "readSeed", [seed, h0, p], read(seed, h0, p)
        yield name, "greedyText", [seed, h0, p, eos, length], greedy_text(seed, h0, p, eos, length)
        for tau in (0.5, 1.0, 3.0):
            u = uniform(length)
            arguments = [seed, h0, p, tau, eos, u]
            yield f"{name}, tau = {tau}", "sampledText", arguments, sampled_text(*arguments)

    for name, z in (
        ("two words", [0.5, 1.5]),
        ("equal scores", [2.0, 2.0, 2.0]),
        ("two of three", [1.0, 3.0, 3.0]),
        ("all negative", [-5.0, -2.0, -9.0]),
        ("scores of +-1000", [-1000.0, 0.0, 1000.0, 1000.0]),
    ):
        yield name, "greedyWord", [z], int(numpy.argmax(z))
        for tau in (0.1, 0.5, 1.0, 2.0, 200.0):
            yield f"{name}, tau = {tau}", "temperatureDistribution", [z, tau], tempered(z, tau)

    quarters = [0.25, 0.5, 0.25]
    for u in (0.0, 0.125, 0.25, 0.5, 0.75, 0.999):
        yield f"quarters, u = {u}", "sampledWord", [quarters, u], sampled(quarters, u)
    for name, p, u in (
        ("a first word of probability 0", [0.0, 0.5, 0.5], 0.0),
        ("a word of probability 0 between", [0.5, 0.0, 0.5], 0.5),
        ("a sum short of 1", [0.5, 0.25, 0.125], 0.9375),
        ("a sum short of 1 and a last word of probability 0", [0.5, 0.25, 0.0], 0.875),
        ("certain", [0.0, 1.0, 0.0], 0.999),
        ("the lesson's distribution", [0.1, 0.25, 0.45, 0.2], 0.62),
    ):
        yield name, "sampledWord", [p, u], sampled(p, u)
    for V in (2, 3, 7):
        p = softmax(normal(V))
        u = uniform(60)
        yield f"V = {V}", "sampledCounts", [p, u], counts(p, u)
    yield "no numbers", "sampledCounts", [quarters, []], [0, 0, 0]


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
    provenance = {"script": "generation.py", "python": platform.python_version(), "numpy": version("numpy")}
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "generation", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
