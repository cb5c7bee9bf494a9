// expected: logarithm-of-the-product
// mistaken: pathLoss

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

func treePath(_ tree: [InnerNode], _ word: Int) -> [PathStep] {
  var parents: [Int: (node: Int, sign: Double)] = [:]
  for (n, inner) in tree.enumerated() {
    parents[inner.left] = (n, 1)
    parents[inner.right] = (n, -1)
  }
  var path: [PathStep] = []
  var here = word
  while let parent = parents[here] {
    path.insert(PathStep(node: parent.node, sign: parent.sign), at: 0)
    here = tree.count + 1 + parent.node
  }
  return path
}

func pathScores(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  var scores = Vector.zeros(path.count)
  for (k, step) in path.enumerated() { scores[k] = step.sign * dot(v, U[row: step.node]) }
  return scores
}

func pathProbability(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  path.reduce(1.0) { $0 * sigmoid($1.sign * dot(U[row: $1.node], v)) }
}

func pathLoss(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  var loss = 0.0
  for step in path {
    let left = sigmoid(dot(U[row: step.node], v))
    loss -= log(step.sign > 0 ? left : 1 - left)
  }
  return loss
}

func treeDistribution(_ tree: [InnerNode], _ v: Vector, _ U: Matrix) -> Vector {
  var P = Vector.zeros(tree.count + 1)
  for word in P.indices { P[word] = pathProbability(treePath(tree, word), v, U) }
  return P
}

func pathDerivatives(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  Vector(path.map { sigmoid(dot(U[row: $0.node], v)) - ($0.sign > 0 ? 1 : 0) })
}

func pathGradients(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> PathGradients {
  var dv = Vector.zeros(v.count)
  var rows: [NodeGradient] = []
  for step in path {
    let u = U[row: step.node]
    let d = sigmoid(dot(u, v)) - (step.sign > 0 ? 1 : 0)
    dv += d * u
    rows.append(NodeGradient(node: step.node, gradient: d * v))
  }
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
  let V = tree.count + 1
  var depth = Array(repeating: 0, count: V + tree.count)
  for n in tree.indices.reversed() {
    depth[tree[n].left] = depth[V + n] + 1
    depth[tree[n].right] = depth[V + n] + 1
  }
  return Array(depth[..<V])
}

func meanCodeLength(_ tree: [InnerNode], _ counts: [Int]) -> Double {
  let lengths = codeLengths(tree)
  let n = Double(counts.reduce(0, +))
  return counts.indices.reduce(0.0) { $0 + Double(counts[$1]) / n * Double(lengths[$1]) }
}
