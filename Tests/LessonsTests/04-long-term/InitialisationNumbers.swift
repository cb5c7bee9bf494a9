import LinearAlgebra

@testable import Solutions

/// The limits of small and large layers, and the matrix of an np-RNN with two units.
let initialisationNumbers: LessonNumbers = {
  let R: Matrix = [[1, 1], [0, 1]]
  let A = rowCovariance(R)
  let sum = A + .identity(2)
  let start: Vector = [0, 1]
  func quotient(_ S: Matrix, _ steps: Int) -> Double { largestEigenvalue(S, dominantDirection(S, start, steps)) }
  func largest(_ S: Matrix) -> Double { quotient(S, 200) }
  let W = npRNNWeights(A, dominantDirection(sum, start, 200))
  // The trace is the sum of both eigenvalues.
  let (first, second) = (largest(sum), sum[0, 0] + sum[1, 1] - largest(sum))
  let alone = largest(A)

  return LessonNumbers(
    "initialisation",
    given: [
      "2010", "2015", "2016", "0.75", "1.01", "10", "100", "200", "67.0", "75.2", "78.5",
    ],
    computed: [
      ("limits", [xavierLimit(3, 2), heLimit(3)]),
      ("weights", [xavierLimit(3, 2), heLimit(3)].map { spreadWeights([[0.75]], $0)[0, 0] }),
      ("an edge", [pow(1.01, 100)]),
      ("A", [A[0, 0]]), ("A + I", [sum[0, 0]]),
      ("eigenvalues", [first, second]),
      ("quotients", [0, 1, 2].map { quotient(sum, $0) }),
      ("W_h", [W[0, 0], W[0, 1], W[1, 1]]),
      ("the second direction", [second / first, pow(second / first, 10)]),
      ("without the identity", [(A[0, 0] + A[1, 1] - alone) / alone, alone, first / alone]),
      ("differences", [78.5 - 75.2, 75.2 - 67.0]),
      ("a large layer", [xavierLimit(100, 100), heLimit(100)]),
    ])
}()
