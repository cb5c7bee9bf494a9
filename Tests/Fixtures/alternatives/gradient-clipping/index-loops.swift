// Loops over rows and columns; the largest entry of all blocks is the one scale.

import LinearAlgebra

private func largestEntry(_ blocks: [Matrix]) -> Double {
  var largest = 0.0
  for block in blocks {
    for i in 0..<block.rows {
      for j in 0..<block.columns where abs(block[i, j]) > largest { largest = abs(block[i, j]) }
    }
  }
  return largest
}

func blockNorm(_ block: Matrix) -> Double {
  globalNorm([block])
}

func globalNorm(_ blocks: [Matrix]) -> Double {
  let largest = largestEntry(blocks)
  guard largest > 0 else { return 0 }
  var squares = 0.0
  for block in blocks {
    for i in 0..<block.rows {
      for j in 0..<block.columns {
        let share = block[i, j] / largest
        squares += share * share
      }
    }
  }
  return largest * squares.squareRoot()
}

func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  if norm <= threshold { return 1 }
  return threshold / norm
}

func clipByNorm(_ blocks: [Matrix], _ threshold: Double) -> [Matrix] {
  let norm = globalNorm(blocks)
  if norm < threshold { return blocks }
  var result = blocks
  for b in 0..<blocks.count {
    for i in 0..<blocks[b].rows {
      for j in 0..<blocks[b].columns { result[b][i, j] = blocks[b][i, j] / norm * threshold }
    }
  }
  return result
}

func clipByValue(_ blocks: [Matrix], _ limit: Double) -> [Matrix] {
  var result = blocks
  for b in 0..<blocks.count {
    for i in 0..<blocks[b].rows {
      for j in 0..<blocks[b].columns {
        if result[b][i, j] > limit { result[b][i, j] = limit }
        if result[b][i, j] < -limit { result[b][i, j] = -limit }
      }
    }
  }
  return result
}

func directionCosine(_ a: [Matrix], _ b: [Matrix]) -> Double {
  let (largestA, largestB) = (largestEntry(a), largestEntry(b))
  var (product, squaresA, squaresB) = (0.0, 0.0, 0.0)
  for (blockA, blockB) in zip(a, b) {
    for i in 0..<blockA.rows {
      for j in 0..<blockA.columns {
        let (x, y) = (blockA[i, j] / largestA, blockB[i, j] / largestB)
        product += x * y
        squaresA += x * x
        squaresB += y * y
      }
    }
  }
  return product / (squaresA * squaresB).squareRoot()
}

func clippedStep(_ parameters: [Matrix], _ gradients: [Matrix], _ rate: Double, _ threshold: Double) -> [Matrix] {
  var result = parameters
  let clipped = clipByNorm(gradients, threshold)
  for b in result.indices { result[b] -= rate * clipped[b] }
  return result
}
