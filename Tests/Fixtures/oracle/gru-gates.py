"""Independent values for the exercise gru-gates.

Steps and sequences come from the GRU operator of the ONNX reference evaluator, single gates from plain NumPy.

    python3 -m venv venv && venv/bin/pip install numpy onnx
    venv/bin/python gru-gates.py     # writes gru-gates.json beside this file

The operator keeps with z, as Gao does, and with linear_before_reset=0 it resets before the product. It stacks its
gates in the order update, reset, hidden; W holds the parts that act on x, R those that act on h, and B the biases of W
followed by those of R. Inputs are X of (steps, batch, D) and an initial state of (directions, batch, H).
"""

import json
import pathlib
import platform

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

rng = np.random.default_rng(20140601)
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


def case(name, function, arguments, expected):
    assert all(np.isfinite(part).all() for part in (expected if isinstance(expected, list) else [expected])), name
    assert not any(entry["name"] == name and entry["function"] == function for entry in cases), name
    cases.append({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})


def random(*shape, scale=1.0):
    """Normal numbers of four decimals, so that the inputs stay readable."""
    return np.round(rng.normal(0, scale, shape), 4) + 0.0


def sigmoid(a):
    """exp(-log(1 + exp(-a))), which no score overflows."""
    return np.exp(-np.logaddexp(0, -a))


def parameters(H, D):
    return {
        "Wz": random(H, H + D), "Wr": random(H, H + D), "bz": random(H), "br": random(H),
        "Wh": random(H, H), "Wx": random(H, D), "bh": random(H),
    }


def evaluator():
    inputs = ["X", "W", "R", "B", "", "h0"]
    node = helper.make_node("GRU", inputs, ["Y", "Y_h"], hidden_size=1, linear_before_reset=0)
    tensors = [helper.make_tensor_value_info(n, TensorProto.DOUBLE, None) for n in inputs if n]
    outputs = [helper.make_tensor_value_info(n, TensorProto.DOUBLE, None) for n in ("Y", "Y_h")]
    graph = helper.make_graph([node], "gru", tensors, outputs)
    return ReferenceEvaluator(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)]))


gru = evaluator()


def states(p, h0, xs):
    H = len(h0)
    W = np.concatenate([p["Wz"][:, H:], p["Wr"][:, H:], p["Wx"]])
    R = np.concatenate([p["Wz"][:, :H], p["Wr"][:, :H], p["Wh"]])
    B = np.concatenate([p["bz"], p["br"], p["bh"], np.zeros(3 * H)])
    feeds = {"X": np.array(xs)[:, None, :], "W": W[None], "R": R[None], "B": B[None], "h0": h0[None, None, :]}
    with np.errstate(over="ignore"):  # the operator's sigmoid passes through infinity on its way to 0
        Y, Y_h = gru.run(None, feeds)
    assert Y.dtype == np.float64 and np.array_equal(Y[-1, 0, 0], Y_h[0, 0])
    return list(Y[:, 0, 0, :])


def gates(name, p, h, x):
    hx = np.concatenate([h, x])
    case(name, "gruUpdateGate", [h, x, p], sigmoid(p["Wz"] @ hx + p["bz"]))
    case(name, "gruResetGate", [h, x, p], sigmoid(p["Wr"] @ hx + p["br"]))


def candidate(name, p, h, x, r):
    case(name, "gruCandidate", [h, x, r, p], np.tanh(p["Wh"] @ (r * h) + p["Wx"] @ x + p["bh"]))


def step(name, p, h, x):
    case(name, "gruStep", [h, x, p], states(p, h, [x])[0])


def sequence(name, p, h0, xs):
    case(name, "gruSequence", [h0, xs, p], states(p, h0, xs))


def array(*values):
    return np.array(values, dtype=np.float64)


# The step that the lesson works out by hand.
lesson = {
    "Wz": array([1, 0, 0.2], [0, 1, -0.6]), "Wr": array([0, 0, 0], [0, -1, 0.6]), "bz": array(0, 0), "br": array(0, 0),
    "Wh": array([0.5, 1], [1, 0.5]), "Wx": array([1], [-0.5]), "bh": array(0, 0.2),
}
gates("lesson", lesson, array(0.8, -0.4), array(1))
candidate("lesson, half reset", lesson, array(0.8, -0.4), array(1), array(0.5, 0.5))
case("round numbers", "gruHidden", [array(1, 0, 0.5, 0.25), array(2, 2, 2, 2), array(-1, -1, -1, 1)],
     array(2, -1, 0.5, 1.25))
step("lesson", lesson, array(0.8, -0.4), array(1))
sequence("lesson", lesson, array(0.8, -0.4), [array(1), array(0)])

for H, D in [(1, 1), (1, 3), (2, 1), (2, 5), (3, 2), (4, 4), (5, 3)]:
    name = f"random, H = {H}, D = {D}"
    p, h, x = parameters(H, D), random(H), random(D)
    gates(name, p, h, x)
    candidate(name, p, h, x, sigmoid(random(H)))
    z, h, new = sigmoid(random(H)), random(H), np.tanh(random(H))
    case(name, "gruHidden", [z, h, new], z * h + (1 - z) * new)
    step(name, parameters(H, D), random(H), random(D))
    for T in (1, 2, 7):
        sequence(f"{name}, T = {T}", parameters(H, D), random(H), [random(D) for _ in range(T)])

for H, D in [(1, 1), (3, 5)]:
    sequence(f"T = 50, H = {H}, D = {D}", parameters(H, D), np.zeros(H), [random(D) for _ in range(50)])

p, h, x = parameters(3, 2), random(3), random(2)
candidate("reset gate of zeros", p, h, x, np.zeros(3))
candidate("reset gate of ones", p, h, x, np.ones(3))
zero = {name: np.zeros_like(value) for name, value in parameters(2, 3).items()}
gates("weights of zero", zero, random(2), random(3))
candidate("weights of zero", zero, random(2), random(3), array(0.5, 0.5))
step("weights of zero", zero, random(2), random(3))

# Saturation: inputs of +-50, scores of +-1000.
for H, D in [(1, 1), (3, 2), (2, 4)]:
    signs = np.where(np.arange(D) % 2 == 0, 50.0, -50.0)
    for sign in (1, -1):
        name = f"inputs of {'+-' if sign > 0 else '-+'}50, H = {H}, D = {D}"
        p = parameters(H, D)
        gates(name, p, random(H), sign * signs)
        candidate(name, p, random(H), sign * signs, sigmoid(random(H)))
        step(name, p, random(H), sign * signs)
        sequence(f"{name}, T = 5", p, random(H), [sign * signs, -sign * signs] * 2 + [sign * signs])
for score in (1000.0, -1000.0, 50.0, -50.0):
    p = {name: np.zeros_like(value) for name, value in parameters(2, 3).items()}
    p |= {name: array(score, -score) for name in ("bz", "br", "bh")}
    gates(f"scores of {score:+.0f}", p, random(2), random(3))
    candidate(f"scores of {score:+.0f}", p, random(2), random(3), array(0.5, 1))
    step(f"scores of {score:+.0f}", p, random(2), random(3))
    p = {name: np.full_like(value, score) if name[0] == "W" else value for name, value in zero.items()}
    gates(f"weights of {score:+.0f}", p, array(1, -1), array(1, 0, 0))
    candidate(f"weights of {score:+.0f}", p, array(1, -1), array(1, 0, 0), array(1, 0.5))
    step(f"weights of {score:+.0f}", p, array(1, -1), array(1, 0, 0))
case("states of +-1000", "gruHidden", [array(0, 1, 0.5), array(1000, -1000, 1000), array(-1, 1, 1)],
     array(-1, -1000, 500.5))

provenance = {
    "script": "gru-gates.py",
    "python": platform.python_version(),
    "numpy": np.__version__,
    "onnx": onnx.__version__,
}
lines = ",\n".join("  " + json.dumps(entry, allow_nan=False) for entry in cases)
text = f'{{"provenance": {json.dumps(provenance)},\n "exercise": "gru-gates",\n "cases": [\n{lines}\n]}}\n'
pathlib.Path(__file__).with_suffix(".json").write_text(text)
