// expected: no-activation
// mistaken: fixedWindowLoss, fixedWindowGradients

private struct LinearPass {
  var e: Vector
  var h: Vector
  var z: Vector

  init(_ words: [Int], _ p: FixedWindowParameters) {
    e = Vector(words.flatMap { p.E[column: $0].elements })
    h = p.We * e + p.b1
    z = p.U * h + p.b2
  }
}

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let pass = LinearPass(words, p)
  return logSumExp(pass.z) - pass.z[target]
}

func fixedWindowGradients(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> FixedWindowGradients {
  let pass = LinearPass(words, p)
  let dz = softmax(pass.z) - Vector.oneHot(target, count: p.b2.count)
  let dh = p.U.transposed * dz
  let da = dh .* (1 - pass.h .* pass.h)
  let de = p.We.transposed * da
  let dE = windowEmbeddingGradient(words, de, p.b2.count)
  return FixedWindowGradients(dE: dE, dWe: outer(da, pass.e), db1: da, dU: outer(dz, pass.h), db2: dz)
}
