// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

func wordFrequencies(_ text: [Int], _ V: Int) -> Vector {
  let n = Double(text.count)
  return Vector((0..<V).map { word in Double(text.filter { $0 == word }.count) / n })
}

func keepProbability(_ f: Double, _ t: Double) -> Double {
  guard f > 0 else { return 1 }
  let p = sqrt(t) / sqrt(f)
  return p > 1 ? 1 : p
}

func discardProbability(_ f: Double, _ t: Double) -> Double {
  let kept = keepProbability(f, t)
  return 1 - kept
}

func programKeepProbability(_ f: Double, _ t: Double) -> Double {
  guard f > 0 else { return 1 }
  let ratio = t / f
  return min(sqrt(ratio) + ratio, 1)
}

func keepProbabilities(_ text: [Int], _ V: Int, _ t: Double) -> Vector {
  var counts = Array(repeating: 0, count: V)
  for word in text { counts[word] += 1 }
  return Vector(
    counts.map { count in
      if count == 0 { return 1 }
      return min(1, sqrt(t * Double(text.count) / Double(count)))
    })
}

func subsampledText(_ text: [Int], _ keep: Vector, _ u: [Double]) -> [Int] {
  zip(text, u).compactMap { word, number in number < keep[word] ? word : nil }
}

func expectedTextLength(_ text: [Int], _ keep: Vector) -> Double {
  text.reduce(0) { $0 + keep[$1] }
}
