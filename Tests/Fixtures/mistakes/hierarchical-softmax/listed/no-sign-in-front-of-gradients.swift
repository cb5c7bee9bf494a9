// expected: outer-sign-forgotten
// mistaken: pathGradients

func pathScores(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  let z = U * v
  return Vector(path.map { $0.sign > 0 ? z[$0.node] : -z[$0.node] })
}

func pathDerivatives(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  let scores = pathScores(path, v, U)
  var dz = Vector.zeros(path.count)
  for k in path.indices { dz[k] = -path[k].sign * sigmoid(-scores[k]) }
  return dz
}

func pathGradients(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> PathGradients {
  let de = sigmoid(pathScores(path, v, U)) - Vector.ones(path.count)
  var result = PathGradients(dv: Vector.zeros(v.count), dU: [])
  for (k, step) in path.enumerated() {
    result.dU.append(NodeGradient(node: step.node, gradient: de[k] * v))
    result.dv += de[k] * U[row: step.node]
  }
  return result
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

func meanCodeLength(_ tree: [InnerNode], _ counts: [Int]) -> Double {
  let lengths = Vector(codeLengths(tree).map { Double($0) })
  let weights = Vector(counts.map { Double($0) })
  return dot(lengths, weights) / weights.sum
}
