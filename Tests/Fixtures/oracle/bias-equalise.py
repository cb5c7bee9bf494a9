"""Independent values for the exercise bias-equalise.

Everything is computed in 60 digits from the given floating-point inputs and rounded once to float64. Equalised pairs come
from their defining properties, not from the formula: both have length 1, the parts across the direction are the mean's, and
the first lies on its own side. NumPy only draws the random inputs. The script writes bias-equalise.json beside itself, byte
for byte the same each time. To run it:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6
    venv/bin/python bias-equalise.py
"""

import json
import pathlib
import platform
from decimal import Decimal, getcontext

import numpy

EXERCISE = "bias-equalise"
SEED = 20160723
getcontext().prec = 60


def exact(v):
    return [Decimal(x) for x in v]


def inner(a, b):
    return sum(x * y for x, y in zip(a, b))


def along(e, g):
    return [inner(e, g) / inner(g, g) * x for x in g]


def parts(a, b, g):
    """By the words' own parts across and along the direction."""
    across = [[x - y for x, y in zip(e, along(e, g))] for e in (a, b)]
    shared = [(x + y) / 2 for x, y in zip(*across)]
    opposite = [(x - y) / 2 for x, y in zip(along(a, g), along(b, g))]
    return shared, opposite


def equalised(a, b, g):
    """The two points of length 1 above and below the mean's part across the direction."""
    shared, _ = parts(a, b, g)
    unit = [x / inner(g, g).sqrt() for x in g]
    height = (1 - inner(shared, shared)).sqrt()
    if inner(a, unit) < inner(b, unit):
        height = -height
    pair = [[x + sign * height * u for x, u in zip(shared, unit)] for sign in (1, -1)]
    assert all(abs(inner(e, e) - 1) < Decimal("1e-50") for e in pair)
    return pair


def rounded(values):
    return [float(value) + 0.0 for value in values]


cases = []


def add_case(name, function, arguments, expected):
    cases.append({"name": name, "function": function, "arguments": arguments, "expected": expected})


def add_parts(name, a, b, g):
    a, b, g = ([float(x) for x in v] for v in (a, b, g))
    add_case(name, "partAlong", [a, g], rounded(along(exact(a), exact(g))))
    shared, opposite = (rounded(v) for v in parts(exact(a), exact(b), exact(g)))
    add_case(name, "pairParts", [a, b, g], {"shared": shared, "opposite": opposite})
    pair = [[Decimal(x) + sign * Decimal(y) for x, y in zip(shared, opposite)] for sign in (1, -1)]
    add_case(
        name,
        "pairOf",
        [{"shared": shared, "opposite": opposite}],
        {"first": rounded(pair[0]), "second": rounded(pair[1])},
    )


def add_unit(name, a, b, g):
    a, b, g = ([float(x) for x in v] for v in (a, b, g))
    add_parts(name, a, b, g)
    pair = equalised(exact(a), exact(b), exact(g))
    add_case(name, "equalise", [a, b, g], {"first": rounded(pair[0]), "second": rounded(pair[1])})
    shared, opposite = (rounded(v) for v in parts(exact(a), exact(b), exact(g)))
    height = (1 - inner(exact(shared), exact(shared))).sqrt()
    length = inner(exact(opposite), exact(opposite)).sqrt()
    stretched = [height / length * x for x in exact(opposite)]
    add_case(
        name,
        "unitParts",
        [{"shared": shared, "opposite": opposite}],
        {"shared": shared, "opposite": rounded(stretched)},
    )


def add_table(name, E, pairs, g):
    E, g = [[float(x) for x in row] for row in E], [float(x) for x in g]
    expected = [list(row) for row in E]
    for x, y in pairs:
        first, second = equalised(exact(E[x]), exact(E[y]), exact(g))
        expected[x], expected[y] = rounded(first), rounded(second)
    add_case(name, "equaliseAll", [E, [{"first": x, "second": y} for x, y in pairs], g], expected)


add_parts("the lesson's pair", [2, 1], [0, -2], [3, 4])
add_parts("long vectors", [1000, -1000, 1], [999, 3, -1000], [0.01, -0.02, 0.05])
add_parts("a mean without bias", [1, 2], [-1, 4], [1, 0])
add_unit("the lesson's pair of length 1", [0.6, 0.8], [0.8, -0.6], [3, 4])
add_unit("one dimension", [1], [-1], [0.5])
add_unit("one dimension, the other way round", [-1], [1], [20])
add_unit("equalised already", [0.6, 0.8], [0.6, -0.8], [0, 2])
add_unit("along the direction and across it", [1, 0, 0], [0, 1, 0], [5, 0, 0])
add_unit("opposite vectors", [0.6, 0, 0.8], [-0.6, 0, -0.8], [1, 1, 1])
add_unit("both on one side", [0.6, 0.8, 0], [0.8, 0, 0.6], [10, 0, 1])
square = [[0.6, 0.8], [0.8, -0.6], [1, 0], [0, -1]]
add_table("one of two rows left", [[1, 0], [0.6, 0.8], [0, 1]], [(1, 0)], [3, 4])
add_table("every row in a pair", square, [(3, 2), (0, 1)], [0, 1])
add_table("no pair", square, [], [1, 2])
add_table("one dimension", [[1], [1], [-1]], [(2, 0)], [-4])

random = numpy.random.default_rng(SEED)


def units(count, D):
    rows = random.normal(size=(count, D))
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


for index, D in enumerate([2, 3, 5, 10, 50]):
    a, b = units(2, D).tolist()
    g = ([0.01, 1.0, 20.0][index % 3] * numpy.round(random.normal(size=D), 3)).tolist()
    add_unit(f"random {index + 1}: D = {D}", a, b, g)
    V = 2 * index + 3
    order = [int(row) for row in random.permutation(V)]
    pairs = [(order[2 * k], order[2 * k + 1]) for k in range(index + 1)]
    add_table(f"random {index + 1}: V = {V}, D = {D}", units(V, D).tolist(), pairs, g)

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
