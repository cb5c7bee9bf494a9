// Foundation is imported; a type of its own holds the gradient as one long vector.

import Foundation
import LinearAlgebra

private struct Gradient {
  var entries: [Double]

  init(_ blocks: [Matrix]) { entries = blocks.flatMap { $0.elements } }

  var norm: Double { entries.reduce(0) { Foundation.hypot($0, $1) } }

  var unit: [Double] {
    let norm = self.norm
    return entries.map { $0 / norm }
  }

  func blocks(like shapes: [Matrix]) -> [Matrix] {
    var rest = entries[...]
    return shapes.map { shape in
      let count = shape.rows * shape.columns
      defer { rest = rest.dropFirst(count) }
      return Matrix(rows: shape.rows, columns: shape.columns, elements: Array(rest.prefix(count)))
    }
  }

  mutating func shorten(to threshold: Double) {
    let norm = self.norm
    if norm > threshold { entries = entries.map { $0 * (threshold / norm) } }
  }
}

func blockNorm(_ block: Matrix) -> Double { Gradient([block]).norm }

func globalNorm(_ blocks: [Matrix]) -> Double { Gradient(blocks).norm }

func clippingFactor(norm: Double, threshold: Double) -> Double { norm > threshold ? threshold / norm : 1.0 }

func clipByNorm(blocks: [Matrix], threshold: Double) -> [Matrix] {
  var gradient = Gradient(blocks)
  gradient.shorten(to: threshold)
  return gradient.blocks(like: blocks)
}

func clipByValue(blocks: [Matrix], limit: Double) -> [Matrix] {
  blocks.map { block in block.map { Swift.min(Swift.max($0, -limit), limit) } }
}

func directionCosine(_ a: [Matrix], _ b: [Matrix]) -> Double {
  var sum = 0.0
  for (x, y) in zip(Gradient(a).unit, Gradient(b).unit) { sum += x * y }
  return sum
}

func clippedStep(parameters: [Matrix], gradients: [Matrix], rate: Double, threshold: Double) -> [Matrix] {
  let clipped = clipByNorm(blocks: gradients, threshold: threshold)
  return parameters.indices.map { parameters[$0] - rate * clipped[$0] }
}
