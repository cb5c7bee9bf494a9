"""Independent values for the exercise gradient-clipping, in exact fractions and 60 digits of decimals.

    python3 gradient-clipping.py     # writes gradient-clipping.json beside this file

Sums of squares are exact fractions, so nothing overflows, vanishes or is rounded before the end; roots are taken in 60
digits. Nothing but Python's standard library is used. The generator is seeded: the same version writes the same bytes.
"""

import json
import pathlib
import platform
import random
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60
getcontext().Emax = 10000
getcontext().Emin = -10000
rng = random.Random(20130616)
cases = []


def case(name, function, arguments, expected):
    cases.append({"name": name, "function": function, "arguments": arguments, "expected": expected})


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def entries(blocks):
    return [Fraction(x) for block in blocks for row in block for x in row]


def inner(a, b):
    return sum(x * y for x, y in zip(entries(a), entries(b)))


def norm(blocks):
    return decimal(inner(blocks, blocks)).sqrt()


def factor(length, threshold):
    """The factor, in decimals; `length` is one too."""
    return Decimal(1) if length <= Decimal(threshold) else Decimal(threshold) / length


def mapped(blocks, change):
    return [[[change(x) for x in row] for row in block] for block in blocks]


def by_norm(blocks, threshold):
    f = factor(norm(blocks), threshold)
    return mapped(blocks, lambda x: float(Decimal(x) * f))


def by_value(blocks, limit):
    return mapped(blocks, lambda x: sorted((-limit, x, limit))[1])


def cosine(a, b):
    return float(decimal(inner(a, b)) / (norm(a) * norm(b)))


def step(parameters, blocks, rate, threshold):
    f = Decimal(rate) * factor(norm(blocks), threshold)
    return [
        [[float(Decimal(p) - f * Decimal(x)) for p, x in zip(*rows)] for rows in zip(*pair)]
        for pair in zip(parameters, blocks)
    ]


def random_blocks(shapes, scale=1.0):
    return [[[scale * round(rng.gauss(0, 1), 3) for _ in range(c)] for _ in range(r)] for r, c in shapes]


def everything(name, blocks, threshold):
    for number, block in enumerate(blocks):
        case(f"{name}, block {number}", "blockNorm", [block], float(norm([block])))
    case(name, "globalNorm", [blocks], float(norm(blocks)))
    length = float(norm(blocks))
    case(name, "clippingFactor", [length, threshold], float(factor(Decimal(length), threshold)))
    case(name, "clipByNorm", [blocks, threshold], by_norm(blocks, threshold))
    case(name, "clipByValue", [blocks, threshold], by_value(blocks, threshold))
    shapes = [(len(block), len(block[0])) for block in blocks]
    parameters = random_blocks(shapes)
    case(name, "clippedStep", [parameters, blocks, 0.25, threshold], step(parameters, blocks, 0.25, threshold))
    if any(entries(blocks)):
        case(f"{name}, itself", "directionCosine", [blocks, blocks], cosine(blocks, blocks))
        clipped = by_value(blocks, threshold)
        case(f"{name}, clipped by value", "directionCosine", [blocks, clipped], cosine(blocks, clipped))
        case(f"{name}, another", "directionCosine", [parameters, blocks], cosine(parameters, blocks))


everything("the lesson's", [[[3.0], [4.0]], [[12.0]]], 6.5)
everything("exactly the threshold", [[[3.0], [4.0]], [[12.0]]], 13.0)
everything("one number", [[[-2.0]]], 0.5)
everything("short", random_blocks([(2, 3), (2, 1)]), 20.0)
everything("long", random_blocks([(2, 3), (2, 1)]), 0.5)
everything("many blocks", random_blocks([(3, 2), (3, 3), (3, 1), (1, 3), (1, 1)]), 2.0)
everything("a block of zeros", [[[0.0, 0.0]], [[1.0], [-2.0]]], 1.0)
everything("all zeros", [[[0.0, 0.0]], [[0.0]]], 1.0)
everything("huge", random_blocks([(2, 2), (2, 1)], 1e200), 1.5)
everything("one huge entry", [[[1e250, 1.0]], [[-3.0], [2.0]]], 1.5)
everything("huge and negative", [[[-1e200, -2e200]], [[-3e200]]], 1.5)
everything("vanished", random_blocks([(2, 2), (2, 1)], 1e-200), 1.5)
for length, threshold in ((0.0, 1.0), (0.5, 1.0), (1.0, 1.0), (4.0, 1.0), (1e300, 2.0), (1e-300, 2.0)):
    case(f"norm {length}", "clippingFactor", [length, threshold], float(factor(Decimal(length), threshold)))

lines = ",\n".join(json.dumps(entry, allow_nan=False) for entry in cases)
provenance = json.dumps({"script": "gradient-clipping.py", "python": platform.python_version()})
text = f'{{"provenance": {provenance}, "exercise": "gradient-clipping", "cases": [\n{lines}\n]}}\n'
pathlib.Path(__file__).with_suffix(".json").write_text(text)
