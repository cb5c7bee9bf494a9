// expected: logarithm-of-the-product
// mistaken: pathLoss

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

func codeLengths(_ tree: [InnerNode]) -> [Int] {
  let V = tree.count + 1
  var depth = Array(repeating: 0, count: V + tree.count)
  for n in tree.indices.reversed() {
    depth[tree[n].left] = depth[V + n] + 1
    depth[tree[n].right] = depth[V + n] + 1
  }
  return Array(depth[..<V])
}
