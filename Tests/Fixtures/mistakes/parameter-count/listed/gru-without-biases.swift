// expected: bias-left-out
// mistaken: gruParameterCount

func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  3 * units * (inputs + units) + (resetsAfter ? 3 * units : 0)
}
