// expected: rows-for-columns
// mistaken: windowEmbedding
// calling: fixedWindowLoss, fixedWindowGradients

func fixedWindowSize(_ n: Int, _ D: Int, _ H: Int, _ V: Int) -> Int {
  let embeddings = D * V
  let hidden = (n * D + 1) * H
  let output = (H + 1) * V
  return embeddings + hidden + output
}

func windowEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  let D = E.rows
  var e = Vector.zeros(words.count * D)
  for i in 0..<words.count {
    for d in 0..<D { e[(words.count - 1 - i) * D + d] = E[d, words[i]] }
  }
  return e
}

func windowHidden(_ e: Vector, _ We: Matrix, _ b1: Vector) -> Vector {
  var h = Vector.zeros(b1.count)
  for j in 0..<b1.count {
    var a = b1[j]
    for k in 0..<e.count { a += We[j, k] * e[k] }
    h[j] = tanh(a)
  }
  return h
}

func windowScores(_ h: Vector, _ U: Matrix, _ b2: Vector) -> Vector {
  var z = b2
  for v in 0..<b2.count {
    for j in 0..<h.count { z[v] += U[v, j] * h[j] }
  }
  return z
}

func windowHiddenGradient(_ dz: Vector, _ h: Vector, _ U: Matrix) -> Vector {
  var da = Vector.zeros(h.count)
  for j in 0..<h.count {
    var dh = 0.0
    for v in 0..<dz.count { dh += dz[v] * U[v, j] }
    da[j] = dh * (1 - h[j] * h[j])
  }
  return da
}

func windowInputGradient(_ da: Vector, _ We: Matrix) -> Vector {
  var de = Vector.zeros(We.columns)
  for k in 0..<We.columns {
    for j in 0..<da.count { de[k] += da[j] * We[j, k] }
  }
  return de
}

func windowEmbeddingGradient(_ words: [Int], _ de: Vector, _ V: Int) -> Matrix {
  let D = de.count / words.count
  var dE = Matrix.zeros(D, V)
  for i in 0..<words.count {
    for d in 0..<D { dE[d, words[i]] += de[i * D + d] }
  }
  return dE
}

func fixedWindowGradients(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> FixedWindowGradients {
  let e = windowEmbedding(words, p.E)
  let h = windowHidden(e, p.We, p.b1)
  var dz = softmax(windowScores(h, p.U, p.b2))
  dz[target] -= 1
  let da = windowHiddenGradient(dz, h, p.U)
  let de = windowInputGradient(da, p.We)
  let dE = windowEmbeddingGradient(words, de, p.E.columns)
  return FixedWindowGradients(dE: dE, dWe: outer(da, e), db1: da, dU: outer(dz, h), db2: dz)
}
