#!/usr/bin/env python3
"""Writes steps.json: single steps of training, worked out with NumPy from the formulas of the papers.

Needs NumPy. Negative sampling: Mikolov et al., Distributed Representations of Words and Phrases (2013), equation 4;
CBOW with the mean of the context; hierarchical softmax: the same paper, equation 3; GloVe: Pennington et al. (2014),
equation 8, each pair by AdaGrad (Duchi et al., 2011), in which the sum holds the present gradient as well. Huffman's
mean length by heapq.
"""
import heapq
import json
import pathlib

import numpy as np

draws = np.random.default_rng(2024)
V, D, RATE = 7, 5, 0.3


def table(rows=V):
    return np.round(draws.normal(size=(rows, D)), 3)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def descend(v, U, rows, labels):
    """The gradients of -sum log sigmoid(±u·v) by v and by U, repeated rows added up."""
    dv, dU = np.zeros(D), np.zeros_like(U)
    for row, label in zip(rows, labels):
        dz = sigmoid(U[row] @ v) - label
        dv += dz * U[row]
        dU[row] += dz * v
    return dv, dU


def skip_gram(word, rows, labels):
    W, U = table(), table()
    dv, dU = descend(W[word], U, rows, labels)
    after = W.copy()
    after[word] -= RATE * dv
    return dict(context=[word], rows=rows, labels=labels, W=W.tolist(), U=U.tolist(), newW=after.tolist(),
                newU=(U - RATE * dU).tolist())


def cbow(context, rows, labels):
    W, U = table(), table()
    dh, dU = descend(W[context].mean(axis=0), U, rows, labels)
    after = W.copy()
    for word in context:
        after[word] -= RATE * dh / len(context)
    return dict(context=context, rows=rows, labels=labels, W=W.tolist(), U=U.tolist(), newW=after.tolist(),
                newU=(U - RATE * dU).tolist())


def glove():
    W, C, b, c = table(), table(), np.round(draws.normal(size=V), 3), np.round(draws.normal(size=V), 3)
    start = dict(W=W.tolist(), C=C.tolist(), b=b.tolist(), c=c.tolist())
    squares = [np.ones_like(x) for x in (W, C, b, c)]
    pairs = [(0, 1, 3.5), (2, 2, 250.0), (0, 1, 3.5), (1, 0, 0.25), (6, 3, 100.0)]
    for i, j, x in pairs:
        error = W[i] @ C[j] + b[i] + c[j] - np.log(x)
        de = 2 * min(1, (x / 100) ** 0.75) * error
        gradients = [de * C[j], de * W[i], de, de]
        for theta, G, k, g in zip((W, C, b, c), squares, (i, j, i, j), gradients):
            G[k] = G[k] + np.square(g)
            theta[k] = theta[k] - 0.05 * g / np.sqrt(G[k])
    return dict(start=start, pairs=[list(p) for p in pairs],
                end=dict(W=W.tolist(), C=C.tolist(), b=b.tolist(), c=c.tolist()))


def huffman(counts):
    heap = list(counts)
    heapq.heapify(heap)
    total = 0
    while len(heap) > 1:
        joined = heapq.heappop(heap) + heapq.heappop(heap)
        total += joined
        heapq.heappush(heap, joined)
    return dict(counts=counts, weightedLength=total)


result = dict(
    skipGram=[skip_gram(3, [1, 4, 5, 6], [1, 0, 0, 0]), skip_gram(0, [2, 6, 6, 0, 6], [1, 0, 0, 0, 0]),
              skip_gram(5, [5, 3, 0], [0, 1, 0])],
    cbow=[cbow([1, 2, 4], [0, 5, 6], [1, 0, 0]), cbow([3, 3, 1, 6], [2, 4, 4], [1, 0, 0])],
    glove=glove(),
    huffman=[huffman([1, 1]), huffman([40, 30, 20, 10, 5, 5, 1]), huffman([8] * 13), huffman(
        sorted((int(x) for x in draws.integers(1, 1000, 60)), reverse=True))],
)
pathlib.Path(__file__).with_suffix('.json').write_text(json.dumps(result) + '\n')
