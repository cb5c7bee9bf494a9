// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct NormalisedLSTM {
  var Wh: Matrix  // 4H x H
  var Wx: Matrix  // 4H x D
  var b: Vector  // 4H
  var gammaH: Vector  // 4H, the scale of what comes from the state
  var gammaX: Vector  // 4H, the scale of what comes from the input
  var epsilon: Double
}

struct NormalisedState {
  var h: Vector
  var c: Vector
}

struct StepStatistics {
  var meanH: Vector
  var varianceH: Vector
  var meanX: Vector
  var varianceX: Vector
}

struct BatchNormGradients {
  var da: [Vector]
  var dgamma: Vector
}

func batchMean(_ a: [Vector]) -> Vector {
  var mean = Vector.zeros(a[0].count)
  for v in a { mean += v / Double(a.count) }
  return mean
}

func batchVariance(_ a: [Vector]) -> Vector {
  let mean = batchMean(a)
  var variance = Vector.zeros(mean.count)
  for k in mean.indices {
    var sum = 0.0
    for v in a { sum += (v[k] - mean[k]) * (v[k] - mean[k]) }
    variance[k] = sum / Double(a.count)
  }
  return variance
}

func normalised(_ a: Vector, _ mean: Vector, _ variance: Vector, _ gamma: Vector, _ epsilon: Double) -> Vector {
  var out = a
  for k in a.indices { out[k] = gamma[k] * (a[k] - mean[k]) / sqrt(variance[k] + epsilon) }
  return out
}

func batchNormalised(_ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> [Vector] {
  let mean = batchMean(a)
  let variance = batchVariance(a)
  var out: [Vector] = []
  for v in a { out.append(normalised(v, mean, variance, gamma, epsilon)) }
  return out
}

func normalisedScores(_ h: [Vector], _ x: [Vector], _ p: NormalisedLSTM) -> [Vector] {
  var fromState: [Vector] = []
  var fromInput: [Vector] = []
  for n in h.indices {
    fromState.append(p.Wh * h[n])
    fromInput.append(p.Wx * x[n])
  }
  let normalH = batchNormalised(fromState, p.gammaH, p.epsilon)
  let normalX = batchNormalised(fromInput, p.gammaX, p.epsilon)
  return h.indices.map { normalH[$0] + normalX[$0] + p.b }
}

func gatedState(_ s: Vector, _ c: Vector) -> NormalisedState {
  let H = c.count
  var new = NormalisedState(h: c, c: c)
  for k in 0..<H {
    let f = sigmoid(s[k])
    let i = sigmoid(s[H + k])
    let o = sigmoid(s[2 * H + k])
    new.c[k] = f * c[k] + i * tanh(s[3 * H + k])
    new.h[k] = o * tanh(new.c[k])
  }
  return new
}

func normalisedStep(_ states: [NormalisedState], _ x: [Vector], _ p: NormalisedLSTM) -> [NormalisedState] {
  let s = normalisedScores(states.map { $0.h }, x, p)
  var new = states
  for n in states.indices { new[n] = gatedState(s[n], states[n].c) }
  return new
}

func normalisedSequence(
  _ x: [[Vector]], _ start: [NormalisedState], _ p: NormalisedLSTM
) -> [[NormalisedState]] {
  var all = [start]
  for t in x.indices { all.append(normalisedStep(all[t], x[t], p)) }
  all.removeFirst()
  return all
}

func stepStatistics(_ h: [Vector], _ x: [Vector], _ p: NormalisedLSTM) -> StepStatistics {
  let fromState = h.map { p.Wh * $0 }
  let fromInput = x.map { p.Wx * $0 }
  return StepStatistics(
    meanH: batchMean(fromState), varianceH: batchVariance(fromState), meanX: batchMean(fromInput),
    varianceX: batchVariance(fromInput))
}

func evaluatedStates(
  _ x: [Vector], _ start: NormalisedState, _ statistics: [StepStatistics], _ p: NormalisedLSTM
) -> [NormalisedState] {
  var states: [NormalisedState] = []
  var now = start
  for t in x.indices {
    let st = t < statistics.count ? statistics[t] : statistics[statistics.count - 1]
    let fromState = normalised(p.Wh * now.h, st.meanH, st.varianceH, p.gammaH, p.epsilon)
    let fromInput = normalised(p.Wx * x[t], st.meanX, st.varianceX, p.gammaX, p.epsilon)
    now = gatedState(fromState + fromInput + p.b, now.c)
    states.append(now)
  }
  return states
}

func batchNormLoss(_ dy: [Vector], _ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> Double {
  let y = batchNormalised(a, gamma, epsilon)
  var loss = 0.0
  for n in y.indices { loss += dot(dy[n], y[n]) }
  return loss
}

func batchNormGradients(_ dy: [Vector], _ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> BatchNormGradients {
  let N = Double(a.count)
  let mean = batchMean(a)
  let variance = batchVariance(a)
  var out = BatchNormGradients(da: a, dgamma: .zeros(gamma.count))
  for k in gamma.indices {
    let deviation = sqrt(variance[k] + epsilon)
    var sumG = 0.0
    var sumGA = 0.0
    for n in a.indices {
      let hat = (a[n][k] - mean[k]) / deviation
      sumG += gamma[k] * dy[n][k]
      sumGA += gamma[k] * dy[n][k] * hat
      out.dgamma[k] += dy[n][k] * hat
    }
    for n in a.indices {
      let hat = (a[n][k] - mean[k]) / deviation
      out.da[n][k] = (gamma[k] * dy[n][k] - sumG / N - hat * sumGA / N) / deviation
    }
  }
  return out
}
