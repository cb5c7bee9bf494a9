"""Independent values for the exercise analogy: writes analogy.json beside this file.

Cosines by NumPy in float64; answers and ranks by Python's sort.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python analogy.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import numpy


def cosine(u, v):
    return numpy.inner(u, v) / (numpy.linalg.norm(u) * numpy.linalg.norm(v))


def target(E, a, b, c):
    return E[b] - E[a] + E[c]


def scores(E, goal):
    return numpy.array([cosine(row, goal) for row in E])


def ranking(values, excluded):
    order = sorted(range(len(values)), key=lambda index: (-values[index], index))
    return [index for index in order if index not in excluded]


def ranked(E, a, b, c):
    return ranking(scores(E, target(E, a, b, c)), [a, b, c])


def rank(E, q):
    return ranked(E, q["a"], q["b"], q["c"]).index(q["d"]) + 1


def accuracy(E, questions):
    return sum(rank(E, q) == 1 for q in questions) / len(questions)


def step_cosine(E, q):
    return cosine(E[q["b"]] - E[q["a"]], E[q["d"]] - E[q["c"]])


def question(a, b, c, d):
    return {"a": a, "b": b, "c": c, "d": d}


rng = numpy.random.default_rng(20250503)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


# man, woman, king, queen
FILLATRE = numpy.array([[0.2, 0.2], [0.6, 0.3], [0.3, 0.7], [0.7, 0.8]])
# man, woman, king, queen, apple, orange
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


def planted(pairs, extra, D, noise):
    step = normal(D)
    rows = []
    for base in normal(pairs, D, scale=2):
        rows += [base, base + step + normal(D, scale=noise)]
    rows += list(normal(extra, D, scale=2))
    questions = [
        question(2 * i, 2 * i + 1, 2 * j, 2 * j + 1) for i in range(pairs) for j in range(pairs) if i != j
    ]
    return numpy.round(numpy.array(rows), 6), questions


def cases():
    people = [question(0, 1, 2, 3), question(0, 2, 1, 3), question(2, 3, 0, 1)]
    tables = [("Fillatre's words", FILLATRE, people), ("Gao's words", GAO, people)]
    for pairs, extra, D, noise in ((2, 1, 2, 0.1), (2, 3, 3, 0.5), (3, 0, 4, 1.0), (4, 4, 3, 0.3), (5, 10, 8, 2.0)):
        name = f"{pairs} planted pairs and {extra} other words, D = {D}, noise {noise}"
        tables.append((name, *planted(pairs, extra, D, noise)))
    tables.append(("vectors of all lengths", normal(7, 3) * normal(7, 1, scale=100), [question(0, 1, 2, 3)]))

    for name, E, questions in tables:
        yield name, "analogyAccuracy", [E, questions], accuracy(E, questions)
        for q in questions[:4]:
            a, b, c, d = (q[letter] for letter in "abcd")
            goal = target(E, a, b, c)
            place = f"{name}: {a} is to {b} as {c} is to {d}"
            yield place, "analogyTarget", [E, a, b, c], goal
            yield place, "analogyScores", [E, goal], scores(E, goal)
            yield place, "solvedAnalogy", [E, a, b, c], ranked(E, a, b, c)[0]
            yield place, "answerRank", [E, q], rank(E, q)
            yield place, "stepCosine", [E, q], step_cosine(E, q)
        half = questions[::2]
        yield f"{name}, every second question", "analogyAccuracy", [E, half], accuracy(E, half)

    for name, values, excluded in (
        ("nothing left out", [0.5, -1.0, 0.75], []),
        ("the best left out", [0.5, -1.0, 0.75], [2]),
        ("all negative", [-0.5, -0.25, -0.75], [1]),
        ("equal scores", [0.25, 0.5, 0.5, 0.5], [1]),
        ("one remains", [0.25, 0.5, 0.75], [1, 2, 1]),
        ("+-1000", [-1000.0, 1000.0, 999.0], [1]),
    ):
        yield name, "bestRemaining", [numpy.array(values), excluded], ranking(values, excluded)[0]


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
        "script": "analogy.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "analogy", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
