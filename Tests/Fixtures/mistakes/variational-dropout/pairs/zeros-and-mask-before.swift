// expected: zeros-when-evaluating, gradient-masked-before-the-matrix
// mistaken: evaluationMasks, droppedStateGradient
// calling: droppedGradients

private func sum(_ v: [Vector]) -> Vector { v.dropFirst().reduce(v[0], +) }

private func products(_ a: [Vector], _ b: [Vector]) -> Matrix {
  zip(a, b).reduce(Matrix.zeros(a[0].count, b[0].count)) { $0 + outer($1.0, $1.1) }
}

func dropoutMask(_ u: Vector, _ keep: Double) -> Vector { u.map { $0 >= keep ? 0 : 1 / keep } }

func sequenceMasks(_ ux: Vector, _ uh: Vector, _ uy: Vector, _ keep: Double) -> DropoutMasks {
  let masks = [ux, uh, uy].map { dropoutMask($0, keep) }
  return DropoutMasks(mx: masks[0], mh: masks[1], my: masks[2])
}

func evaluationMasks(_ D: Int, _ H: Int) -> DropoutMasks {
  DropoutMasks(mx: .zeros(D), mh: .zeros(H), my: .zeros(H))
}

func droppedStep(_ h: Vector, _ x: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  tanh(p.bh + p.Wx * (m.mx .* x) + p.Wh * (m.mh .* h))
}

func droppedStates(_ x: [Vector], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> [Vector] {
  x.reduce([h0]) { h, input in h + [droppedStep(h[h.count - 1], input, m, p)] }
}

func droppedScores(_ h: [Vector], _ m: DropoutMasks, _ p: DropoutParameters) -> [Vector] {
  h[1...].map { state in p.by + p.Wy * (m.my .* state) }
}

func droppedLoss(
  _ x: [Vector], _ y: [Int], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters
) -> Double {
  let z = droppedScores(droppedStates(x, h0, m, p), m, p)
  return -y.indices.map { logSoftmax(z[$0])[y[$0]] }.reduce(0, +)
}

func droppedStateGradient(_ dz: Vector, _ daNext: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  m.my .* (p.Wy.transposed * dz) + p.Wh.transposed * (m.mh .* daNext)
}

func droppedRecurrentGradient(_ da: [Vector], _ h: [Vector], _ mh: Vector) -> Matrix {
  products(da, h.map { mh .* $0 })
}

func droppedInputGradient(_ da: [Vector], _ x: [Vector], _ mx: Vector) -> Matrix {
  products(da, x.map { mx .* $0 })
}

func droppedGradients(
  _ x: [Vector], _ y: [Int], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters
) -> DropoutGradients {
  let h = droppedStates(x, h0, m, p)
  let z = droppedScores(h, m, p)
  let dz = y.indices.map { softmax(z[$0]) - Vector.oneHot(y[$0], count: p.by.count) }
  var da: [Vector] = []
  for t in y.indices.reversed() {
    let dh = droppedStateGradient(dz[t], da.first ?? .zeros(h0.count), m, p)
    da.insert(dh .* (1 - h[t + 1] .* h[t + 1]), at: 0)
  }
  return DropoutGradients(
    dWx: droppedInputGradient(da, x, m.mx), dWh: droppedRecurrentGradient(da, h, m.mh), dbh: sum(da),
    dWy: products(dz, h[1...].map { m.my .* $0 }), dby: sum(dz), dh0: m.mh .* (p.Wh.transposed * da[0]))
}
