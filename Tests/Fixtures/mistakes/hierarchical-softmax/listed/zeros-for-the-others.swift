// expected: every-inner-node-listed
// mistaken: pathGradients

func pathLoss(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  var loss = 0.0
  for step in path { loss -= logSigmoid(step.sign * dot(U[row: step.node], v)) }
  return loss
}

func pathGradients(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> PathGradients {
  let dz = pathDerivatives(path, v, U)
  var all = Array(repeating: Vector.zeros(v.count), count: U.rows)
  var dv = Vector.zeros(v.count)
  for (step, d) in zip(path, dz) {
    dv += d * U[row: step.node]
    all[step.node] = d * v
  }
  return PathGradients(dv: dv, dU: all.indices.map { NodeGradient(node: $0, gradient: all[$0]) })
}
