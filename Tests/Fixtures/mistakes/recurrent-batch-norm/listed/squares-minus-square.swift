// expected: variance-by-cancellation
// mistaken: batchVariance

func batchVariance(_ a: [Vector]) -> Vector {
  let N = Double(a.count)
  var sum = Vector.zeros(a[0].count)
  var squares = Vector.zeros(a[0].count)
  for v in a {
    sum += v
    squares += v .* v
  }
  return squares / N - (sum / N) .* (sum / N)
}
