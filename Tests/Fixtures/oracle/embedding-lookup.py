"""Independent values for the exercise embedding-lookup: writes embedding-lookup.json beside this file.

Words are looked up by products with one-hot vectors; the gradient of the table comes from automatic differentiation
(autograd over NumPy, float64), and its short form is read off the whole gradient.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python embedding-lookup.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad


def one_hot(word, V):
    return np.eye(V)[word]


def embedded(E, word):
    return np.dot(E, one_hot(word, E.shape[1]))


def loss(E, words, de):
    return sum(np.dot(gradient, embedded(E, word)) for word, gradient in zip(words, de))


def table_gradient(words, de, E):
    return grad(loss)(E, words, de)


def first_appearances(words):
    return list(dict.fromkeys(words))


def touched(words, de, E):
    dE = table_gradient(words, de, E)
    return [{"word": word, "gradient": dE[:, word]} for word in first_appearances(words)]


def step(E, gradients, rate, frozen):
    dE = numpy.zeros(E.shape)
    for entry in gradients:
        dE[:, entry["word"]] = entry["gradient"]
    moving = numpy.array([0.0 if word in frozen else 1.0 for word in range(E.shape[1])])
    return E - rate * dE * moving


def start(vocabulary, pretrained, random):
    known = {entry["word"]: entry["vector"] for entry in pretrained}
    return numpy.column_stack([known.get(word, random[:, index]) for index, word in enumerate(vocabulary)])


rng = numpy.random.default_rng(20250501)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


# Words of the text, D, V.
SHAPES = (
    ([0], 1, 1),
    ([1], 1, 2),
    ([1, 1], 2, 2),
    ([0, 1, 0], 3, 2),
    ([2, 0, 4], 2, 5),
    ([3, 0, 3, 3], 4, 6),
    ([5, 1, 0, 2, 6, 1, 1], 3, 7),
    ([int(word) for word in rng.integers(0, 9, size=60)], 5, 9),
)
WORDS = ["king", "queen", "man", "woman", "apple", "orange", "bread", "river", "road"]


def cases():
    example = numpy.array([[1.0, 0.0, -1.0], [2.0, 3.0, 0.5]])
    text = [2, 0, 2]
    de = numpy.array([[1.0, 0.0], [0.5, -1.0], [-2.0, 4.0]])
    problems = [("the lesson's example", text, example, de)]
    for words, D, V in SHAPES:
        name = f"{len(words)} words of {V}, D = {D}"
        problems.append((name, words, normal(D, V), normal(len(words), D)))
    problems.append(("entries of +-1000", [1, 0, 1], normal(2, 3, scale=1000), normal(3, 2, scale=1000)))
    problems.append(("gradients of zeros", [1, 0, 1], normal(2, 3), numpy.zeros((3, 2))))
    for name, words, E, de in problems:
        V = E.shape[1]
        yield name, "embeddedWord", [E, words[-1]], embedded(E, words[-1])
        yield name, "embeddedText", [E, words], [embedded(E, word) for word in words]
        yield name, "positionGradient", [de[0], words[0], V], table_gradient(words[:1], de[:1], E)
        yield name, "embeddingGradient", [words, list(de), E], table_gradient(words, de, E)
        gradients = touched(words, de, E)
        yield name, "touchedGradients", [words, list(de)], gradients
        for frozen in ([], [words[0]], list(range(V))):
            yield f"{name}, frozen {frozen}", "embeddingStep", [E, gradients, 0.1, frozen], step(E, gradients, 0.1, frozen)
        vocabulary = [WORDS[index] for index in rng.permutation(len(WORDS))[:V]]
        known = [WORDS[index] for index in rng.permutation(len(WORDS))[: len(WORDS) // 2]]
        for label, chosen in (("some known", known), ("none known", []), ("all known", WORDS)):
            pretrained = [{"word": word, "vector": normal(E.shape[0])} for word in chosen]
            yield f"{name}, {label}", "startingTable", [vocabulary, pretrained, E], start(vocabulary, pretrained, E)


def plain(value):
    """Turns arrays into lists, and NumPy's numbers into Python's; refuses what is not finite."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, (int, str)):
        return value
    array = numpy.asarray(value, dtype=numpy.float64)
    if not numpy.isfinite(array).all():
        raise ValueError("not finite")
    return (array + 0.0).tolist()


def main():
    provenance = {
        "script": "embedding-lookup.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "embedding-lookup", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
