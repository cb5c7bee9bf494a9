// expected: drawn-without-replacement
// mistaken: noiseNegatives

func noiseNegatives(_ bounds: Vector, _ target: Int, _ K: Int, _ u: [Double]) -> [Int] {
  var negatives: [Int] = []
  var drawn: Set<Int> = [target]
  for number in u where negatives.count < K {
    let word = noiseWord(bounds, number)
    if drawn.insert(word).inserted { negatives.append(word) }
  }
  return negatives
}
