// expected: none
// mistaken: vanillaStates

func vanillaStates(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  var states: [Vector] = []
  var h = h0
  for t in 0..<x.count {
    h = vanillaStep(h, x[x.count - 1 - t], p)
    states.append(h)
  }
  return states
}
