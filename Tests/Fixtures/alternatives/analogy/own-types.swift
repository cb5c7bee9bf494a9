// A table of its own, which knows the lengths of its words.

import LinearAlgebra

struct AnalogyQuestion {
  var a: Int
  var b: Int
  var c: Int
  var d: Int
}

private struct Lexicon {
  let vectors: [Vector]
  let lengths: [Double]

  init(_ E: Matrix) {
    vectors = (0..<E.rows).map { E[row: $0] }
    lengths = vectors.map(\.norm)
  }

  func target(_ a: Int, _ b: Int, _ c: Int) -> Vector { vectors[c] - (vectors[a] - vectors[b]) }

  func score(_ word: Int, _ target: Vector) -> Double { dot(vectors[word], target) / lengths[word] / target.norm }

  func ranked(_ target: Vector, without asked: Set<Int>) -> [Int] {
    let scores = vectors.indices.map { score($0, target) }
    return vectors.indices.filter { !asked.contains($0) }.sorted {
      scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1]
    }
  }
}

func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector { Lexicon(E).target(a, b, c) }

func analogyScores(_ E: Matrix, _ target: Vector) -> Vector {
  let lexicon = Lexicon(E)
  return Vector((0..<E.rows).map { lexicon.score($0, target) })
}

func bestRemaining(_ scores: Vector, _ excluded: [Int]) -> Int {
  let left = scores.indices.filter { !Set(excluded).contains($0) }
  guard var best = left.last else { return -1 }
  for index in left.reversed() where scores[index] >= scores[best] { best = index }
  return best
}

func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  let lexicon = Lexicon(E)
  return lexicon.ranked(lexicon.target(a, b, c), without: [a, b, c])[0]
}

func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  let lexicon = Lexicon(E)
  let asked: Set = [question.a, question.b, question.c]
  let ranked = lexicon.ranked(lexicon.target(question.a, question.b, question.c), without: asked)
  return ranked.prefix { $0 != question.d }.count + 1
}

func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  var share = 0.0
  for question in questions where answerRank(E, question) == 1 { share += 1 / Double(questions.count) }
  return share
}

func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  let words = Lexicon(E).vectors
  let (first, second) = (words[question.b] - words[question.a], words[question.d] - words[question.c])
  return dot(first, second) / first.norm / second.norm
}
