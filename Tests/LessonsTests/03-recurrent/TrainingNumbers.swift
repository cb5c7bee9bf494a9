import LinearAlgebra

@testable import Solutions

/// The worked example of the lesson on training: the network of the lesson before, and two short texts.
let trainingNumbers: LessonNumbers = {
  let p = VanillaParameters(
    Wh: [[0, 1], [1, 0]], Wx: [[1, 0, -1], [0, 1, 0]], bh: [0, 0], Wy: [[-1, 0], [2, -2], [0, 2]], by: [0, 0, 0])
  func scores(_ words: [Int]) -> [Vector] {
    vanillaStates(words.map { .oneHot($0, count: 3) }, [0, 0], p).map { p.Wy * $0 + p.by }
  }
  // the = 0, dog = 1, chases = 2
  let first = trainingPair([0, 1, 2, 0])
  let second = trainingPair([0, 2, 1])
  let z = [scores(first.inputs), scores(second.inputs)]
  let losses = zip(z[0], first.targets).map { stepLoss($0, $1) }
  let others = zip(z[1], second.targets).map { stepLoss($0, $1) }
  let pad = 3
  let batch = [z[0], z[1] + [[0, 0, 0]]]
  let padded = paddedLoss(batch, [first.targets, second.targets + [pad]], pad)
  let dz = batchScoreGradients([z[0]], [first.targets])[0][0]
  let yHat = softmax(z[0][0])

  return LessonNumbers(
    "training", given: ["5e-324", "1000"],
    computed: [
      ("right words' probabilities", zip(z[0], first.targets).map { softmax($0)[$1] }),
      ("losses", losses),
      ("sum", [losses.reduce(0, +)]),
      ("mean", [meanStepLoss(z[0], first.targets), batchLoss([z[0]], [first.targets])]),
      ("perplexity", [exp(meanStepLoss(z[0], first.targets))]),
      ("second sequence", others + [others.reduce(0, +)]),
      ("own output fed back", [stepLoss(scores([0, 1])[1], 1)]),
      ("batch", [padded]),
      ("mean of means", [(meanStepLoss(z[0], first.targets) + meanStepLoss(z[1], second.targets)) / 2]),
      ("yHat", yHat.elements + [yHat[1] - 1]),
      ("dz", dz.elements),
      ("even", [stepLoss(.zeros(1000), 0)]),
    ])
}()
