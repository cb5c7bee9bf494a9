// expected: sorted-once
// mistaken: huffmanTree

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

func huffmanTree(_ counts: [Int]) -> [InnerNode] {
  let order = counts.indices.sorted { counts[$0] < counts[$1] }
  var tree: [InnerNode] = []
  var top = order[0]
  for word in order.dropFirst() {
    tree.append(InnerNode(left: top, right: word))
    top = counts.count + tree.count - 1
  }
  return tree
}

func meanCodeLength(_ tree: [InnerNode], _ counts: [Int]) -> Double {
  let lengths = Vector(codeLengths(tree).map { Double($0) })
  let weights = Vector(counts.map { Double($0) })
  return dot(lengths, weights) / weights.sum
}
