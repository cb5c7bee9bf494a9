// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

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
  var next = theta
  for k in theta.indices { next[k] -= rate / sqrt(G[k]) * g[k] }
  return next
}

func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  var after = training
  let (i, j, rate) = (pair.word, pair.context, settings.rate)
  let g = pairGradients(
    after.p.W[row: i], after.p.C[row: j], after.p.b[i], after.p.c[j], pair.count, settings)
  let db = Vector([g.db])
  after.G.W[row: i] = adaGradSum(after.G.W[row: i], g.dw)
  after.p.W[row: i] = adaGradStep(after.p.W[row: i], g.dw, after.G.W[row: i], rate)
  after.G.C[row: j] = adaGradSum(after.G.C[row: j], g.dc)
  after.p.C[row: j] = adaGradStep(after.p.C[row: j], g.dc, after.G.C[row: j], rate)
  after.G.b[i] = adaGradSum(Vector([after.G.b[i]]), db)[0]
  after.p.b[i] = adaGradStep(Vector([after.p.b[i]]), db, Vector([after.G.b[i]]), rate)[0]
  after.G.c[j] = adaGradSum(Vector([after.G.c[j]]), db)[0]
  after.p.c[j] = adaGradStep(Vector([after.p.c[j]]), db, Vector([after.G.c[j]]), rate)[0]
  return after
}

func trainedOnPairs(
  _ training: GloVeTraining, _ pairs: [CountedPair], _ settings: GloVeSettings
) -> GloVeTraining {
  pairs.reduce(training) { trainedOnPair($0, $1, settings) }
}
