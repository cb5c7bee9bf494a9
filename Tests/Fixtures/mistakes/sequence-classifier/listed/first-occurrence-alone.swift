// expected: repeated-letter-overwritten
// mistaken: letterWeightGradient
// calling: classifierGradients

func letterWeightGradient(_ da: [Vector], _ letters: [Int], _ D: Int) -> Matrix {
  var dWx = Matrix.zeros(da[0].count, D)
  for t in (0..<letters.count).reversed() {
    for i in 0..<da[t].count { dWx[i, letters[t]] = da[t][i] }
  }
  return dWx
}
