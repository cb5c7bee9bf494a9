"""Independent values for the exercise noise-distribution: writes noise-distribution.json beside this file.

Powers and sums in 50 decimal digits; a word is found by walking through exact sums of the bounds as they are, a way that the
exercise forbids. Uniform numbers come from a seeded generator and are recorded with the cases.

Run, from this folder: python3 noise-distribution.py. It needs no packages, and writes the same bytes each time.
"""

import json
import pathlib
import platform
import random
from decimal import Decimal, getcontext

getcontext().prec = 50
rng = random.Random(20250608)


def weights(counts, alpha):
    return [Decimal(n) ** Decimal(alpha) if n > 0 else Decimal(0) for n in counts]


def distribution(counts, alpha):
    powers = weights(counts, alpha)
    return [power / sum(powers) for power in powers]


def bounds(p):
    return [sum(map(Decimal, p[: word + 1])) for word in range(len(p))]


def word(b, u):
    possible = [w for w in range(len(b)) if b[w] > (b[w - 1] if w > 0 else 0)]
    return next((w for w in possible if b[w] > u), possible[-1])


def negatives(b, target, K, u):
    drawn = [word(b, number) for number in u]
    return [w for w in drawn if w != target][:K]


def without(p, target):
    others = [Decimal(0) if w == target else Decimal(x) for w, x in enumerate(p)]
    return [x / sum(others) for x in others]


def uniform(n):
    return [round(rng.random() * 0.999, 3) for _ in range(n)]


def floats(values):
    return [float(value) for value in values]


def cases():
    for name, counts in (
        ("the lesson's three words", [81, 16, 1]),
        ("two words", [1, 1]),
        ("a word that was not counted", [5, 0, 3]),
        ("first and last not counted", [0, 7, 2, 0]),
        ("Zipf's law", [1000 // rank for rank in range(1, 13)]),
        ("very unequal", [1000000000, 1, 0, 30]),
    ):
        for alpha in (0.75, 0.5, 1.0, 1.25):
            title = f"{name}, alpha = {alpha}"
            yield title, "noiseWeights", [counts, alpha], floats(weights(counts, alpha))
            p = distribution(counts, alpha)
            yield title, "noiseDistribution", [counts, alpha], floats(p)
        p = floats(distribution(counts, 0.75))
        b = floats(bounds(p))
        yield name, "noiseBounds", [p], b
        for target in sorted({0, len(p) - 1, rng.randrange(len(p))}):
            yield f"{name}, target {target}", "negativeDistribution", [p, target], floats(without(p, target))
            for K, n in ((1, 1), (5, 20), (3, 2), (2, 0)):
                u = uniform(n)
                yield f"{name}, target {target}, K = {K}, {n} numbers", "noiseNegatives", [b, target, K, u], negatives(b, target, K, u)
        for u in uniform(6):
            yield f"{name}, u = {u}", "noiseWord", [b, u], word(b, u)
    for name, b in (
        ("quarters", [0.25, 0.75, 1.0]),
        ("a first word of probability 0", [0.0, 0.5, 1.0]),
        ("a word of probability 0 between", [0.5, 0.5, 1.0]),
        ("short of 1", [0.5, 0.75, 0.875]),
        ("short of 1 and a last word of probability 0", [0.5, 0.75, 0.75, 0.75]),
        ("one certain word", [0.0, 1.0, 1.0]),
    ):
        for u in (0.0, 0.25, 0.5, 0.625, 0.75, 0.875, 0.999):
            yield f"{name}, u = {u}", "noiseWord", [b, u], word(b, u)
        yield name, "noiseNegatives", [b, 1, 4, [0.1, 0.6, 0.9, 0.3, 0.7]], negatives(b, 1, 4, [0.1, 0.6, 0.9, 0.3, 0.7])


def main():
    provenance = {"script": "noise-distribution.py", "python": platform.python_version()}
    lines = [
        json.dumps({"name": name, "function": function, "arguments": arguments, "expected": expected}, allow_nan=False)
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "noise-distribution", "cases": [\n'
    pathlib.Path(__file__).with_suffix(".json").write_text(head + ",\n".join(lines) + "\n]}\n")


if __name__ == "__main__":
    main()
