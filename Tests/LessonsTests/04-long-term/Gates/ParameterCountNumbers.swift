@testable import Solutions

/// The layers and the model of the example: 9 inputs, 32 units, 6 classes.
let parameterCountNumbers: LessonNumbers = {
  let (inputs, units, classes) = (9, 32, 6)
  let rnn = rnnParameterCount(inputs, units)
  let lstm = lstmParameterCount(inputs, units)
  let dense = denseParameterCount(units, classes)
  let upper = lstmParameterCount(units, units)
  let wide = lstmParameterCount(inputs, 64)
  let (gruUnits, rnnUnits) = (affordableUnits(lstm, inputs, 3), affordableUnits(lstm, inputs, 1))
  func numbers(_ counts: Int...) -> [Double] { counts.map { Double($0) } }

  return LessonNumbers(
    "parameter-count",
    given: ["32", "128", "64", "1000", "10000"],
    computed: [
      ("parts of a block", numbers(units * inputs, units * units, units * (units + inputs))),
      ("layers", numbers(rnn, gruParameterCount(inputs, units, false), lstm)),
      ("second bias", numbers(gruParameterCount(inputs, units, true), rnn + units)),
      ("without biases, and with two", numbers(lstm - 4 * units, lstm + 4 * units)),
      ("dense", numbers(classes * units, dense)),
      ("the model", numbers(classifierParameterCount(inputs, [units], classes))),
      (
        "two layers",
        numbers(
          upper, stackedParameterCount(inputs, [units, units]),
          classifierParameterCount(inputs, [units, units], classes))
      ),
      ("units for the same budget", numbers(gruUnits, rnnUnits)),
      ("what they cost", numbers(gruParameterCount(inputs, gruUnits, false), rnnParameterCount(inputs, rnnUnits))),
      ("points", [78.5 - 75.2]),
      ("doubled", [Double(wide), Double(wide) / Double(lstm)]),
      ("one-hot words", numbers(4 * units * 10_000, 4 * (units * units + units))),
    ])
}()
