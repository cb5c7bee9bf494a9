"""Independent values for the exercise lstm-gates.

Steps and sequences come from the LSTM operator of the ONNX reference evaluator, single gates from plain NumPy.

    python3 -m venv venv && venv/bin/pip install numpy onnx
    venv/bin/python lstm-gates.py     # writes lstm-gates.json beside this file

The operator stacks its gates in the order input, output, forget, cell; W holds the parts that act on x, R those that
act on h, and B the biases of W followed by those of R. Inputs are X of (steps, batch, D) and initial states of
(directions, batch, H). No peepholes are given.
"""

import json
import pathlib
import platform

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

rng = np.random.default_rng(20240222)
cases = []


def plain(value):
    """The JSON form of a value: arrays become lists, structures objects."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value


def finite(value):
    if isinstance(value, np.ndarray):
        return bool(np.isfinite(value).all())
    if isinstance(value, dict):
        return all(finite(part) for part in value.values())
    return all(finite(part) for part in value)


def case(name, function, arguments, expected):
    assert finite(expected), name
    assert not any(entry["name"] == name and entry["function"] == function for entry in cases), name
    cases.append({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})


def random(*shape, scale=1.0):
    """Normal numbers of four decimals, so that the inputs stay readable."""
    return np.round(rng.normal(0, scale, shape), 4) + 0.0


def sigmoid(a):
    """exp(-log(1 + exp(-a))), which no score overflows."""
    return np.exp(-np.logaddexp(0, -a))


def parameters(H, D, scale=1.0):
    p = {f"W{gate}": random(H, H + D, scale=scale) for gate in "fioc"}
    p |= {f"b{gate}": random(H, scale=scale) for gate in "fioc"}
    return p


def evaluator():
    inputs = ["X", "W", "R", "B", "", "h0", "c0"]
    node = helper.make_node("LSTM", inputs, ["Y", "Y_h", "Y_c"], hidden_size=1)
    tensors = [helper.make_tensor_value_info(n, TensorProto.DOUBLE, None) for n in inputs if n]
    outputs = [helper.make_tensor_value_info(n, TensorProto.DOUBLE, None) for n in ("Y", "Y_h", "Y_c")]
    graph = helper.make_graph([node], "lstm", tensors, outputs)
    return ReferenceEvaluator(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)]))


lstm = evaluator()


def run(p, h0, c0, xs):
    """The hidden states of all steps and the last cell state, from the operator."""
    H = len(h0)
    W = np.concatenate([p[f"W{gate}"][:, H:] for gate in "iofc"])
    R = np.concatenate([p[f"W{gate}"][:, :H] for gate in "iofc"])
    B = np.concatenate([p[f"b{gate}"] for gate in "iofc"] + [np.zeros(4 * H)])
    feeds = {"X": np.array(xs)[:, None, :], "W": W[None], "R": R[None], "B": B[None]}
    feeds |= {"h0": h0[None, None, :], "c0": c0[None, None, :]}
    with np.errstate(over="ignore"):  # the operator's sigmoid passes through infinity on its way to 0
        Y, Y_h, Y_c = lstm.run(None, feeds)
    assert Y.dtype == np.float64 and np.array_equal(Y[-1, 0, 0], Y_h[0, 0])
    return Y[:, 0, 0, :], Y_c[0, 0]


def states(p, h0, c0, xs):
    """All states: the operator gives the last cell alone, so each prefix of the inputs is run from the start."""
    hidden, _ = run(p, h0, c0, xs)
    return [{"h": hidden[t], "c": run(p, h0, c0, xs[: t + 1])[1]} for t in range(len(xs))]


def gates(name, p, h, x):
    for function, gate, squash in [
        ("lstmForgetGate", "f", sigmoid),
        ("lstmInputGate", "i", sigmoid),
        ("lstmOutputGate", "o", sigmoid),
        ("lstmCandidate", "c", np.tanh),
    ]:
        a = p[f"W{gate}"] @ np.concatenate([h, x]) + p[f"b{gate}"]
        case(name, function, [h, x, p], squash(a))


def step(name, p, h, c, x):
    case(name, "lstmStep", [{"h": h, "c": c}, x, p], states(p, h, c, [x])[0])


def sequence(name, p, h, c, xs):
    case(name, "lstmSequence", [{"h": h, "c": c}, xs, p], states(p, h, c, xs))


def array(*values):
    return np.array(values, dtype=np.float64)


# The latch of the lesson: an input of 1 is written, an input of 0 leaves the cell nearly as it was.
latch = {
    "Wf": array([0, -8]), "Wi": array([0, 8]), "Wo": array([0, 0]), "Wc": array([0.5, 2]),
    "bf": array(4), "bi": array(-4), "bo": array(2), "bc": array(0),
}
gates("lesson, x = 1", latch, array(0), array(1))
case("lesson", "lstmCell", [array(0.5, 1), array(1, 0.25), array(-1, 0.5), array(2, -4)], array(0, -3.875))
case("lesson", "lstmHidden", [array(0.5, 1), array(0, 2)], array(0, np.tanh(2)))
step("lesson, first step", latch, array(0), array(-1), array(1))
sequence("lesson", latch, array(0), array(-1), [array(1), array(0)])

shapes = [(1, 1), (1, 3), (2, 1), (2, 5), (3, 2), (4, 4), (5, 3)]

for H, D in shapes:
    name = f"random, H = {H}, D = {D}"
    gates(name, parameters(H, D), random(H), random(D))
    f, i, o = (sigmoid(random(H)) for _ in range(3))
    candidate, c = np.tanh(random(H)), random(H, scale=2)
    case(name, "lstmCell", [f, i, candidate, c], f * c + i * candidate)
    case(name, "lstmHidden", [o, c], o * np.tanh(c))
    step(name, parameters(H, D), random(H), random(H, scale=2), random(D))
    for T in (1, 2, 7):
        sequence(f"{name}, T = {T}", parameters(H, D), random(H), random(H, scale=2), [random(D) for _ in range(T)])

for H, D in [(1, 1), (3, 5)]:
    zeros = np.zeros(H)
    sequence(f"T = 50, H = {H}, D = {D}", parameters(H, D), zeros, zeros, [random(D) for _ in range(50)])

zero = {name: np.zeros_like(value) for name, value in parameters(2, 3).items()}
gates("weights of zero", zero, random(2), random(3))
step("weights of zero", zero, random(2), random(2), random(3))

# Saturation: inputs of +-50, scores of +-1000, cells of +-1000.
for H, D in [(1, 1), (3, 2), (2, 4)]:
    signs = np.where(np.arange(D) % 2 == 0, 50.0, -50.0)
    for sign in (1, -1):
        name = f"inputs of {'+-' if sign > 0 else '-+'}50, H = {H}, D = {D}"
        p = parameters(H, D)
        gates(name, p, random(H), sign * signs)
        step(name, p, random(H), random(H), sign * signs)
        sequence(f"{name}, T = 5", p, random(H), random(H), [sign * signs, -sign * signs] * 2 + [sign * signs])
for score in (1000.0, -1000.0, 50.0, -50.0):
    p = {f"W{gate}": np.zeros((2, 5)) for gate in "fioc"} | {f"b{gate}": array(score, -score) for gate in "fioc"}
    gates(f"scores of {score:+.0f}", p, random(2), random(3))
    step(f"scores of {score:+.0f}", p, random(2), random(2), random(3))
    p = {f"W{gate}": np.full((2, 5), score) for gate in "fioc"} | {f"b{gate}": np.zeros(2) for gate in "fioc"}
    gates(f"weights of {score:+.0f}", p, array(1, -1), array(1, 0, 0))
    step(f"weights of {score:+.0f}", p, array(1, -1), array(2, -2), array(1, 0, 0))
case("closed and open gates", "lstmCell", [array(0, 1, 0, 1), array(0, 0, 1, 1), array(1, 1, -1, -1),
     array(1000, 1000, -1000, -1000)], array(0, 1000, -1, -1001))
case("cells of +-1000", "lstmHidden", [array(1, 1, 0.5, 0), array(1000, -1000, 1000, -1000)], array(1, -1, 0.5, 0))
case("cells of +-50", "lstmHidden", [array(1, 0.25), array(50, -50)], array(1, -0.25))


def split(name, W, H):
    Wh, Wx = np.split(W, [H], axis=1)
    h, x = rng.normal(size=H), rng.normal(size=W.shape[1] - H)
    assert np.allclose(W @ np.concatenate([h, x]), Wh @ h + Wx @ x, rtol=0, atol=1e-12)
    case(name, "splitWeights", [W, H], {"Wh": Wh, "Wx": Wx})


split("two by three", array([1, 2, 3], [4, 5, 6]), 2)
for H, D in shapes:
    split(f"random, H = {H}, D = {D}", random(H, H + D), H)
split("four gates stacked", random(8, 5), 2)
split("entries of +-1000", array([1000, -1000, 1e-9], [-1000, 1000, 0]), 2)

provenance = {
    "script": "lstm-gates.py",
    "python": platform.python_version(),
    "numpy": np.__version__,
    "onnx": onnx.__version__,
}
lines = ",\n".join("  " + json.dumps(entry, allow_nan=False) for entry in cases)
text = f'{{"provenance": {json.dumps(provenance)},\n "exercise": "lstm-gates",\n "cases": [\n{lines}\n]}}\n'
pathlib.Path(__file__).with_suffix(".json").write_text(text)
