"""Independent values for the exercise cosine-similarity: writes cosine-similarity.json beside this file.

Only forward formulas are written down here, over NumPy in float64; the gradient comes from automatic differentiation
(autograd). Rankings are made by Python's sort.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python cosine-similarity.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad


def cosine(u, v):
    return np.sum(u * v) / np.sqrt(np.sum(u * u)) / np.sqrt(np.sum(v * v))


def minus_distance(u, v):
    return -numpy.linalg.norm(u - v)


def unit(E):
    return E / numpy.linalg.norm(E, axis=1, keepdims=True)


def cosines(E, query):
    return numpy.array([cosine(row, query) for row in E])


def ranking(scores, k, excluded):
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    return [index for index in order if index not in excluded][:k]


rng = numpy.random.default_rng(20250502)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


GAO = numpy.array(
    [
        [-1.00, 0.01, 0.02, -0.01],
        [1.00, 0.02, 0.03, 0.02],
        [-0.95, 1.00, 0.71, -0.02],
        [0.97, 0.9, 0.68, 0.03],
        [0.01, -0.01, 0.05, 0.81],
        [0.02, 0.08, 0.05, 0.75],
    ]
)


def cases():
    pairs = [("the lesson's example", [3.0, 4.0], [4.0, 3.0]), ("D = 1", [2.0], [0.5]), ("D = 1, opposite", [2.0], [-0.5])]
    pairs += [("a right angle", [1.0, 0.0, 0.0], [0.0, 2.0, -1.0]), ("equal", [1.0, 2.0, 2.0], [1.0, 2.0, 2.0])]
    pairs += [("opposite", [1.0, -2.0], [-3.0, 6.0]), ("king and queen", GAO[2], GAO[3]), ("apple and king", GAO[4], GAO[2])]
    pairs += [(f"D = {D}", normal(D), normal(D)) for D in (2, 3, 5, 10)]
    pairs += [("entries of +-1000", normal(4, scale=1000), normal(4, scale=1000)), ("short", normal(3, scale=0.01), normal(3))]
    for name, u, v in pairs:
        u, v = numpy.array(u), numpy.array(v)
        yield name, "cosineSimilarity", [u, v], cosine(u, v)
        yield name, "minusDistance", [u, v], minus_distance(u, v)
        yield name, "cosineGradient", [u, v], grad(cosine)(u, v)

    for name, scores, k, excluded in (
        ("one of two", [1.0, 2.0], 1, []),
        ("the best is left out", [1.0, 2.0, 0.0], 1, [1]),
        ("equal scores", [1.0, 3.0, 3.0, 1.0, 3.0], 5, []),
        ("all negative", [-3.0, -1.0, -2.0], 2, [1]),
        ("twice left out", [0.5, -1.0, 0.75, 1.0], 2, [3, 0, 3]),
        ("all equal", [1000.0, 1000.0, 1000.0], 2, [0]),
    ):
        yield name, "largestScores", [numpy.array(scores), k, excluded], ranking(scores, k, excluded)

    tables = [("Gao's words", GAO), ("two words", numpy.array([[1.0, 2.0], [0.5, -1.0]]))]
    tables += [(f"V = {V}, D = {D}", normal(V, D) * normal(V, 1, scale=10)) for V, D in ((3, 2), (5, 4), (9, 3), (20, 6))]
    for name, E in tables:
        query = normal(E.shape[1])
        yield name, "unitTable", [E], unit(E)
        yield name, "tableCosines", [E, query], cosines(E, query)
        for word in range(min(len(E), 6)):
            for k in (1, len(E) - 1):
                yield f"{name}, word {word}, k = {k}", "nearestWords", [E, word, k], ranking(cosines(E, E[word]), k, [word])


def plain(value):
    """Turns arrays into lists, and NumPy's numbers into Python's; refuses what is not finite."""
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
        "script": "cosine-similarity.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "cosine-similarity", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
