// expected: initial-state-listed
// mistaken: vanillaStates

func vanillaStates(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  var states: [Vector] = []
  var h = h0
  for t in 0..<x.count {
    states.append(h)
    h = vanillaStep(h, x[t], p)
  }
  return states
}
