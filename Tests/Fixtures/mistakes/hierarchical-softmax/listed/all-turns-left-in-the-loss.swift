// expected: sign-ignored
// mistaken: pathLoss

func pathLoss(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  -path.map { logSigmoid(dot(U[row: $0.node], v)) }.reduce(0, +)
}
