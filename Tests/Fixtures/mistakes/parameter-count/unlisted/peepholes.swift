// expected: none
// mistaken: lstmParameterCount

func lstmParameterCount(_ inputs: Int, _ units: Int) -> Int {
  4 * units * (inputs + units + 1) + 3 * units
}
