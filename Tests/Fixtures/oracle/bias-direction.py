"""Independent values for the exercise bias-direction.

Everything is exact rational arithmetic of the given floating-point inputs; only lengths are roots, in 60 digits. The power
iteration is a power of the matrix, whose product with the start is brought to length 1 once, at the end. NumPy only draws
the random inputs, and its eigenvectors confirm where fifty steps have led. The script writes bias-direction.json beside
itself, byte for byte the same each time. To run it:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6
    venv/bin/python bias-direction.py
"""

import json
import pathlib
import platform
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy

EXERCISE = "bias-direction"
SEED = 20160722
getcontext().prec = 60


def exact(rows):
    return [[Fraction(x) for x in row] for row in rows]


def differences(E, pairs):
    E = exact(E)
    return [[a - b for a, b in zip(E[x], E[y])] for x, y in pairs]


def mean(E, pairs):
    rows = differences(E, pairs)
    return [sum(column) / len(rows) for column in zip(*rows)]


def scatter(E, pairs):
    """About the middles of the pairs, word by word."""
    E = exact(E)
    D = len(E[0])
    S = [[Fraction(0)] * D for _ in range(D)]
    for x, y in pairs:
        middle = [(a + b) / 2 for a, b in zip(E[x], E[y])]
        for word in (E[x], E[y]):
            off = [a - m for a, m in zip(word, middle)]
            for i in range(D):
                for j in range(D):
                    S[i][j] += off[i] * off[j]
    return S


def times(S, v):
    return [sum(a * b for a, b in zip(row, v)) for row in S]


def inner(a, b):
    return sum(x * y for x, y in zip(a, b))


def unit(v):
    squares = sum(Fraction(x) ** 2 for x in v)
    length = (Decimal(squares.numerator) / Decimal(squares.denominator)).sqrt()
    return [Decimal(Fraction(x).numerator) / Decimal(Fraction(x).denominator) / length for x in v]


def component(S, start, steps):
    v = [Fraction(x) for x in start]
    for _ in range(steps):
        v = times(S, v)
    return v


def rounded(value):
    if isinstance(value, list):
        return [rounded(entry) for entry in value]
    return float(value) + 0.0


cases = []


def add_case(name, function, arguments, expected):
    cases.append({"name": name, "function": function, "arguments": arguments, "expected": rounded(expected)})


def add(name, E, pairs, start, counts):
    E, start = [[float(x) for x in row] for row in E], [float(x) for x in start]
    named = [{"first": x, "second": y} for x, y in pairs]
    S = scatter(E, pairs)
    add_case(name, "pairDifferences", [E, named], differences(E, pairs))
    add_case(name, "meanBiasDirection", [E, named], mean(E, pairs))
    add_case(name, "pairScatter", [E, named], S)
    given = rounded(S)
    add_case(name, "scatterStep", [given, start], unit(times(exact(given), [Fraction(x) for x in start])))
    for steps in counts:
        v = component(exact(given), start, steps)
        add_case(f"{name}, {steps} steps", "principalComponent", [given, start, steps], unit(v))
        v = component(S, mean(E, pairs), steps)
        add_case(f"{name}, {steps} steps", "principalBiasDirection", [E, named, steps], unit(v))
        if steps == 50:
            first = numpy.linalg.eigh(numpy.array(given))[1][:, -1]
            assert abs(abs(first @ numpy.array(rounded(unit(v)))) - 1) < 1e-6, name
            assert inner(v, mean(E, pairs)) > 0


# Differences (4, 3) and (2, 5).
lesson = [[4, 4], [0, 1], [3, 7], [1, 2]]
add("the lesson's two pairs", lesson, [(0, 1), (2, 3)], [1, 0], [0, 1, 2, 50])
add("the lesson's pairs, one reversed", lesson, [(0, 1), (3, 2)], [1, 0], [0, 1, 3])
add("one pair", [[2, 1, 0], [0, 1, 2]], [(0, 1)], [1, 1, 0], [0, 1, 3])
add("one dimension", [[5], [-2], [1]], [(0, 1), (2, 1)], [-2], [0, 1, 8])
add("a word in two pairs", [[1, 2, 0], [0, 1, 1], [2, 0, 3]], [(0, 1), (0, 2)], [1, -1, 2], [2, 50])
add("the same pair twice", [[1, 2], [3, -1]], [(1, 0), (1, 0)], [0, 1], [1, 2])
add("entries of +-1000", [[1000, -999], [-1000, 1000], [998, 1]], [(0, 1), (2, 1)], [1, 0], [1, 8])
for name, S, v in (
    ("not symmetric", [[1, 2], [0, 3]], [1, 1]),
    ("not symmetric, entries of +-100", [[100, -50, 3], [7, 99, -100], [0, 1, 60]], [1, -2, 0.5]),
    ("a negative number", [[-2]], [3]),
):
    S, v = [[float(x) for x in row] for row in S], [float(x) for x in v]
    add_case(name, "scatterStep", [S, v], unit(times(exact(S), [Fraction(x) for x in v])))
    for steps in (0, 1, 2, 7):
        add_case(f"{name}, {steps} steps", "principalComponent", [S, v, steps], unit(component(exact(S), v, steps)))
random = numpy.random.default_rng(SEED)
for index, (V, D, N) in enumerate([(4, 2, 2), (6, 3, 3), (8, 5, 10), (20, 10, 10)]):
    E = numpy.round(random.normal(size=(V, D)), 3)
    pairs = [tuple(int(row) for row in random.choice(V, size=2, replace=False)) for _ in range(N)]
    start = numpy.round(random.normal(size=D), 3)
    add(f"random {index + 1}: V = {V}, D = {D}", E.tolist(), pairs, start.tolist(), [0, 1, 5])

provenance = {
    "script": f"{EXERCISE}.py",
    "python": platform.python_version(),
    "numpy": numpy.__version__,
    "seed": SEED,
}
text = (
    f'{{"provenance": {json.dumps(provenance)}, "exercise": {json.dumps(EXERCISE)}, "cases": [\n'
    + ",\n".join(json.dumps(case, allow_nan=False) for case in cases)
    + "\n]}\n"
)
pathlib.Path(__file__).with_suffix(".json").write_text(text)
