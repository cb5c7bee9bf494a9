// expected: sign-ignored, mean-over-the-words
// mistaken: pathScores, meanCodeLength

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
  let z = U * v
  return Vector(path.map { z[$0.node] })
}

func pathProbability(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  path.reduce(1.0) { $0 * sigmoid($1.sign * dot(U[row: $1.node], v)) }
}

func pathLoss(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  var loss = 0.0
  for step in path { loss -= logSigmoid(step.sign * dot(U[row: step.node], v)) }
  return loss
}

func treeDistribution(_ tree: [InnerNode], _ v: Vector, _ U: Matrix) -> Vector {
  var P = Vector.zeros(tree.count + 1)
  for word in P.indices { P[word] = pathProbability(treePath(tree, word), v, U) }
  return P
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
  var waiting = counts.enumerated().map { (weight: $1, number: $0) }.sorted { $0.weight < $1.weight }
  var tree: [InnerNode] = []
  while waiting.count >= 2 {
    let (a, b) = (waiting[0], waiting[1])
    waiting.removeFirst(2)
    tree.append(InnerNode(left: b.number, right: a.number))
    let sum = a.weight + b.weight
    let place = waiting.firstIndex { $0.weight >= sum } ?? waiting.count
    waiting.insert((weight: sum, number: counts.count + tree.count - 1), at: place)
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
  Vector(codeLengths(tree).map { Double($0) }).sum / Double(tree.count + 1)
}
