"""Independent values for the exercise subsampling: writes subsampling.json beside this file.

Frequencies as exact fractions, roots in 50 decimal digits. Uniform numbers come from a seeded generator and are recorded with
the cases.

Run, from this folder: python3 subsampling.py. It needs no packages, and writes the same bytes each time.
"""

import json
import pathlib
import platform
import random
from collections import Counter
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 50
rng = random.Random(20250610)


def exact(x):
    """A float or a fraction in 50 digits."""
    fraction = Fraction(x)
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def keep(f, t):
    if f == 0:
        return Decimal(1)
    return min(Decimal(1), (exact(t) / exact(f)).sqrt())


def program_keep(f, t):
    if f == 0:
        return Decimal(1)
    ratio = exact(t) / exact(f)
    return min(Decimal(1), ratio.sqrt() + ratio)


def frequencies(text, V):
    counts = Counter(text)
    return [Fraction(counts[word], len(text)) for word in range(V)]


def cases():
    for t in (1e-5, 1e-3, 0.25):
        for f in (0.0, t / 4, t, 2 * t, 2.5 * t, 3 * t, 4 * t, min(1.0, 900 * t), 1.0):
            name = f"f = {f}, t = {t}"
            yield name, "keepProbability", [f, t], float(keep(f, t))
            yield name, "discardProbability", [f, t], float(1 - keep(f, t))
            yield name, "programKeepProbability", [f, t], float(program_keep(f, t))
    for name, text, V in (
        ("one word", [1], 3),
        ("the same word", [0, 0, 0, 0], 2),
        ("all different", [3, 1, 0, 2], 4),
        ("a word without occurrences", [0, 2, 0, 2, 0], 3),
        ("sixty words", [rng.choice([0, 0, 0, 1, 1, 2, 3, 4, 5]) for _ in range(60)], 7),
    ):
        shares = frequencies(text, V)
        yield name, "wordFrequencies", [text, V], [float(f) for f in shares]
        for t in (0.05, 0.25):
            yield f"{name}, t = {t}", "keepProbabilities", [text, V, t], [float(keep(f, t)) for f in shares]
        probabilities = [rng.choice([0.0, 0.125, 0.25, 0.5, 0.75, 1.0]) for _ in range(V)]
        u = [rng.choice([0.0, 0.25, 0.5, round(rng.random() * 0.999, 3)]) for _ in text]
        kept = [word for word, number in zip(text, u) if number < probabilities[word]]
        yield name, "subsampledText", [text, probabilities, u], kept
        expected = sum(Fraction(probabilities[word]) for word in text)
        yield name, "expectedTextLength", [text, probabilities], float(expected)
    yield "no words", "subsampledText", [[], [0.5], []], []
    yield "no words", "expectedTextLength", [[], [0.5]], 0.0


def main():
    provenance = {"script": "subsampling.py", "python": platform.python_version()}
    lines = [
        json.dumps({"name": name, "function": function, "arguments": arguments, "expected": expected}, allow_nan=False)
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "subsampling", "cases": [\n'
    pathlib.Path(__file__).with_suffix(".json").write_text(head + ",\n".join(lines) + "\n]}\n")


if __name__ == "__main__":
    main()
