"""Independent values for the exercise cell-highway: writes cell-highway.json beside this file.

Only the forward LSTM is written down here; every derivative comes from automatic differentiation (autograd over NumPy,
float64). A single way is the Jacobian of the one quantity that it goes through, with everything else held fixed. The
derivative by all ways is that of a run of the cell from another c_s, with inputs, h_{s-1} and the gates of step s as
they were.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python cell-highway.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import jacobian

rng = numpy.random.default_rng(19971115)
cases = []


def plain(value):
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    array = numpy.asarray(value, dtype=numpy.float64)
    if not numpy.isfinite(array).all():
        raise ValueError("not finite")
    return (array + 0.0).tolist()


def case(name, function, arguments, expected):
    assert not any(entry["name"] == name and entry["function"] == function for entry in cases), name
    cases.append({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def sigmoid(a):
    return 0.5 * (1 + np.tanh(0.5 * a))


GATES = ("f", "i", "o")


def values(w, u, h, c):
    """One step from the state (h, c); u holds what input and bias add to the four scores."""
    step = {g: sigmoid(np.dot(w["W" + g], h) + u[g]) for g in GATES}
    step["candidate"] = np.tanh(np.dot(w["Wc"], h) + u["candidate"])
    step["c"] = step["f"] * c + step["i"] * step["candidate"]
    return step


def hidden(step):
    return step["o"] * np.tanh(step["c"])


def run(w, us, step):
    """The steps after a given one."""
    steps = [step]
    for u in us:
        steps.append(values(w, u, hidden(steps[-1]), steps[-1]["c"]))
    return steps


def from_cell(step, c):
    """The step with another cell and the same gates."""
    return {**step, "c": c}


def diagonal_of(function, at):
    J = jacobian(function)(at)
    assert numpy.array_equal(J, numpy.diag(numpy.diag(J)))
    return numpy.diag(J)


def weights(H, scale):
    return {name: normal(H, H, scale=scale) for name in ("Wf", "Wi", "Wo", "Wc")}


def added(H, scale, keep=0.0):
    u = {name: normal(H, scale=scale) for name in ("f", "i", "o", "candidate")}
    u["f"] = u["f"] + keep
    return u


def single_ways(name, w, u, before, h):
    """The derivatives of one step, which starts from the cell `before` and the hidden state h."""
    step = values(w, u, h, before)

    def gate(x, g):
        return sigmoid(np.dot(w["W" + g], x) + u[g])

    def candidate(x):
        return np.tanh(np.dot(w["Wc"], x) + u["candidate"])

    case(name, "shownSlope", [step], diagonal_of(lambda c: hidden(from_cell(step, c)), step["c"]))
    case(name, "forgetPath", [before, step, w], jacobian(lambda x: gate(x, "f") * before)(h))
    case(name, "inputPath", [step, w], jacobian(lambda x: gate(x, "i") * step["candidate"])(h))
    case(name, "candidatePath", [step, w], jacobian(lambda x: step["i"] * candidate(x))(h))
    case(name, "outputPath", [step, w], jacobian(lambda x: gate(x, "o") * np.tanh(step["c"]))(h))
    case(name, "cellByHidden", [before, step, w], jacobian(lambda x: values(w, u, x, before)["c"])(h))


def all_ways(name, w, us, first):
    steps = run(w, us, first)

    def straight_on(c):
        for step in steps[1:]:
            c = step["f"] * c + step["i"] * step["candidate"]
        return 1.0 * c

    case(name, "directPath", [steps], diagonal_of(straight_on, first["c"]))
    J = jacobian(lambda c: 1.0 * run(w, us, from_cell(first, c))[-1]["c"])(first["c"])
    case(name, "fullCellJacobian", [steps, w], J)
    if us:
        J = jacobian(lambda c: run(w, us[:1], from_cell(first, c))[-1]["c"])(first["c"])
        case(name, "cellJacobian", [first, steps[1], w], J)


# Name, H, steps after the first, scale of the weights, scale of what is added, what keeps.
RUNS = (
    ("one unit, one step", 1, 1, 1.0, 1.0, 0.0),
    ("one unit, no step", 1, 0, 1.0, 1.0, 0.0),
    ("one unit, four steps", 1, 4, 1.5, 1.0, 0.0),
    ("two units, two steps", 2, 2, 1.0, 1.0, 0.0),
    ("three units, one step", 3, 1, 1.0, 1.0, 0.0),
    ("three units, three steps", 3, 3, 1.5, 1.0, 0.0),
    ("four units, no step", 4, 0, 1.0, 1.0, 0.0),
    ("five units, seven steps", 5, 7, 1.0, 1.0, 1.0),
    ("open forget gates", 3, 6, 0.7, 0.5, 4.0),
    ("nearly saturated", 2, 3, 1.0, 6.0, 0.0),
    ("fifty steps", 3, 50, 0.8, 0.7, 3.0),
)

for name, H, T, scale, spread, keep in RUNS:
    w = weights(H, scale)
    first = values(w, added(H, spread), normal(H, scale=0.5), normal(H))
    all_ways(name, w, [added(H, spread, keep) for _ in range(T)], first)
    single_ways(name, w, added(H, spread, keep), normal(H), normal(H, scale=0.5))


def array(*numbers):
    return numpy.array(numbers, dtype=numpy.float64)


# The lesson's unit, over two steps; what is added gives the gates and candidates that it states.
def score(share):
    return numpy.log(share / (1 - share))


w = {"Wf": array([1]), "Wi": array([1]), "Wo": array([2]), "Wc": array([-2])}
first = {"f": array(0.5), "i": array(0.5), "o": array(0.9), "candidate": array(0.0), "c": array(0.5)}
stated = [
    {"f": array(0.9), "i": array(0.6), "o": array(0.8), "candidate": array(0.3)},
    {"f": array(0.8), "i": array(0.5), "o": array(0.6), "candidate": array(-0.4)},
]
us, before = [], first
for step in stated:
    h = hidden(before)
    u = {g: score(step[g]) - w["W" + g] @ h for g in GATES}
    u["candidate"] = numpy.arctanh(step["candidate"]) - w["Wc"] @ h
    us.append(u)
    before = values(w, u, h, before["c"])
all_ways("the lesson's", w, us, first)
all_ways("the lesson's first step", w, us[:1], first)

# Extremes: gates of 0 and 1, candidates of 1 and -1, cells of 1000 and -1000.
for name, c in (("large", array(1000, -1000)), ("one large", array(-1000, 0.5)), ("zero", array(0, 0))):
    step = {"f": array(1, 0), "i": array(0, 1), "o": array(1, 0.25), "candidate": array(1, -1), "c": c}
    case(f"cells: {name}", "shownSlope", [step], diagonal_of(lambda c: hidden(from_cell(step, c)), c))
    o = score(0.25)
    w = weights(2, 1.0)
    quarter = {**step, "o": array(0.25, 0.25)}
    J = jacobian(lambda x: sigmoid(np.dot(w["Wo"], x) + o) * np.tanh(c))(numpy.zeros(2))
    case(f"cells: {name}", "outputPath", [quarter, w], J)
w = weights(2, 1.0)
shut = {"f": array(1, 0), "i": array(0, 1), "o": array(1, 0), "candidate": array(1, -1), "c": array(3, -2)}
for function in ("inputPath", "candidatePath", "outputPath"):
    case("saturated", function, [shut, w], numpy.zeros((2, 2)))
case("saturated", "forgetPath", [array(1000, 2), shut, w], numpy.zeros((2, 2)))
case("saturated", "cellByHidden", [array(1000, 2), shut, w], numpy.zeros((2, 2)))
case("saturated", "cellJacobian", [shut, shut, w], numpy.diag(shut["f"]))
case("a gate of zeros", "directPath", [[shut, {**shut, "f": array(0, 1)}, {**shut, "f": array(0.5, 1)}]], array(0, 1))

provenance = {
    "script": "cell-highway.py",
    "python": platform.python_version(),
    "numpy": version("numpy"),
    "autograd": version("autograd"),
}
lines = ",\n".join(json.dumps(entry, allow_nan=False) for entry in cases)
text = f'{{"provenance": {json.dumps(provenance)}, "exercise": "cell-highway", "cases": [\n{lines}\n]}}\n'
pathlib.Path(__file__).with_suffix(".json").write_text(text)
