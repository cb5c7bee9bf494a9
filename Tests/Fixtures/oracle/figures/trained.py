"""Independent values for the figures of trained vectors, by NumPy from lessons/corpus/almanac-vectors.txt.

Principal components come from a singular value decomposition; the sign of each is that which makes its largest entry
positive. The lists of words are written anew. The script writes trained.json beside itself. To run it:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6
    venv/bin/python trained.py
"""

import json
import pathlib

import numpy as np

here = pathlib.Path(__file__)
rows = (here.parents[4] / "lessons/corpus/almanac-vectors.txt").read_text().splitlines()[1:]
vector = {row.split()[0]: np.array([float(np.float32(x)) for x in row.split()[1:]]) for row in rows}
men = "he himself him king prince man boy father son brother uncle husband grandfather actor duke waiter host".split()
women = (
    "she herself her queen princess woman girl mother daughter sister aunt wife grandmother actress duchess waitress "
    "hostess"
).split()
female = "nurse receptionist hairdresser librarian florist".split()
male = "surgeon programmer pilot carpenter engineer".split()
professions = female + "teacher doctor lawyer baker".split() + male
hers = "knitting dancing gardening gentle caring patient".split()
his = "football fishing poker bold daring tough".split()


def unit(v):
    return v / np.linalg.norm(v)


gender = unit(sum(unit(vector[w]) - unit(vector[m]) for m, w in zip(men, women, strict=True)))
neutral = {word: v - (v @ gender) * gender for word, v in vector.items()}


def lean(word, table):
    def mean(words):
        return np.mean([unit(table[word]) @ unit(table[other]) for other in words])

    return float(mean(hers) - mean(his))


def same_side(table):
    same = 0
    for side in (female, male):
        for word in side:
            others = [other for other in female + male if other != word]
            near = sorted(others, key=lambda other: -(unit(table[word]) @ unit(table[other])))[:4]
            same += sum(other in side for other in near)
    return same / 40


four = np.array([vector[word] for word in ("man", "woman", "king", "queen")])
directions = np.linalg.svd(four - four.mean(axis=0))[2][:2]
directions = np.array([d * np.sign(d[np.argmax(np.abs(d))]) for d in directions])
values = {
    "along": [float(unit(vector[word]) @ gender) for word in professions],
    "lean": [[lean(word, vector), lean(word, neutral)] for word in professions],
    "sameSide": [same_side(vector), same_side(neutral)],
    "places": ((four - four.mean(axis=0)) @ directions.T).tolist(),
    "result": ((four[2] - four[0] + four[1] - four.mean(axis=0)) @ directions.T).tolist(),
    "queen": float(unit(unit(four[2]) - unit(four[0]) + unit(four[1])) @ unit(four[3])),
}
here.with_suffix(".json").write_text(json.dumps(values, indent=1) + "\n")
