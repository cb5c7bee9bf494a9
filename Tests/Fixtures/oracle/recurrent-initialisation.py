"""Independent values for the exercise recurrent-initialisation: writes recurrent-initialisation.json beside this file.

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python recurrent-initialisation.py

The directions of the power iteration come from an eigendecomposition: after n steps the part along an eigenvector with
the eigenvalue l has been multiplied by l^n. Covariances come from numpy.einsum, limits from Python's decimals. The
generator is seeded: the same versions write the same bytes.
"""

import json
import pathlib
import platform
from decimal import Decimal, getcontext

import numpy as np

getcontext().prec = 40
rng = np.random.default_rng(20151112)
cases = []


def plain(value):
    return value.tolist() if isinstance(value, np.ndarray) else value


def case(name, function, arguments, expected):
    assert np.isfinite(expected).all(), name
    arguments = [plain(argument) for argument in arguments]
    cases.append({"name": name, "function": function, "arguments": arguments, "expected": plain(expected)})


def normal(*shape, scale=1.0):
    return np.round(scale * rng.standard_normal(shape), 4) + 0.0


def limit(top, bottom):
    return float((Decimal(top) / Decimal(bottom)).sqrt())


def direction(S, start, n):
    """After n > 0 steps, from the eigenvectors of a symmetric matrix."""
    values, vectors = np.linalg.eigh(S)
    parts = (vectors.T @ start) * (values / values[-1]) ** n
    return vectors @ (parts / np.linalg.norm(parts))


for variance in (1.0, 1 / 3, 0.01, 2.5):
    case(f"variance {variance}", "uniformLimit", [variance], float((3 * Decimal(variance)).sqrt()))
for fan_in, fan_out in ((1, 1), (3, 2), (2, 3), (100, 100), (9, 32), (1000, 10)):
    case(f"{fan_in} to {fan_out}", "xavierLimit", [fan_in, fan_out], limit(6, fan_in + fan_out))
    case(f"{fan_in} inputs, {fan_out}", "heLimit", [fan_in], limit(6, fan_in))
for rows, columns in ((1, 1), (2, 3), (3, 2), (4, 4), (1, 6)):
    u = np.round(rng.random((rows, columns)), 4)
    name = f"{rows} x {columns}"
    spread = np.interp(u, [0, 1], [-1, 1])
    case(name, "spreadWeights", [u, 0.7], 0.7 * spread)
    case(name, "xavierWeights", [u], limit(6, rows + columns) * spread)
    case(name, "heWeights", [u], limit(6, columns) * spread)
corners = np.array([[0.0, 0.5, 0.25]])
case("corners", "spreadWeights", [corners, 2.0], np.array([[-2.0, 0.0, -1.0]]))
for units in (1, 2, 5):
    case(f"{units} units", "irnnWeights", [units], np.eye(units))
for H, D in ((1, 1), (2, 3), (4, 2)):
    h, x, Wh, Wx, b = np.abs(normal(H)), normal(D), normal(H, H), normal(H, D), normal(H)
    case(f"H = {H}, D = {D}", "reluStep", [h, x, Wh, Wx, b], np.clip(np.hstack([Wh, Wx]) @ np.hstack([h, x]) + b, 0, None))
    silence = [h, np.zeros(D), np.eye(H), Wx, np.zeros(H)]
    case(f"identity and no input, H = {H}", "reluStep", silence, h)
for rows, columns in ((1, 1), (1, 3), (5, 2), (3, 3), (6, 4)):
    R = normal(rows, columns)
    case(f"{rows} x {columns}", "rowCovariance", [R], np.einsum("ni,nj->ij", R, R) / rows)
for H, steps, scale in ((1, 2, 1), (2, 0, 1), (2, 3, 1), (3, 10, 1), (5, 4, 1), (4, 80, 50), (6, 200, 1)):
    R, start = normal(H, H, scale=scale), normal(H) + 0.5
    A = np.einsum("ni,nj->ij", R, R) / H
    S = A + np.eye(H)
    after = direction(S, start, steps) if steps else start
    case(f"H = {H}, {steps} steps", "dominantDirection", [S, start, steps], after)
    values, vectors = np.linalg.eigh(S)
    case(f"H = {H}, {steps}", "largestEigenvalue", [S, 1.5 * vectors[:, -1]], float(values[-1]))
    case(f"H = {H}, {steps}", "npRNNWeights", [A, 0.5 * vectors[:, -1]], S / np.linalg.eigvalsh(S)[-1])
    turned = rng.standard_normal(H)
    factor = np.sqrt(turned @ (S @ S) @ turned / (turned @ turned))
    case(f"H = {H}, {steps}, any direction", "largestEigenvalue", [S, turned], float(factor))
A = np.array([[0.5, 0.5], [0.5, 1.0]])
largest = (3.5 + 1.25**0.5) / 2
case("the lesson's", "largestEigenvalue", [A + np.eye(2), np.array([0.5, largest - 1.5])], largest)
case("the lesson's", "npRNNWeights", [A, np.array([0.5, largest - 1.5])], (A + np.eye(2)) / largest)

provenance = {
    "script": "recurrent-initialisation.py",
    "python": platform.python_version(),
    "numpy": np.__version__,
}
lines = ",\n".join(json.dumps(entry, allow_nan=False) for entry in cases)
text = f'{{"provenance": {json.dumps(provenance)}, "exercise": "recurrent-initialisation", "cases": [\n{lines}\n]}}\n'
pathlib.Path(__file__).with_suffix(".json").write_text(text)
