"""Independent values for the exercise one-hot: writes one-hot.json beside this file.

Words by a regular expression, counts by Python's Counter, vectors as rows of NumPy's identity. The texts are those of
lessons/corpus/village.txt, and a few made up here.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python one-hot.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
import random
import re
from collections import Counter
from importlib.metadata import version

import numpy

HERE = pathlib.Path(__file__)
CORPUS = HERE.parents[3] / "lessons" / "corpus" / "village.txt"
SPECIAL = ["<pad>", "<unk>", "<sos>", "<eos>"]
PAD, UNK, SOS, EOS = range(4)


def tokens(text):
    return re.findall("[a-z]+", text.lower())


def vocabulary(sentences, V):
    counts = Counter(word for sentence in sentences for word in sentence)
    alphabetical = sorted(counts)
    ranked = sorted(alphabetical, key=counts.__getitem__, reverse=True)  # stable, and reverse keeps equals in order
    return SPECIAL + ranked[: V - 4]


def index(words, word):
    return {known: place for place, known in enumerate(words)}.get(word, UNK)


def encoded(words, sentence):
    return [SOS] + [index(words, word) for word in sentence] + [EOS]


def decoded(words, indices):
    return [words[i] for i in indices if i not in (PAD, SOS, EOS)]


def padded(batch):
    width = max(map(len, batch))
    table = numpy.full((len(batch), width), PAD)
    for row, sentence in zip(table, batch):
        row[: len(sentence)] = sentence
    return table.tolist()


def cases():
    rng = random.Random(20250604)
    text = CORPUS.read_text()
    raw = [sentence.strip() + "." for sentence in text.split(".") if sentence.strip()]
    village = [tokens(sentence) for sentence in raw]
    odd = ["", "  ", "Bread!", "The king, the queen", "one\ntwo\n\nthree", "a-b c's 12 apples; 3d", "ALL CAPITALS..."]
    for piece in odd + raw[:5] + [" ".join(raw[20:23])]:
        yield piece[:30], "wordTokens", [piece], tokens(piece)

    small = [["b", "a", "b"], ["c", "a"], ["d"]]
    for V in (4, 5, 6, 7, 8, 20):
        yield f"small, V = {V}", "frequentVocabulary", [small, V], vocabulary(small, V)
    for V in (4, 10, 30, 1000):
        sentences = village[30:40]
        yield f"ten sentences, V = {V}", "frequentVocabulary", [sentences, V], vocabulary(sentences, V)
    yield "the corpus", "frequentVocabulary", [village, 60], vocabulary(village, 60)

    words = vocabulary(village, 40)
    for word in words + ["zebra", "fisherman"]:
        yield word, "wordIndex", [words, word], index(words, word)
    for sentence in [[], ["zebra"]] + rng.sample(village, 6):
        indices = encoded(words, sentence)
        yield " ".join(sentence), "encodedSentence", [words, sentence], indices
        yield " ".join(sentence), "decodedSentence", [words, indices], decoded(words, indices)
        yield " ".join(sentence) + ", padded", "decodedSentence", [words, indices + [PAD] * 3], decoded(words, indices)
    for size in (1, 2, 5):
        batch = [encoded(words, sentence) for sentence in rng.sample(village, size)]
        yield f"{size} sentences", "paddedBatch", [batch], padded(batch)
    yield "an empty one", "paddedBatch", [[[], [7, 5]]], padded([[], [7, 5]])

    for V in (1, 2, 5, 56):
        for place in sorted({0, V // 2, V - 1}):
            yield f"{place} of {V}", "oneHotVector", [place, V], numpy.eye(V)[place].tolist()
        indices = [rng.randrange(V) for _ in range(6)]
        yield f"V = {V}", "oneHotRows", [indices, V], numpy.eye(V)[indices].tolist()
    yield "one position", "oneHotRows", [[2], 3], numpy.eye(3)[[2]].tolist()


def main():
    provenance = {"script": "one-hot.py", "python": platform.python_version(), "numpy": version("numpy")}
    lines = [
        json.dumps({"name": name, "function": function, "arguments": arguments, "expected": expected})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "one-hot", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    HERE.with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
