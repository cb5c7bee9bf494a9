// expected: none
// mistaken: subsampledText

func subsampledText(_ text: [Int], _ keep: Vector, _ u: [Double]) -> [Int] {
  var rest: [Int] = []
  for word in text where u[rest.count] < keep[word] { rest.append(word) }
  return rest
}
