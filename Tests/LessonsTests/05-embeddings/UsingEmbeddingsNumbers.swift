import Figures
import LinearAlgebra

@testable import Solutions

/// A review of four words, one step from it, and six reviews learnt with frozen and with fine-tuned vectors.
let usingEmbeddingsNumbers: LessonNumbers = {
  let p = SentimentParameters(E: [[1, 0], [0, 1], [-1, 1]], W: [[1, -1], [-1, 1]], b: [0, 0])
  let review = [0, 0, 2, 1]
  let a = averagedEmbedding(review, p.E)
  let z = sentimentScores(review, p)
  let g = sentimentGradients(review, 1, p)
  let dz = sentimentScoreGradient(z, 1)
  let steps = [true, false].map { sentimentLoss(review, 1, sentimentStep(review, 1, p, 0.5, $0)) }
  let models = [true, false].map { FineTuning.trained(isFrozen: $0) }
  let texts = ["great plot", "this movie is unpredictable", "superb acting", "awful plot", "acting", "plot"]

  func vector(_ name: String) -> Vector { FineTuning.words.first { $0.name == name }?.vector ?? [] }
  func cosine(_ a: Vector, _ b: Vector) -> Double { dot(a, b) / (a.norm * b.norm) }

  return LessonNumbers(
    "using-embeddings", given: ["25000", "0.5", "0.4", "0.9", "0.2", "1.1", "0.1", "0.6", "20", "0.50"],
    computed: [
      ("the average", [a[0], a[1]]), ("scores", [z[0], z[1]]), ("probability", [softmax(z)[1]]),
      ("loss", [sentimentLoss(review, 1, p)]), ("dz", [dz[0], dz[1]]),
      ("da", averagedEmbeddingGradient(dz, p.W).elements), ("dE", g.dE.elements), ("dW", g.dW.elements),
      ("losses after a step", steps), ("cosine before", [cosine(vector("great"), vector("horrible"))]),
      ("cosine after", [cosine(models[1].vector("great"), models[1].vector("horrible"))]),
      ("probabilities", models.flatMap { model in texts.map(model.probability) }),
      ("mean losses", models.map(\.loss)),
      ("tones", ["unpredictable", "great"].map { models[1].vector($0)[1] }),
      ("numbers of the table", [Double(2 * FineTuning.words.count)]),
    ])
}()
