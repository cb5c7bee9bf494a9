"""Independent values for the exercise gru-conventions: writes gru-conventions.json beside this file.

The steps of Gao and Trends come from the GRU operator of the ONNX reference evaluator, which keeps with z and resets
before the product (linear_before_reset=0) or after it (1). It has no form that writes: those of Notes and of Hennebert
& Melchior, and the single lines, are plain NumPy. Every conversion is checked here to give the same states.

    python3 -m venv venv && venv/bin/pip install numpy onnx
    venv/bin/python gru-conventions.py
"""

import json
import pathlib
import platform

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

rng = np.random.default_rng(20141211)
cases = []


def plain(value):
    """The JSON form of a value: arrays become lists, structures objects."""
    if isinstance(value, np.ndarray):
        assert np.isfinite(value).all()
        return (value + 0.0).tolist()
    return {name: plain(part) for name, part in value.items()}


def case(name, function, arguments, expected):
    assert not any(entry["name"] == name and entry["function"] == function for entry in cases), name
    entry = {"name": name, "function": function, "arguments": [plain(a) for a in arguments]}
    cases.append(entry | {"expected": plain(expected)})


def random(*shape, scale=1.0):
    """Normal numbers of four decimals, so that the inputs stay readable."""
    return np.round(rng.normal(0, scale, shape), 4) + 0.0


def sigmoid(a):
    """exp(-log(1 + exp(-a))), which no score overflows."""
    return np.exp(-np.logaddexp(0, -a))


def separate(H, D):
    shapes = {"Wz": (H, D), "Uz": (H, H), "bz": (H,), "Wr": (H, D), "Ur": (H, H), "br": (H,), "Wh": (H, D)}
    return {name: random(*shape) for name, shape in (shapes | {"Uh": (H, H), "bh": (H,)}).items()}


def gao(H, D):
    shapes = {"Wz": (H, H + D), "bz": (H,), "Wr": (H, H + D), "br": (H,), "Wh": (H, H), "Wx": (H, D), "bh": (H,)}
    return {name: random(*shape) for name, shape in shapes.items()}


def joined(H, D):
    shapes = {"Wu": (H, H + D), "bu": (H,), "Wr": (H, H + D), "br": (H,), "Wc": (H, H + D), "bc": (H,)}
    return {name: random(*shape) for name, shape in shapes.items()}


def evaluator(linear_before_reset):
    inputs = ["X", "W", "R", "B", "", "h0"]
    node = helper.make_node(
        "GRU", inputs, ["Y", "Y_h"], hidden_size=1, linear_before_reset=linear_before_reset)
    tensors = [helper.make_tensor_value_info(n, TensorProto.DOUBLE, None) for n in inputs if n]
    outputs = [helper.make_tensor_value_info(n, TensorProto.DOUBLE, None) for n in ("Y", "Y_h")]
    graph = helper.make_graph([node], "gru", tensors, outputs)
    return ReferenceEvaluator(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)]))


reset_before, reset_after = evaluator(0), evaluator(1)


def keeping(gru, h, x, Wz, Uz, bz, Wr, Ur, br, Wh, Uh, bh):
    feeds = {
        "X": x[None, None, :], "W": np.concatenate([Wz, Wr, Wh])[None], "R": np.concatenate([Uz, Ur, Uh])[None],
        "B": np.concatenate([bz, br, bh, np.zeros(3 * len(h))])[None], "h0": h[None, None, :],
    }
    with np.errstate(over="ignore"):  # the operator's sigmoid passes through infinity on its way to 0
        Y_h = gru.run(None, feeds)[1]
    assert Y_h.dtype == np.float64
    return Y_h[0, 0]


def gao_step(h, x, p):
    H = len(h)
    return keeping(
        reset_before, h, x, p["Wz"][:, H:], p["Wz"][:, :H], p["bz"], p["Wr"][:, H:], p["Wr"][:, :H], p["br"], p["Wx"],
        p["Wh"], p["bh"])


def trends_step(h, x, p):
    return keeping(reset_after, h, x, **p)


def notes_step(h, x, p):
    z = sigmoid(p["Wz"] @ x + p["Uz"] @ h + p["bz"])
    r = sigmoid(p["Wr"] @ x + p["Ur"] @ h + p["br"])
    candidate = np.tanh(p["Wh"] @ x + p["Uh"] @ (r * h) + p["bh"])
    return (1 - z) * h + z * candidate


def hennebert_step(h, x, p):
    u = sigmoid(p["Wu"] @ np.concatenate([h, x]) + p["bu"])
    r = sigmoid(p["Wr"] @ np.concatenate([h, x]) + p["br"])
    candidate = np.tanh(p["Wc"] @ np.concatenate([r * h, x]) + p["bc"])
    return (1 - u) * h + u * candidate


def conversions(name, p):
    H, D = p["Wz"].shape
    reversed_gate = p | {key: -p[key] for key in ("Wz", "Uz", "bz")}
    as_gao = {
        "Wz": np.hstack([-p["Uz"], -p["Wz"]]), "bz": -p["bz"], "Wr": np.hstack([p["Ur"], p["Wr"]]), "br": p["br"],
        "Wh": p["Uh"], "Wx": p["Wh"], "bh": p["bh"],
    }
    as_joined = {
        "Wu": np.hstack([p["Uz"], p["Wz"]]), "bu": p["bz"], "Wr": np.hstack([p["Ur"], p["Wr"]]), "br": p["br"],
        "Wc": np.hstack([p["Uh"], p["Wh"]]), "bc": p["bh"],
    }
    for _ in range(20):
        h, x = rng.normal(0, 1, H), rng.normal(0, 1, D)
        state = notes_step(h, x, p)
        assert np.allclose(state, keeping(reset_before, h, x, **reversed_gate), rtol=1e-12, atol=1e-12)
        assert np.allclose(state, gao_step(h, x, as_gao), rtol=1e-12, atol=1e-12)
        assert np.allclose(state, hennebert_step(h, x, as_joined), rtol=1e-12, atol=1e-12)
    case(name, "withGateReversed", [p], reversed_gate)
    case(name, "gaoFromNotes", [p], as_gao)
    case(name, "hennebertFromNotes", [p], as_joined)
    case(name, "joinedMatrix", [p["Uz"], p["Wz"]], np.hstack([p["Uz"], p["Wz"]]))


def lines(name, h, x, r, U, W, b):
    case(name, "candidateResettingBefore", [h, x, r, U, W, b], np.tanh(W @ x + U @ (r * h) + b))
    case(name, "candidateResettingAfter", [h, x, r, U, W, b], np.tanh(W @ x + r * (U @ h) + b))
    case(name, "resetDifference", [U, r, h], U @ (r * h) - r * (U @ h))


def states(name, z, h, candidate):
    case(name, "stateKeeping", [z, h, candidate], z * h + (1 - z) * candidate)
    case(name, "stateWriting", [z, h, candidate], (1 - z) * h + z * candidate)


def steps(name, h, x, forms):
    for function, step, p in zip(
        ("gaoStep", "trendsStep", "notesStep", "hennebertStep"), (gao_step, trends_step, notes_step, hennebert_step),
        forms):
        case(name, function, [h, x, p], step(h, x, p))


def array(*values):
    return np.array(values, dtype=np.float64)


# The step that the lesson works out by hand, with Gao's weights in each form's places.
h, x, U, W, b = array(0.8, -0.4), array(1), array([0.5, 1], [1, 0.5]), array([1], [-0.5]), array(0, 0.2)
Uz, Wz, Ur, Wr, zero = array([1, 0], [0, 1]), array([0.2], [-0.6]), array([0, 0], [0, -1]), array([0], [0.6]), array(0, 0)
example = {"Wz": Wz, "Uz": Uz, "bz": zero, "Wr": Wr, "Ur": Ur, "br": zero, "Wh": W, "Uh": U, "bh": b}
lesson = [
    {"Wz": np.hstack([Uz, Wz]), "bz": zero, "Wr": np.hstack([Ur, Wr]), "br": zero, "Wh": U, "Wx": W, "bh": b}, example,
    example,
    {"Wu": np.hstack([Uz, Wz]), "bu": zero, "Wr": np.hstack([Ur, Wr]), "br": zero, "Wc": np.hstack([U, W]), "bc": b},
]
lines("lesson", h, x, sigmoid(array(0, 1)), U, W, b)
steps("lesson", h, x, lesson)
conversions("lesson", example)
states("round numbers", array(1, 0, 0.5, 0.25), array(2, 2, 2, 2), array(-1, -1, -1, 1))

for H, D in [(1, 1), (1, 3), (2, 1), (2, 5), (3, 2), (4, 4), (5, 3)]:
    name = f"random, H = {H}, D = {D}"
    lines(name, random(H), random(D), sigmoid(random(H)), random(H, H), random(H, D), random(H))
    states(name, sigmoid(random(H)), random(H), np.tanh(random(H)))
    steps(name, random(H), random(D), [gao(H, D), separate(H, D), separate(H, D), joined(H, D)])
    conversions(name, separate(H, D))

lines("equal entries of the gate", random(3), random(2), np.full(3, 0.5), random(3, 3), random(3, 2), random(3))
lines("diagonal matrix", random(3), random(2), sigmoid(random(3)), np.diag(random(3)), random(3, 2), random(3))
lines("gate of zeros", random(3), random(2), np.zeros(3), random(3, 3), random(3, 2), random(3))
lines("gate of ones", random(3), random(2), np.ones(3), random(3, 3), random(3, 2), random(3))
for size in (50.0, 1000.0):
    for sign in (1, -1):
        name = f"biases of {'+-' if sign > 0 else '-+'}{size:.0f}"
        forms = [gao(2, 3), separate(2, 3), separate(2, 3), joined(2, 3)]
        for p in forms:
            p |= {key: sign * array(size, -size) for key in p if key[0] == "b"}
        steps(name, random(2), random(3), forms)
        lines(name, random(2), random(3), array(0, 1), random(2, 2), random(2, 3), sign * array(size, -size))
        steps(f"inputs, {name}", random(2), sign * array(50, -50, 50), forms)

provenance = {
    "script": "gru-conventions.py",
    "python": platform.python_version(),
    "numpy": np.__version__,
    "onnx": onnx.__version__,
}
text = ",\n".join("  " + json.dumps(entry, allow_nan=False) for entry in cases)
text = f'{{"provenance": {json.dumps(provenance)},\n "exercise": "gru-conventions",\n "cases": [\n{text}\n]}}\n'
pathlib.Path(__file__).with_suffix(".json").write_text(text)
