"""Independent values for the exercise bias-neutralise.

Every value is the exact rational result of the given floating-point inputs, rounded once to float64. NumPy only draws
the random inputs. The script writes bias-neutralise.json beside itself, byte for byte the same each time. To run it:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6
    venv/bin/python bias-neutralise.py
"""

import json
import pathlib
import platform
from fractions import Fraction

import numpy

EXERCISE = "bias-neutralise"


def component(e, g):
    e, g = [Fraction(x) for x in e], [Fraction(x) for x in g]
    scale = sum(a * b for a, b in zip(e, g)) / sum(b * b for b in g)
    return [scale * b for b in g]


def without_component(e, g):
    rest = [Fraction(a) - b for a, b in zip(e, component(e, g))]
    assert sum(a * Fraction(b) for a, b in zip(rest, g)) == 0
    return rest


def rounded(values):
    return [float(value) for value in values]


cases = []


def add_case(name, function, arguments, expected):
    cases.append({"name": name, "function": function, "arguments": arguments, "expected": expected})


def add_vector(name, e, g):
    e, g = rounded(e), rounded(g)
    add_case(name, "biasComponent", [e, g], rounded(component(e, g)))
    add_case(name, "neutralise", [e, g], rounded(without_component(e, g)))


def add_table(name, E, definitional, g):
    E, g = [rounded(row) for row in E], rounded(g)
    expected = [row if index in definitional else rounded(without_component(row, g)) for index, row in enumerate(E)]
    add_case(name, "neutraliseAll", [E, definitional, g], expected)


add_vector("lesson example", [2, 1], [3, 4])
add_vector("D = 1", [5], [-2])
add_vector("unit direction", [2, -3, 4], [0, 1, 0])
add_vector("along the direction", [6, 8], [3, 4])
add_vector("against the direction", [-6, -8], [3, 4])
add_vector("orthogonal already", [4, -3], [3, 4])
add_vector("zero vector", [0, 0, 0], [1, 2, 3])
add_vector("long direction", [1, 2, 3], [1000, -2000, 500])
add_vector("short direction", [1, 2, 3], [0.001, -0.002, 0.0005])
add_vector("entries of +-50", [50, -50, 50, -50], [50, 50, -50, 1])
add_vector("entries of +-1000", [1000, -1000], [-1000, 999])

add_table("nothing is definitional", [[2, 1], [1, 0], [0, 1]], [], [3, 4])
add_table("first row is definitional", [[2, 1], [1, 0], [0, 1]], [0], [3, 4])
add_table("all rows are definitional", [[2, 1], [1, 0], [0, 1]], [2, 0, 1], [3, 4])
add_table("a row is named twice", [[2, 1], [1, 0], [0, 1], [5, 5]], [3, 1, 3], [3, 4])
add_table("one word, D = 1", [[7]], [], [0.5])
add_table("two words, last one definitional", [[1, 2, 3], [4, 5, 6]], [1], [1, 0, -1])
add_table("long direction", [[1, 2], [3, 4], [-5, 6]], [1], [300, -400])
add_table("entries of +-1000", [[1000, -1000], [-1000, -1000], [1000, 1]], [0], [-1000, 999])

random = numpy.random.default_rng(20160721)
for index, D in enumerate([1, 2, 3, 5, 10, 50]):
    e, g = (numpy.round(random.normal(size=D), 3) for _ in range(2))
    g = [0.01, 1.0, 20.0][index % 3] * g
    add_vector(f"random {index + 1}: D = {D}", e.tolist(), g.tolist())
for index, (V, D) in enumerate([(2, 3), (5, 2), (7, 4), (12, 6), (50, 5)]):
    E = numpy.round(random.normal(size=(V, D)), 3)
    g = [0.01, 1.0, 20.0][index % 3] * numpy.round(random.normal(size=D), 3)
    definitional = [int(row) for row in random.choice(V, size=1 + V // 3, replace=False)]
    add_table(f"random {index + 1}: V = {V}, D = {D}", E.tolist(), definitional, g.tolist())

provenance = {
    "script": f"{EXERCISE}.py",
    "python": platform.python_version(),
    "numpy": numpy.__version__,
    "seed": 20160721,
}
text = (
    f'{{"provenance": {json.dumps(provenance)}, "exercise": {json.dumps(EXERCISE)}, "cases": [\n'
    + ",\n".join(json.dumps(case, allow_nan=False) for case in cases)
    + "\n]}\n"
)
pathlib.Path(__file__).with_suffix(".json").write_text(text)
