"""Independent values for the exercise parameter-count: shapes of arrays as libraries keep them, and their sizes.

    python3 parameter-count.py     # writes parameter-count.json beside this file

Counts come from lists of shapes in the layout of Keras (kernel, recurrent kernel, bias), whose summary on Hennebert &
Melchior's slide gives 5376, 198 and 5574; budgets are searched over all sizes. Nothing is random.
"""

import json
import math
import pathlib
import platform

cases = []


def case(name, function, arguments, expected):
    cases.append({"name": name, "function": function, "arguments": arguments, "expected": expected})


def size(shapes):
    return sum(math.prod(shape) for shape in shapes)


def rnn(d, n):
    return [(d, n), (n, n), (n,)]


def gru(d, n, after):
    return [(d, 3 * n), (n, 3 * n), (2, 3 * n) if after else (3 * n,)]


def lstm(d, n):
    return [(d, 4 * n), (n, 4 * n), (4 * n,)]


def dense(d, n):
    return [(d, n), (n,)]


def stacked(d, units):
    return [shape for below, n in zip([d, *units], units) for shape in lstm(below, n)]


assert (size(lstm(9, 32)), size(dense(32, 6)), size(stacked(9, [32]) + dense(32, 6))) == (5376, 198, 5574)

for d, n in ((1, 1), (9, 32), (2, 3), (3, 2), (56, 128), (300, 512), (1, 40), (40, 1)):
    name = f"{d} inputs, {n} units"
    case(name, "rnnParameterCount", [d, n], size(rnn(d, n)))
    case(f"{name}, before", "gruParameterCount", [d, n, False], size(gru(d, n, False)))
    case(f"{name}, after", "gruParameterCount", [d, n, True], size(gru(d, n, True)))
    case(name, "lstmParameterCount", [d, n], size(lstm(d, n)))
    case(name, "denseParameterCount", [d, n], size(dense(d, n)))
for d, units, classes in ((9, [32], 6), (9, [32, 32], 6), (1, [1], 2), (3, [5, 2], 4), (10, [7, 3, 8], 2)):
    name = f"{d}, {units}, {classes}"
    case(name, "stackedParameterCount", [d, units], size(stacked(d, units)))
    case(name, "classifierParameterCount", [d, units, classes], size(stacked(d, units) + dense(units[-1], classes)))
for d, budget in ((9, 5376), (9, 5375), (9, 5377), (1, 3), (1, 2), (100, 50), (3, 1000), (20, 100000)):
    for blocks in (1, 3, 4):
        fitting = [n for n in range(budget + 1) if blocks * (size(rnn(d, n)) if n else 0) <= budget]
        case(f"{budget} for {blocks} blocks on {d} inputs", "affordableUnits", [budget, d, blocks], max(fitting))

lines = ",\n".join(json.dumps(entry) for entry in cases)
provenance = json.dumps({"script": "parameter-count.py", "python": platform.python_version()})
text = f'{{"provenance": {provenance}, "exercise": "parameter-count", "cases": [\n{lines}\n]}}\n'
pathlib.Path(__file__).with_suffix(".json").write_text(text)
