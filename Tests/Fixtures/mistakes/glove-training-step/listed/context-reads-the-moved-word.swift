// expected: context-after-the-word
// mistaken: trainedOnPair
// calling: trainedOnPairs

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
  (0..<X.rows).flatMap { i in
    (0..<X.columns).filter { j in X[i, j] != 0 }.map { CountedPair(word: i, context: $0, count: X[i, $0]) }
  }
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
  var sums = G
  for k in G.indices { sums[k] += g[k] * g[k] }
  return sums
}

func adaGradStep(_ theta: Vector, _ g: Vector, _ G: Vector, _ rate: Double) -> Vector {
  var next = theta
  for k in theta.indices { next[k] -= rate / sqrt(G[k]) * g[k] }
  return next
}

func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  var next = training
  let (i, j, rate) = (pair.word, pair.context, settings.rate)
  let g = pairGradients(next.p.W[row: i], next.p.C[row: j], next.p.b[i], next.p.c[j], pair.count, settings)
  next.G.W[row: i] = adaGradSum(next.G.W[row: i], g.dw)
  next.p.W[row: i] = adaGradStep(next.p.W[row: i], g.dw, next.G.W[row: i], rate)
  let dc = g.db * next.p.W[row: i]
  next.G.C[row: j] = adaGradSum(next.G.C[row: j], dc)
  next.p.C[row: j] = adaGradStep(next.p.C[row: j], dc, next.G.C[row: j], rate)
  next.G.b[i] += g.db * g.db
  next.G.c[j] += g.db * g.db
  next.p.b[i] -= rate * g.db / sqrt(next.G.b[i])
  next.p.c[j] -= rate * g.db / sqrt(next.G.c[j])
  return next
}

func trainedOnPairs(
  _ training: GloVeTraining, _ pairs: [CountedPair], _ settings: GloVeSettings
) -> GloVeTraining {
  pairs.reduce(training) { trainedOnPair($0, $1, settings) }
}
