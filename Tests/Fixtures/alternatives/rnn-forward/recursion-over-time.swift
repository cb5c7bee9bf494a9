// The states of a sequence are those of all but its last input, and one more.

import LinearAlgebra

// Given: the parameters, of H units, inputs of length D and V words.

/// The parameters that all time steps share.
struct VanillaParameters {
  var Wh: Matrix  // H x H
  var Wx: Matrix  // H x D
  var bh: Vector  // H
  var Wy: Matrix  // V x H
  var by: Vector  // V
}

/// The pre-activation a_t = Wh h_{t-1} + Wx x_t + bh; `h` is h_{t-1}, `x` is x_t.
func vanillaPreActivation(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  let fromState = p.Wh * h
  let fromInput = p.Wx * x
  return fromState + fromInput + p.bh
}

/// One step of the cell: the state h_t = tanh(a_t); `h` is h_{t-1}, `x` is x_t.
func vanillaStep(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  let a = vanillaPreActivation(h, x, p)
  return tanh(a)
}

/// The distribution of the next word, softmax(Wy h_t + by), finite for scores of any size; `h` is h_t.
func nextWordDistribution(_ h: Vector, _ p: VanillaParameters) -> Vector {
  let z = p.Wy * h + p.by
  return softmax(z)
}

/// The states of a whole sequence, h_1 to h_T, each from the one before; the first from `h0`.
func vanillaStates(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  guard let last = x.last else { return [] }
  let before = vanillaStates(Array(x.dropLast()), h0, p)
  return before + [vanillaStep(before.last ?? h0, last, p)]
}

/// The distributions of a whole sequence, yHat_1 to yHat_T.
func vanillaOutputs(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  guard let first = x.first else { return [] }
  let h1 = vanillaStep(h0, first, p)
  return [nextWordDistribution(h1, p)] + vanillaOutputs(Array(x.dropFirst()), h1, p)
}
