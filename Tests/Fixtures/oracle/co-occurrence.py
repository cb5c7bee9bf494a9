"""Independent values for the exercise co-occurrence: writes co-occurrence.json beside this file.

Every value is exact (Python's integers and fractions), rounded once to float64. The sentences are those of
lessons/corpus/village.txt, and lists of numbers.

Run, from this folder, with nothing but Python:

    python3 co-occurrence.py

The generator is seeded: the same version writes the same bytes.
"""

import json
import pathlib
import platform
import random
import re
from fractions import Fraction

HERE = pathlib.Path(__file__)
CORPUS = HERE.parents[3] / "lessons" / "corpus" / "village.txt"


def positions(t, T, window):
    return [s for s in range(T) if s != t and -window["before"] <= s - t <= window["after"]]


def pairs(document, window):
    return [
        {"centre": document[t], "context": document[s], "distance": abs(s - t)}
        for t in range(len(document))
        for s in positions(t, len(document), window)
    ]


def weight(distance, window):
    return Fraction(1, distance) if window["countsByDistance"] else Fraction(1)


def counts(documents, V, window):
    X = [[Fraction(0)] * V for _ in range(V)]
    for document in documents:
        for pair in pairs(document, window):
            X[pair["centre"]][pair["context"]] += weight(pair["distance"], window)
    return X


def by_document(documents, V):
    return [[Fraction(document.count(word)) for document in documents] for word in range(V)]


def probabilities(X):
    return [[x / sum(row) if sum(row) else x for x in row] for row in X]


def ratio(X, i, j, k):
    P = probabilities(X)
    return P[i][k] / P[j][k]


def numbered(sentences):
    numbers = {}
    return [[numbers.setdefault(word, len(numbers)) for word in sentence] for sentence in sentences], numbers


def village():
    text = CORPUS.read_text().lower()
    return [re.findall("[a-z]+", sentence) for sentence in text.split(".") if sentence.strip()]


def window(before, after, by_distance):
    return {"before": before, "after": after, "countsByDistance": by_distance}


WINDOWS = [window(1, 1, False), window(2, 2, True), window(3, 1, False), window(0, 2, True), window(2, 0, False)]
WINDOWS += [window(10, 10, True)]


def cases():
    rng = random.Random(20250504)
    for w in WINDOWS:
        name = f"{w['before']} before, {w['after']} after"
        for t, T in ((0, 1), (0, 2), (1, 3), (2, 8), (7, 8)):
            yield f"{name}, {t} of {T}", "contextPositions", [t, T, w], positions(t, T, w)
        for distance in (1, 2, 7):
            yield f"{name}, distance {distance}", "pairCount", [distance, w], weight(distance, w)

    sentences = village()
    texts = [("the lesson's example", [[0, 1, 2, 0, 3], [0, 4, 2]], 5), ("one word", [[1]], 2)]
    texts += [("no word in between", [[0, 1], [], [1, 0]], 2), ("a repeated word", [[0, 0, 0]], 2)]
    texts += [("random", [[rng.randrange(6) for _ in range(length)] for length in (9, 1, 4)], 7)]
    for start in (0, 100):
        documents, numbers = numbered(sentences[start : start + 2])
        texts.append((f"sentences from {start}", documents, len(numbers)))
    for name, documents, V in texts:
        yield name, "documentCounts", [documents, V], by_document(documents, V)
        for w in WINDOWS:
            place = f"{name}, {w['before']} before, {w['after']} after"
            yield place, "contextPairs", [documents[0], w], pairs(documents[0], w)
            yield place, "coOccurrences", [documents, V, w], counts(documents, V, w)
        X = counts(documents, V, WINDOWS[1])
        rounded = [[Fraction(float(x)) for x in row] for row in X]
        yield name, "contextProbabilities", [rounded], probabilities(rounded)

    tables = [("all ones", [[1, 1], [1, 1]]), ("a column", [[2], [0], [5]]), ("large", [[100000, 1], [3, 99999]])]
    tables += [("quarters", [[Fraction(rng.randrange(1, 30), 4) for _ in range(4)] for _ in range(3)])]
    for name, X in tables:
        X = [[Fraction(x) for x in row] for row in X]
        yield name, "contextProbabilities", [X], probabilities(X)
        for i, j, k in ((0, 1, 0), (1, 0, len(X[0]) - 1), (0, len(X) - 1, 0)):
            if X[j][k] and sum(X[i]):
                yield f"{name}, {i} {j} {k}", "probabilityRatio", [X, i, j, k], ratio(X, i, j, k)


def plain(value):
    """Turns fractions into numbers, and what holds them into lists and objects."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return float(value) if isinstance(value, Fraction) else value


def main():
    provenance = {"script": "co-occurrence.py", "python": platform.python_version()}
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "co-occurrence", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    HERE.with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
