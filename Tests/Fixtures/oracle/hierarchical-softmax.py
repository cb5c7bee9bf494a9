"""Independent values for the exercise hierarchical-softmax: writes hierarchical-softmax.json beside this file.

Losses are plain NumPy in float64, gradients automatic differentiation (autograd) of them over whole tables, of which the rows
on the path are then listed. Paths are found from the root downwards. Huffman's tree comes from Python's heapq, on counts
without ties; the lighter of two trees is hung to the right, as in the reference, which the exercise leaves open.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 autograd==1.9.1 && venv/bin/python hierarchical-softmax.py

The generator is seeded: the same versions write the same bytes.
"""

import heapq
import json
import math
import pathlib
import platform
from importlib.metadata import version

import autograd.numpy as np
import numpy
from autograd import grad


def paths(tree):
    """The path to every word, by a walk from the root."""
    V = len(tree) + 1
    found = {}
    waiting = [(2 * V - 2, [])]
    while waiting:
        node, path = waiting.pop()
        if node < V:
            found[node] = path
        else:
            n = node - V
            waiting.append((tree[n]["left"], path + [{"node": n, "sign": 1.0}]))
            waiting.append((tree[n]["right"], path + [{"node": n, "sign": -1.0}]))
    return [found[word] for word in range(V)]


def nodes(path):
    return numpy.array([step["node"] for step in path])


def signs(path):
    return numpy.array([step["sign"] for step in path])


def scores(path, v, U):
    return signs(path) * np.dot(U[nodes(path)], v)


def loss(path, v, U):
    return np.sum(np.logaddexp(0.0, -scores(path, v, U)))


def probability(path, v, U):
    return math.prod(1.0 / (1.0 + math.exp(-s)) if s > -700 else math.exp(s) for s in scores(path, v, U))


def derivatives(path, v, U):
    z = U[nodes(path)] @ v
    return grad(lambda products: np.sum(np.logaddexp(0.0, -signs(path) * products)))(z)


def gradients(path, v, U):
    dU = grad(loss, 2)(path, v, U)
    assert not numpy.delete(dU, nodes(path), axis=0).any()
    return {
        "dv": grad(loss, 1)(path, v, U),
        "dU": [{"node": step["node"], "gradient": dU[step["node"]]} for step in path],
    }


def huffman(counts):
    heap = [(count, word) for word, count in enumerate(counts)]
    heapq.heapify(heap)
    tree = []
    while len(heap) > 1:
        (lighter, right), (heavier, left) = heapq.heappop(heap), heapq.heappop(heap)
        assert lighter < heavier and (not heap or heavier < heap[0][0]), "a tie"
        heapq.heappush(heap, (lighter + heavier, len(counts) + len(tree)))
        tree.append({"left": left, "right": right})
    return tree


rng = numpy.random.default_rng(20250609)


def normal(*shape, scale=1.0):
    return numpy.round(scale * rng.standard_normal(shape), 4)


def any_tree(V):
    roots, tree = list(range(V)), []
    while len(roots) > 1:
        left, right = (roots.pop(int(rng.integers(len(roots)))) for _ in range(2))
        tree.append({"left": left, "right": right})
        roots.append(V + len(tree) - 1)
    return tree


def chain(V):
    tree = [{"left": V - 2, "right": V - 1}]
    for word in range(V - 3, -1, -1):
        tree.append({"left": word, "right": V + len(tree) - 1})
    return tree


def forests():
    """Yields name, tree, centre and node vectors."""
    for name, tree, D in (
        ("two words", chain(2), 1),
        ("two words, three dimensions", [{"left": 1, "right": 0}], 3),
        ("three words", chain(3), 2),
        ("five words", any_tree(5), 1),
        ("eight words", any_tree(8), 3),
        ("a chain of twelve", chain(12), 2),
        ("a tree of twenty", any_tree(20), 4),
    ):
        yield name, tree, normal(D), normal(len(tree), D)
    tree = chain(4)
    yield "vectors of zeros", tree, numpy.zeros(2), numpy.zeros((3, 2))
    yield "scores of +-1000", tree, numpy.array([1000.0]), numpy.array([[1.0], [-1.0], [0.5]])
    yield "scores of -+1000", tree, numpy.array([-1000.0]), numpy.array([[1.0], [-1.0], [0.0]])
    example = numpy.array([[1.0, 1.0], [0.0, 1.0], [1.0, 0.0]])
    yield "the lesson's example", tree, numpy.array([1.0, -1.0]), example


def cases():
    for name, tree, v, U in forests():
        every_path = paths(tree)
        yield name, "codeLengths", [tree], [len(path) for path in every_path]
        yield name, "treeDistribution", [tree, v, U], [probability(path, v, U) for path in every_path]
        for word in sorted({0, len(tree), int(rng.integers(len(tree) + 1))}):
            path = every_path[word]
            title = f"{name}, word {word}"
            yield title, "treePath", [tree, word], path
            yield title, "pathScores", [path, v, U], scores(path, v, U)
            yield title, "pathProbability", [path, v, U], probability(path, v, U)
            yield title, "pathLoss", [path, v, U], loss(path, v, U)
            yield title, "pathDerivatives", [path, v, U], derivatives(path, v, U)
            yield title, "pathGradients", [path, v, U], gradients(path, v, U)
        counts = [int(n) for n in rng.integers(1, 50, len(tree) + 1)]
        steps = sum(len(path) * count for path, count in zip(every_path, counts))
        yield name, "meanCodeLength", [tree, counts], steps / sum(counts)
    for counts in ([1, 2], [3, 1], [8, 1, 4, 2], [50, 3, 7, 20, 1, 120], [1, 2, 4, 8, 16, 32, 64], [40, 41, 42, 43], [7, 100, 1, 26, 3, 51]):
        tree = huffman(counts)
        yield f"counts {counts}", "huffmanTree", [counts], tree
        steps = sum(len(path) * count for path, count in zip(paths(tree), counts))
        yield f"counts {counts}", "meanCodeLength", [tree, counts], steps / sum(counts)
    yield "the lesson's counts", "meanCodeLength", [chain(4), [8, 4, 2, 2]], 1.75


def plain(value):
    """Turns arrays into lists, and NumPy's numbers into Python's; refuses what is not finite."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, int):
        return value
    array = numpy.asarray(value, dtype=numpy.float64)
    if not numpy.isfinite(array).all():
        raise ValueError("not finite")
    return (array + 0.0).tolist()


def main():
    provenance = {
        "script": "hierarchical-softmax.py",
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "autograd": version("autograd"),
    }
    lines = [
        json.dumps({"name": name, "function": function, "arguments": plain(arguments), "expected": plain(expected)})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "hierarchical-softmax", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
