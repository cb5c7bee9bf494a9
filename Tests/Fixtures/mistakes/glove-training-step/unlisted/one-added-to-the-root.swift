// expected: none
// mistaken: adaGradStep

import LinearAlgebra

struct CountedPair {
  var word: Int
  var context: Int
  var count: Double
}

struct GloVeTables {
  var W: Matrix
  var C: Matrix
  var b: Vector
  var c: Vector
}

struct GloVeTraining {
  var p: GloVeTables
  var G: GloVeTables
}

struct GloVeSettings {
  var xMax: Double
  var alpha: Double
  var rate: Double
}

struct PairGradients {
  var dw: Vector
  var dc: Vector
  var db: Double
}

func countedPairs(_ X: Matrix) -> [CountedPair] {
  var list: [CountedPair] = []
  for place in 0..<X.rows * X.columns {
    let (i, j) = (place / X.columns, place % X.columns)
    if X[i, j] > 0 { list.append(CountedPair(word: i, context: j, count: X[i, j])) }
  }
  return list
}

func pairGradients(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double, _ settings: GloVeSettings
) -> PairGradients {
  var error = wordBias + contextBias - log(x)
  for k in w.indices { error += w[k] * c[k] }
  let weight = x < settings.xMax ? pow(x / settings.xMax, settings.alpha) : 1
  let slope = 2 * weight * error
  return PairGradients(dw: c.map { slope * $0 }, dc: w.map { slope * $0 }, db: slope)
}

func adaGradSum(_ G: Vector, _ g: Vector) -> Vector {
  Vector(zip(G, g).map { sum, gradient in sum + pow(gradient, 2) })
}

func adaGradStep(_ theta: Vector, _ g: Vector, _ G: Vector, _ rate: Double) -> Vector {
  Vector(theta.indices.map { theta[$0] - rate * g[$0] / (1 + sqrt(G[$0])) })
}

func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  let i = pair.word
  let j = pair.context
  let w = training.p.W[row: i]
  let c = training.p.C[row: j]
  let g = pairGradients(w, c, training.p.b[i], training.p.c[j], pair.count, settings)
  var next = training
  for k in w.indices {
    next.G.W[i, k] += g.dw[k] * g.dw[k]
    next.G.C[j, k] += g.dc[k] * g.dc[k]
    next.p.W[i, k] -= settings.rate * g.dw[k] / sqrt(next.G.W[i, k])
    next.p.C[j, k] -= settings.rate * g.dc[k] / sqrt(next.G.C[j, k])
  }
  next.G.b[i] += g.db * g.db
  next.G.c[j] += g.db * g.db
  next.p.b[i] -= settings.rate * g.db / sqrt(next.G.b[i])
  next.p.c[j] -= settings.rate * g.db / sqrt(next.G.c[j])
  return next
}

func trainedOnPairs(
  _ training: GloVeTraining, _ pairs: [CountedPair], _ settings: GloVeSettings
) -> GloVeTraining {
  pairs.reduce(training) { trainedOnPair($0, $1, settings) }
}
