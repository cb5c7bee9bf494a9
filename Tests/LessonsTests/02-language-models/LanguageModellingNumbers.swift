import LinearAlgebra

/// The examples of the lesson on the language modelling task.
let languageModellingNumbers: LessonNumbers = {
  let factors = [0.5, 0.1, 0.05, 0.4, 0.2]
  let mean = (log(0.5) + log(0.125)) / 2

  return LessonNumbers(
    "language-modelling",
    given: ["0.5", "0.1", "0.05", "0.4", "0.2", "0.0001", "0.125", "10", "200", "40", "400", "4.6"],
    computed: [
      ("product", [factors.reduce(1, *)]), ("hundred words", [100 * log(0.0001), 400 * log(10)]),
      ("mean logarithm", [mean]), ("of a loss", [exp(4.6), pow(2, 4.6)]),
    ])
}()
