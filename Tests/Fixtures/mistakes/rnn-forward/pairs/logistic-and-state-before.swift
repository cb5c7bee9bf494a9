// expected: sigmoid-for-the-tanh, outputs-from-the-state-before
// mistaken: vanillaStep, vanillaOutputs
// calling: vanillaStates

func vanillaStep(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  var next = vanillaPreActivation(h, x, p)
  for i in 0..<next.count { next[i] = sigmoid(next[i]) }
  return next
}

func vanillaStates(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  var states: [Vector] = []
  var h = h0
  for t in 0..<x.count {
    h = vanillaStep(h, x[t], p)
    states.append(h)
  }
  return states
}

func vanillaOutputs(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  var outputs: [Vector] = []
  var h = h0
  for t in 0..<x.count {
    outputs.append(nextWordDistribution(h, p))
    h = vanillaStep(h, x[t], p)
  }
  return outputs
}
