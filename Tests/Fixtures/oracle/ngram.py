"""Independent values for the exercise ngram: writes ngram.json beside this file.

Counts by Python's Counter, probabilities as exact fractions, logarithms and powers in 50 decimal digits. The sentences are
those of lessons/corpus/village.txt, and a few made up here.

Run, from this folder, with nothing but Python:

    python3 ngram.py

The generator is seeded: the same version writes the same bytes.
"""

import json
import pathlib
import platform
import random
import re
from collections import Counter
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 50
HERE = pathlib.Path(__file__)
CORPUS = HERE.parents[3] / "lessons" / "corpus" / "village.txt"


def padded(sentence, n):
    return ["<sos>"] * (n - 1) + list(sentence) + ["<eos>"]


def chunks(tokens, n):
    return [list(chunk) for chunk in zip(*(tokens[offset:] for offset in range(n)))]


def count(sentences, n):
    counter = Counter()
    for sentence in sentences:
        counter.update(tuple(chunk) for chunk in chunks(padded(sentence, n), n))
    return counter


def listed(counter):
    return [{"words": list(words), "count": times} for words, times in sorted(counter.items())]


def context_count(counter, context):
    return sum(times for words, times in counter.items() if words[:-1] == tuple(context))


def conditional(counter, context, word):
    return Fraction(counter[tuple(context) + (word,)], context_count(counter, context))


def possible(sentences):
    return len({word for sentence in sentences for word in sentence} | {"<eos>"})


def smoothed(model, context, word):
    n, counter, k, V = model
    return (counter[tuple(context) + (word,)] + Fraction(k)) / (context_count(counter, context) + Fraction(k) * V)


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def log_probability(model, sentence):
    n = model[0]
    return sum(decimal(smoothed(model, chunk[:-1], chunk[-1])).ln() for chunk in chunks(padded(sentence, n), n))


def perplexity(model, sentences):
    predicted = sum(len(sentence) + 1 for sentence in sentences)
    return (-sum(log_probability(model, sentence) for sentence in sentences) / predicted).exp()


def village():
    text = CORPUS.read_text().lower()
    return [re.findall("[a-z]+", sentence) for sentence in text.split(".") if sentence.strip()]


def model_json(model):
    n, counter, k, V = model
    return {"n": n, "counts": listed(counter), "k": float(k), "V": V}


def cases():
    rng = random.Random(20250602)
    text = village()
    small = [["a", "b"], ["a"], ["b", "a", "b"]]
    mirror = [["the", "king", "loved", "the", "queen"], ["the", "queen", "loved", "the", "king"]]
    sources = [("small", small), ("two sentences", mirror), ("a repeated word", [["so", "so", "so"]])]
    sources += [(f"sentences from {start}", text[start : start + 2]) for start in (0, 203)]

    for n in (1, 2, 3, 4):
        for name, sentence in (("three words", text[0][:3]), ("one word", ["bread"]), ("no word", [])):
            yield f"{name}, n = {n}", "paddedSentence", [sentence, n], padded(sentence, n)
            yield f"{name}, n = {n}", "ngrams", [sentence, n], chunks(sentence, n)
        yield f"a sentence, n = {n}", "ngrams", [text[5], n], chunks(text[5], n)

    for name, sentences in sources:
        yield name, "possibleWords", [sentences], possible(sentences)
        for n in (1, 2, 3):
            counter, k = count(sentences, n), rng.choice(["0.25", "0.5", "1", "2"])
            model = (n, counter, k, possible(sentences))
            place = f"{name}, n = {n}"
            yield place, "ngramCounts", [sentences, n], listed(counter)
            for words in rng.sample(sorted(counter), min(2, len(counter))):
                context, word = list(words[:-1]), words[-1]
                yield f"{place}, {words}", "timesCounted", [listed(counter), list(words)], counter[words]
                yield f"{place}, {words}", "contextCount", [listed(counter), context], context_count(counter, context)
                share = float(conditional(counter, context, word))
                yield f"{place}, {words}", "conditionalProbability", [listed(counter), context, word], share
                for other in (word, "zebra"):
                    value = float(smoothed(model, context, other))
                    yield f"{place}, {other}", "smoothedProbability", [model_json(model), context, other], value
            unseen = ["zebra"] * (n - 1)
            yield f"{place}, unseen", "timesCounted", [listed(counter), unseen + ["the"]], counter[tuple(unseen + ["the"])]
            if n > 1:
                yield f"{place}, unseen", "contextCount", [listed(counter), unseen], 0
                value = float(smoothed(model, unseen, "the"))
                yield f"{place}, unseen", "smoothedProbability", [model_json(model), unseen, "the"], value
            for sentence in (sentences[0], ["the", "zebra"]):
                value = float(log_probability(model, sentence))
                yield f"{place}, {' '.join(sentence)}", "sentenceLogProbability", [model_json(model), sentence], value
            for tested in (sentences, [["the", "zebra"], text[100], ["so"]]):
                value = float(perplexity(model, tested))
                yield f"{place}, {len(tested)} sentences", "perplexity", [model_json(model), tested], value
    yield "the corpus", "possibleWords", [text], possible(text)
    yield "the corpus", "ngramCounts", [text, 1], listed(count(text, 1))


def main():
    provenance = {"script": "ngram.py", "python": platform.python_version()}
    lines = [
        json.dumps({"name": name, "function": function, "arguments": arguments, "expected": expected})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "ngram", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    HERE.with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
