import Foundation
import LinearAlgebra

@testable import Solutions

/// Four words on a Huffman tree, what each method costs, and how often frequent words are kept.
let wordTreesNumbers: LessonNumbers = {
  let tree = [InnerNode(left: 2, right: 3), InnerNode(left: 1, right: 4), InnerNode(left: 0, right: 5)]
  let v: Vector = [1, -1]
  let U: Matrix = [[1, 1], [0, 1], [1, 0]]
  let p = treeDistribution(tree, v, U)
  let path = treePath(tree, 2)
  let turns = pathScores(path, v, U).map { -logSigmoid($0) }
  let t = 1e-5

  return LessonNumbers(
    "word-trees", given: ["10", "0.5", "1000", "20", "11", "12", "16", "2e-5"],
    computed: [
      ("probabilities", [p[0], p[1], p[2], p[3]]), ("turns", turns.elements), ("loss", [pathLoss(path, v, U)]),
      ("derivatives", pathDerivatives(path, v, U).elements), ("dv", pathGradients(path, v, U).dv.elements),
      ("mean length", [meanCodeLength(huffmanTree([8, 4, 2, 2]), [8, 4, 2, 2])]),
      ("sum with ties", [6 * meanCodeLength(huffmanTree([2, 2, 1, 1]), [2, 2, 1, 1])]),
      ("steps", [log2(1e6), log2(1e4).rounded(.down), log2(1e4).rounded(.up)]), ("words", [1e4, 1e6]),
      ("kept, in per cent", [0.05, 1e-3, 2e-5].map { 100 * keepProbability($0, t) }),
      ("kept by the program, in per cent", [0.05, 1e-3].map { 100 * programKeepProbability($0, t) }),
      ("how far the program keeps all", [2 / (3 - sqrt(5))]),
      ("occurrences", [0.05 * 1e6, 0.05 * 1e6 * keepProbability(0.05, t)]),
    ])
}()
