import Foundation
import LinearAlgebra

@testable import Solutions

/// Gao's table, the text in which a word comes twice, and what a lookup saves.
let oneHotToDenseNumbers: LessonNumbers = {
  let (king, apple, orange): (Vector, Vector, Vector) = (
    [-0.95, 1, 0.71, -0.02], [0.01, -0.01, 0.05, 0.81], [0.02, 0.08, 0.05, 0.75]
  )
  func distance(_ a: Vector, _ b: Vector) -> Double { sqrt(dot(a - b, a - b)) }
  /// From apple to orange, where each entry of both is half a unit of its last digit nearer or farther.
  func roundedOff(_ way: Double) -> Double {
    Vector((apple - orange).elements.map { max(0, abs($0) + way * 2 * 0.005) }).norm
  }

  let E: Matrix = [[1, 0, -1], [2, 3, 0.5]]
  let text = [2, 0, 2]
  let de: [Vector] = [[1, 0], [0.5, -1], [-2, 4]]
  let touched = touchedGradients(text, de)
  let moved = embeddingStep(E, touched, 0.1, [])

  return LessonNumbers(
    "from-one-hot-to-dense",
    given: [
      "1.00", "0.01", "0.02", "0.03", "0.05", "0.08", "0.95", "0.97", "0.90", "0.71", "0.68", "0.81", "0.75", "0.5",
      "0.286", "0.792", "0.177", "0.1", "0.9", "0.005", "50", "300", "10000", "50000", "100000", "400000", "12",
    ],
    computed: [
      ("distances", [distance(apple, orange), distance(apple, king)]),
      ("bounds of the distance", [-1.0, 1].map(roundedOff)),
      ("distance of one-hot vectors", [distance(.oneHot(0, count: 6), .oneHot(1, count: 6))]),
      ("multiplications", [300 * 400_000]),
      ("the embeddings", embeddedText(E, text).flatMap(\.elements).filter { abs($0) < 1 }),
      ("the gradient", embeddingGradient(text, de, E).elements.filter { abs($0) == 0.5 }),
      ("touched columns", touched.flatMap { $0.gradient.elements }.filter { abs($0) == 0.5 }),
      ("word 2 after a step", moved[column: 2].elements),
      ("numbers in a table", [10_000 * 50]), ("that can change", [12 * 50]),
    ])
}()
