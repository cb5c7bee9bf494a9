// expected: two-blocks-for-the-gru, one-unit-too-many
// mistaken: gruParameterCount, affordableUnits

func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  var gate = inputs * units + units * units + units
  if resetsAfter { gate += units }
  return gate + gate
}

func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  var cost = 0
  var n = 0
  while cost <= budget {
    n += 1
    cost = blocks * (n * inputs + n * n + n)
  }
  return n
}
