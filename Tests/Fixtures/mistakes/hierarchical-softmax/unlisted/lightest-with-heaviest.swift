// expected: none
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
  var open = counts.indices.map { ($0, counts[$0]) }
  var tree: [InnerNode] = []
  func takeLightest() -> (Int, Int) {
    var best = 0
    for place in open.indices where open[place].1 < open[best].1 { best = place }
    return open.remove(at: best)
  }
  while open.count > 1 {
    let a = takeLightest()
    let heaviest = open.map(\.1).max()
    let b = open.remove(at: open.firstIndex { $0.1 == heaviest } ?? 0)
    tree.append(InnerNode(left: a.0, right: b.0))
    open.append((counts.count + tree.count - 1, a.1 + b.1))
  }
  return tree
}

func meanCodeLength(_ tree: [InnerNode], _ counts: [Int]) -> Double {
  let lengths = Vector(codeLengths(tree).map { Double($0) })
  let weights = Vector(counts.map { Double($0) })
  return dot(lengths, weights) / weights.sum
}
