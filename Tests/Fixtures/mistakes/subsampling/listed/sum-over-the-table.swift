// expected: different-words-counted
// mistaken: expectedTextLength

func expectedTextLength(_ text: [Int], _ keep: Vector) -> Double {
  var seen = Set<Int>()
  return text.reduce(0.0) { seen.insert($1).inserted ? $0 + keep[$1] : $0 }
}
