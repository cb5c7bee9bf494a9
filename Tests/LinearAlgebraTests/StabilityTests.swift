import Foundation
import LinearAlgebra
import Testing

@Suite struct `Functions of numbers of any size` {
  @Test(arguments: [-1000, -745, -50, -1, -1e-300, 0, 1e-300, 1, 36.8, 50, 745, 1000] as [Double])
  func `are finite and right`(x: Double) {
    let s = LinearAlgebra.sigmoid(x)
    #expect(s.isFinite && s >= 0 && s <= 1)
    #expect(abs(s + LinearAlgebra.sigmoid(-x) - 1) < 1e-15)
    let l = LinearAlgebra.logSigmoid(x)
    #expect(l.isFinite && l <= 0)
    if abs(x) < 700 { #expect(abs(l - Foundation.log(s)) <= 1e-9 * max(1, abs(l))) }
    if x <= -50 { #expect(l == x) }
    #expect(LinearAlgebra.relu(x) == Swift.max(0, x))
    #expect(LinearAlgebra.tanh(x) == Foundation.tanh(x))
  }

  @Test(
    arguments: [
      [1000, 0], [-1000, 0], [1000, 1000, 1000], [-1000, -1000], [1000, -1000, 0], [0], [1000], [-1e308, 1e308],
      [1, 2, 3],
    ] as [[Double]])
  func `make probabilities of any scores`(scores: [Double]) {
    let z = Vector(scores)
    let p = softmax(z)
    #expect(p.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(abs(p.sum - 1) < 1e-14)
    let logarithms = logSoftmax(z)
    #expect(logarithms.allSatisfy { $0 <= 0 && !$0.isNaN })
    for (probability, logarithm) in zip(p, logarithms) where probability > 1e-300 {
      #expect(abs(Foundation.log(probability) - logarithm) < 1e-12)
    }
    // Only differences of scores matter.
    if scores.allSatisfy({ abs($0) < 1e6 }) {
      #expect(zip(softmax(z), softmax(z.map { $0 + 512 })).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }

  @Test func `keep what a logarithm of a probability would lose`() {
    #expect(logSoftmax([1000, 0]) == [0, -1000])
    #expect(logSumExp([1000, 1000]) == 1000 + Foundation.log(2))
    #expect(logSumExp([-1000, -1000]) == -1000 + Foundation.log(2))
    #expect(logSumExp([]) == -.infinity)
    #expect(logSumExp([-.infinity, -.infinity]) == -.infinity)
    #expect(softmax([]) == [])
    #expect(softmax([1, 2, 3]).elements == [0.09003057317038046, 0.24472847105479764, 0.6652409557748218])
  }

  @Test func `are those of the C library`() {
    for x in [0.001, 0.5, 1, 2, 10] {
      #expect(LinearAlgebra.exp(x) == Foundation.exp(x))
      #expect(LinearAlgebra.log(x) == Foundation.log(x))
      #expect(LinearAlgebra.log1p(x) == Foundation.log1p(x))
      #expect(LinearAlgebra.expm1(x) == Foundation.expm1(x))
      #expect(LinearAlgebra.pow(x, 0.75) == Foundation.pow(x, 0.75))
      #expect(LinearAlgebra.sqrt(x) == x.squareRoot())
    }
    #expect(LinearAlgebra.exp([0, 1] as Vector) == [1, Foundation.exp(1)])
    #expect(LinearAlgebra.log([1] as Vector) == [0])
    #expect(LinearAlgebra.tanh([0] as Vector) == [0])
    #expect(LinearAlgebra.sigmoid([0] as Vector) == [0.5])
  }
}
