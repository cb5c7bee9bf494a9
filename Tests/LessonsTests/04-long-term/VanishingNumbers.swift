import LinearAlgebra

@testable import Solutions

/// Two steps of two units, a power iteration by hand, and powers of one weight.
let vanishingNumbers: LessonNumbers = {
  let Wh: Matrix = [[1, 1], [0, 0.5]]
  let h: [Vector] = [[0, 0], [0.6, 0.8], [0, 0.5]]
  let (J1, J2) = (stepJacobian(Wh, h[1]), stepJacobian(Wh, h[2]))
  let product = jacobianProduct(Wh, h, 0, 2)
  let start: Vector = [1, 0]
  func norm(_ A: Matrix, _ start: Vector, _ steps: Int) -> Double {
    spectralNorm(A, powerIteration(A, start, steps))
  }
  func norm(_ A: Matrix) -> Double { norm(A, [1, 0.5], 200) }
  let slopes = h[1...].map(slopeNorm)
  let halves = Vector(repeating: 0.5, count: 51)

  return LessonNumbers(
    "vanishing",
    given: ["1991", "1994", "0.5", "0.6", "0.8", "10", "50", "100", "0.25", "0.9", "1.1"],
    computed: [
      ("slopes", [1 - 0.6 * 0.6, 1 - 0.8 * 0.8, 1 - 0.5 * 0.5]),
      ("J_1 and J_2", [J1[0, 0], J1[0, 1], J1[1, 1], J2[1, 1]]),
      ("J_2 J_1", [product[0, 0], product[0, 1], product[1, 1]]),
      ("J_1 J_2", [(J1 * J2)[0, 1]]),
      ("carried", (0..<2).map { carriedGradient([1, 0], Wh, h, 0, 2)[$0] }),
      ("carried from the second", [carriedGradient([0, 1], Wh, h, 0, 2)[1]]),
      ("lengths", [1, 2].map { norm(Wh, start, $0) } + [norm(Wh)]),
      ("bound", [jacobianBound(norm(Wh), 1, 0, 2), norm(Wh) * norm(Wh) * slopes[0] * slopes[1], norm(product)]),
      ("largest slope", [slopes[0]]),
      ("0.9 to powers", [10.0, 50].map { pow(0.9, $0) }),
      ("1.1 to powers", [10.0, 50].map { pow(1.1, $0) }),
      ("with slopes", [scalarJacobian(1.1, halves, 0, 1), scalarJacobian(1.1, halves, 0, 50)]),
      ("a logistic function", [jacobianBound(2, 0.25, 0, 1), jacobianBound(2, 0.25, 0, 10)]),
    ])
}()
