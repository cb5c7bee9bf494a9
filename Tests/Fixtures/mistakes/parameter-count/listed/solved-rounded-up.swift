// expected: one-unit-too-many
// mistaken: affordableUnits

func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  let b = Double(inputs + 1)
  let root = sqrt(b * b + 4 * Double(budget / blocks))
  return Int(((root - b) / 2).rounded(.down)) + 1
}
