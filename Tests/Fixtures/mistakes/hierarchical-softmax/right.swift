// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct InnerNode {
  var left: Int
  var right: Int
}

struct PathStep {
  var node: Int
  var sign: Double
}

struct NodeGradient {
  var node: Int
  var gradient: Vector
}

struct PathGradients {
  var dv: Vector
  var dU: [NodeGradient]
}

private func way(_ tree: [InnerNode], _ n: Int, _ word: Int) -> [PathStep]? {
  let V = tree.count + 1
  for (child, sign) in [(tree[n].left, 1.0), (tree[n].right, -1.0)] {
    if child == word { return [PathStep(node: n, sign: sign)] }
    if child >= V, let rest = way(tree, child - V, word) { return [PathStep(node: n, sign: sign)] + rest }
  }
  return nil
}

func treePath(_ tree: [InnerNode], _ word: Int) -> [PathStep] {
  way(tree, tree.count - 1, word) ?? []
}

func pathScores(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  var scores = Vector.zeros(path.count)
  for (k, step) in path.enumerated() { scores[k] = step.sign * dot(v, U[row: step.node]) }
  return scores
}

func pathProbability(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  sigmoid(pathScores(path, v, U)).reduce(1, *)
}

func pathLoss(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  pathScores(path, v, U).map { logSigmoid($0) }.reduce(0.0) { $0 - $1 }
}

func treeDistribution(_ tree: [InnerNode], _ v: Vector, _ U: Matrix) -> Vector {
  let V = tree.count + 1
  var P = Array(repeating: 1.0, count: V + tree.count)
  for n in tree.indices.reversed() {
    let z = dot(U[row: n], v)
    P[tree[n].left] = P[V + n] * sigmoid(z)
    P[tree[n].right] = P[V + n] * sigmoid(-z)
  }
  return Vector(P[..<V])
}

func pathDerivatives(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  Vector(path.map { sigmoid(dot(U[row: $0.node], v)) - ($0.sign > 0 ? 1 : 0) })
}

func pathGradients(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> PathGradients {
  let dz = pathDerivatives(path, v, U)
  let rows = path.indices.map { NodeGradient(node: path[$0].node, gradient: dz[$0] * v) }
  let dv = path.indices.reduce(Vector.zeros(v.count)) { $0 + dz[$1] * U[row: path[$1].node] }
  return PathGradients(dv: dv, dU: rows)
}

func huffmanTree(_ counts: [Int]) -> [InnerNode] {
  var open = counts.indices.map { ($0, counts[$0]) }
  var tree: [InnerNode] = []
  func takeLightest() -> (Int, Int) {
    var best = 0
    for place in open.indices where open[place].1 < open[best].1 { best = place }
    return open.remove(at: best)
  }
  while open.count > 1 {
    let a = takeLightest()
    let b = takeLightest()
    tree.append(InnerNode(left: a.0, right: b.0))
    open.append((counts.count + tree.count - 1, a.1 + b.1))
  }
  return tree
}

func codeLengths(_ tree: [InnerNode]) -> [Int] {
  var lengths: [Int] = []
  for word in 0...tree.count { lengths.append(treePath(tree, word).count) }
  return lengths
}

func meanCodeLength(_ tree: [InnerNode], _ counts: [Int]) -> Double {
  let lengths = codeLengths(tree)
  let n = Double(counts.reduce(0, +))
  return counts.indices.reduce(0.0) { $0 + Double(counts[$1]) / n * Double(lengths[$1]) }
}
