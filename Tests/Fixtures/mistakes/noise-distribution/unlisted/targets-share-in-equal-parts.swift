// expected: none
// mistaken: negativeDistribution

func negativeDistribution(_ p: Vector, _ target: Int) -> Vector {
  let share = p[target] / Double(p.count - 1)
  return Vector(p.indices.map { $0 == target ? 0 : p[$0] + share })
}
