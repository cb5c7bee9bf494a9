// expected: hidden-bias-left-out
// mistaken: vanillaStep
// calling: vanillaStates, vanillaOutputs

private func affine(_ W: Matrix, _ v: Vector, _ b: Vector) -> Vector {
  W * v + b
}

func vanillaPreActivation(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  affine(p.Wh, h, affine(p.Wx, x, p.bh))
}

func vanillaStep(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  tanh(p.Wh * h + p.Wx * x)
}

func nextWordDistribution(_ h: Vector, _ p: VanillaParameters) -> Vector {
  exp(logSoftmax(affine(p.Wy, h, p.by)))
}

func vanillaOutputs(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  let states = vanillaStates(x, h0, p)
  return states.map { nextWordDistribution($0, p) }
}
