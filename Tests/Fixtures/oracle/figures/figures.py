"""Independent values for the numbers behind the course's figures.

Cells are written anew in NumPy, gradients are automatic differentiation of whole sequences, from each state to the
loss; none is derived by hand. Weights and inputs come from the generator that the figures use, SplitMix64, written anew
from its published description. The vocabulary's cost is counted in gradients of the whole table.
The script writes figures.json beside itself, byte for byte the same each time. To run it:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1
    venv/bin/python figures.py
"""

import importlib.metadata
import json
import pathlib
import platform

import autograd.numpy as np
import numpy
from autograd import grad


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def number(self):
        mask = 2**64 - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        z ^= z >> 31
        return (z >> 11) / 2**52 - 1

    def vector(self, count):
        return numpy.array([self.number() for _ in range(count)])

    def weights(self, rows, columns):
        return numpy.sqrt(3 / columns) * numpy.array([self.vector(columns) for _ in range(rows)])


def sigmoid(a):
    return np.exp(-np.logaddexp(0, -a))


def norms(step, initial, inputs, loss):
    """Lengths of the loss's gradient with respect to every state, the last one first."""
    states = [initial]
    for x in inputs:
        states.append(step(states[-1], x))
    lengths = []
    for t in reversed(range(len(states))):

        def from_here(state, t=t):
            for x in inputs[t:]:
                state = step(state, x)
            return loss(state)

        lengths.append(float(numpy.linalg.norm(grad(from_here)(states[t]))))
    return lengths


def gradient_norms():
    steps, H, D, keep = 50, 8, 4, 3.0
    draws = SplitMix64(2)
    inputs = [draws.vector(D) for _ in range(steps)]
    u = draws.vector(H)
    u = u / numpy.linalg.norm(u)
    result = {}

    Wx, Wh = draws.weights(H, D), draws.weights(H, H)
    result["tanh RNN"] = norms(
        lambda h, x: np.tanh(np.dot(Wh, h) + np.dot(Wx, x)), numpy.zeros(H), inputs, lambda h: np.dot(u, h)
    )

    Ux = 0.3 * draws.weights(H, D)
    result["IRNN"] = norms(
        lambda h, x: np.maximum(h + np.dot(Ux, x), 0), numpy.ones(H), inputs, lambda h: np.dot(u, h)
    )

    Wf, Wi, Wo, Wc = (draws.weights(H, H + D) for _ in range(4))

    def lstm(state, x):
        h, c = state[:H], state[H:]
        hx = np.concatenate([h, x])
        c = sigmoid(np.dot(Wf, hx) + keep) * c + sigmoid(np.dot(Wi, hx)) * np.tanh(np.dot(Wc, hx))
        return np.concatenate([sigmoid(np.dot(Wo, hx)) * np.tanh(c), c])

    result["LSTM"] = norms(lstm, numpy.zeros(2 * H), inputs, lambda state: np.dot(u, state[:H]))

    Wz, Wr, Vh, Vx = draws.weights(H, H + D), draws.weights(H, H + D), draws.weights(H, H), draws.weights(H, D)

    def gru(h, x):
        hx = np.concatenate([h, x])
        z, r = sigmoid(np.dot(Wz, hx) + keep), sigmoid(np.dot(Wr, hx))
        return z * h + (1 - z) * np.tanh(np.dot(Vh, r * h) + np.dot(Vx, x))

    result["GRU"] = norms(gru, numpy.zeros(H), inputs, lambda h: np.dot(u, h))
    return result


def cell_memory():
    h, c = 0.0, -1.0
    rows = [[c, h]]
    for t in range(1, 31):
        x = 1.0 if t == 1 else 0.0
        f, i, o, candidate = sigmoid(-8 * x + 4), sigmoid(8 * x - 4), sigmoid(2.0), numpy.tanh(0.5 * h + 2 * x)
        c = f * c + i * candidate
        h = o * numpy.tanh(c)
        rows.append([float(c), float(h)])
    return rows


def softmax_cost():
    draws = SplitMix64(3)
    rows = []
    for V in (10, 100, 1000, 10000):
        v, U = draws.vector(3), draws.weights(V, 3)
        negatives = [k * (V // 6) for k in range(1, 6)]

        def full(U):
            z = np.dot(U, v)
            return np.log(np.sum(np.exp(z))) - z[0]

        def sampled(U):
            z = np.dot(U, v)
            return np.logaddexp(0, -z[0]) + sum(np.logaddexp(0, z[k]) for k in negatives)

        rows.append([V] + [int(numpy.any(grad(loss)(U) != 0, axis=1).sum()) for loss in (full, sampled)])
    return rows


def clip():
    gradients = [numpy.array(g) for g in ([2.4, 0.6], [-0.8, 1.6], [0.5, -0.6])]
    return {
        "by norm": [(g / max(1.0, numpy.linalg.norm(g))).tolist() for g in gradients],
        "by value": [numpy.clip(g, -1, 1).tolist() for g in gradients],
    }


def bias():
    """Neutralising and equalising in coordinates turned so that the first runs along g."""
    g = numpy.array([3.0, 4.0])
    turn = numpy.array([g, [g[1], -g[0]]]) / numpy.linalg.norm(g)

    def neutral(e):
        return turn.T @ (numpy.array([0.0, 1.0]) * (turn @ e))

    table = numpy.array([[2.0, 1.0], [1.0, 0.0], [0.0, 1.0]])
    a, b = turn @ numpy.array([2.0, 1.0]), turn @ numpy.array([0.0, -2.0])
    half, across = (a[0] - b[0]) / 2, (a[1] + b[1]) / 2
    pair = [turn.T @ numpy.array([half, across]), turn.T @ numpy.array([-half, across])]
    word = neutral(table[0])
    before = [numpy.array([2.0, 1.0]), numpy.array([0.0, -2.0])]
    return {
        "table": [table[0].tolist(), neutral(table[1]).tolist(), neutral(table[2]).tolist()],
        "pair": [v.tolist() for v in pair],
        "distances": [float(numpy.hypot(*(v - word))) for v in before + pair],
    }


def fine_tuning():
    """Averages, scores and losses of six reviews; the gradients of every step are automatic differentiation."""
    words = "this movie is plot acting great good superb horrible bad awful unpredictable".split()
    E = [[0, 0], [-0.5, 0], [0.1, 0], [-0.5, 0.1], [-0.6, 0], [1, 0.4], [0.9, 0.3], [1.1, 0.5], [1, -0.4], [0.9, -0.3]]
    E = numpy.array(E + [[1.1, -0.5], [0.9, -0.2]])
    reviews = [("this movie is great", 1), ("this movie is horrible", 0), ("good plot", 1), ("bad plot", 0)]
    reviews += [("unpredictable plot", 1), ("horrible acting", 0)]
    unseen = ["superb acting", "awful plot", "this movie is unpredictable", "great plot"]

    def log_probabilities(text, E, W, b):
        bag = numpy.zeros(len(words))
        for word in text.split():
            bag[words.index(word)] += 1 / len(text.split())
        z = np.dot(W, np.dot(bag, E)) + b
        return z - np.log(np.sum(np.exp(z)))

    result = []
    for frozen in (True, False):
        blocks = [E, numpy.zeros((2, 2)), numpy.zeros(2)]
        for _ in range(20):
            for text, label in reviews:
                loss = lambda *blocks: -log_probabilities(text, *blocks)[label]
                slopes = [grad(loss, k)(*blocks) for k in range(3)]
                blocks = [
                    block if frozen and k == 0 else block - 0.5 * slope
                    for k, (block, slope) in enumerate(zip(blocks, slopes))
                ]
        losses = [-log_probabilities(text, *blocks)[label] for text, label in reviews]
        probabilities = [numpy.exp(log_probabilities(text, *blocks)[1]) for text in unseen]
        result.append([float(x) for x in [numpy.mean(losses), *probabilities, *blocks[0].ravel()]])
    return result


def frames():
    time = numpy.arange(10)
    samples = (0.9 - 0.07 * time) * numpy.cos(1.7 * time)
    windows = numpy.lib.stride_tricks.sliding_window_view(samples, 4)[::3]
    return {"samples": samples.tolist(), "loudness": numpy.sqrt(numpy.mean(windows**2, axis=1)).tolist()}


def temperatures():
    z = numpy.array([2.0, 1.0, 0.0])
    rows = []
    for tau in (0.1, 0.5, 1.0, 2.0, 10.0):
        powers = numpy.exp(z) ** (1 / tau)
        rows.append([tau] + (powers / powers.sum()).tolist())
    return rows


def word_losses():
    def loss(score):
        return np.log(np.exp(2.0) + np.exp(score) + 1.0) - score

    return [[s, float(loss(s)), float(grad(loss)(s))] for s in (-4.0, -1.0, 0.0, 1.0, 3.5, 8.0)]


def dropout_memory():
    draws = SplitMix64(4)
    kept = numpy.array([(draws.vector(32) + 1) / 2 < 0.8 for _ in range(30)])
    left = numpy.logical_and.accumulate(kept, axis=0).sum(axis=1) / 32
    return {"one mask": [1.0] + [float(kept[0].mean())] * 30, "new masks": [1.0] + left.tolist()}


def first_weights():
    n, steps = 16, 30
    draws = SplitMix64(5)

    def share():
        return (draws.number() + 1) / 2

    def normal():
        radius = numpy.sqrt(-2 * numpy.log(1 - share()))
        return radius * numpy.cos(numpy.pi * draws.number())

    start = numpy.array([share() for _ in range(n)])
    u = numpy.array([share() for _ in range(n * n)]).reshape(n, n)
    R = numpy.array([normal() for _ in range(n * n)]).reshape(n, n)
    sums = sum(numpy.outer(row, row) for row in R) / n + numpy.eye(n)
    weights = {
        "small": 0.2 * (2 * u - 1),
        "Xavier": numpy.sqrt(6 / (n + n)) * (2 * u - 1),
        "He": numpy.sqrt(6 / n) * (2 * u - 1),
        "IRNN": numpy.eye(n),
        "np-RNN": sums / numpy.linalg.eigvalsh(sums)[-1],
    }
    start = start / numpy.linalg.norm(start)
    return {
        name: [float(numpy.linalg.norm(start @ numpy.linalg.matrix_power(W, t))) for t in range(steps + 1)]
        for name, W in weights.items()
    }


def truncated_reach():
    """Shares by automatic differentiation of each step's loss with respect to all pre-activations of a piece."""
    T, H = 12, 8
    draws = SplitMix64(6)
    Wx, Wh = draws.weights(H, H), draws.weights(H, H)
    x = [draws.vector(H) for _ in range(T)]
    u = draws.vector(H)
    states = [numpy.zeros(H)]
    for t in range(T):
        states.append(numpy.tanh(Wh @ states[-1] + Wx @ x[t]))
    result = {}
    for k in (T, 4):
        rows = []
        for t in range(T):
            begin = t // k * k

            def loss(nudges, begin=begin, t=t):
                h = states[begin]
                for s in range(begin, t + 1):
                    h = np.tanh(np.dot(Wh, h) + np.dot(Wx, x[s]) + nudges[s - begin])
                return np.dot(u, h)

            lengths = numpy.linalg.norm(grad(loss)(numpy.zeros((t + 1 - begin, H))), axis=1)
            row = [None] * T
            row[begin : t + 1] = (lengths / lengths[-1]).tolist()
            rows.append(row)
        result[str(k)] = rows
    return result


def unseen_ngrams():
    text = pathlib.Path(__file__).resolve().parents[4] / "lessons/corpus/village.txt"
    sentences = [s.lower().split() for s in text.read_text().replace("\n", " ").split(".") if s.strip()]
    rows = []
    for n in range(1, 6):

        def chunks(sentence, n=n):
            tokens = ["<sos>"] * (n - 1) + sentence + ["<eos>"]
            return list(zip(*(tokens[i:] for i in range(n))))

        known = {chunk for sentence in sentences[:-25] for chunk in chunks(sentence)}
        new = [chunk for sentence in sentences[-25:] for chunk in chunks(sentence)]
        rows.append([len(new), sum(chunk not in known for chunk in new)])
    return rows
def singular():
    """The three words' vectors, with the signs of a start in which both contexts are positive or the first is."""
    U, s, W = numpy.linalg.svd(numpy.array([[2.0, 1.0], [1.0, 2.0], [1.0, 1.0]]), full_matrices=False)
    signs = numpy.sign(W[:, 0])
    return {"directions": numpy.round(W * signs[:, None], 12).tolist(), "words": numpy.round(U * s * signs, 12).tolist()}


places = [-6.0, -4.0, -1.0, 0.0, 0.5, 2.0, 6.0]
values = {
    "gradient-norms": gradient_norms(),
    "cell-memory": cell_memory(),
    "softmax-cost": softmax_cost(),
    "activations": [[a, float(grad(sigmoid)(a)), float(grad(np.tanh)(a))] for a in places],
    "clipping": clip(),
    "glove-weighting": [[x, min(1.0, (x / 100) ** 0.75)] for x in (0.0, 1.0, 10.0, 50.0, 99.0, 100.0, 150.0)],
    "analogy": [0.3 - 0.2 + 0.6, 0.7 - 0.2 + 0.3],
    "bias": bias(),
    "singular-directions": singular(),
    "frames": frames(),
    "fine-tuning": fine_tuning(),
    "temperatures": temperatures(),
    "word-losses": word_losses(),
    "dropout-memory": dropout_memory(),
    "first-weights": first_weights(),
    "truncated-reach": truncated_reach(),
    "unseen-ngrams": unseen_ngrams(),
}
provenance = {
    "python": platform.python_version(),
    "numpy": numpy.__version__,
    "autograd": importlib.metadata.version("autograd"),
}
file = pathlib.Path(__file__).with_suffix(".json")
lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in values.items())
file.write_text(f'{{"provenance": {json.dumps(provenance)}, "figures": {{\n{lines}\n}}}}\n')
