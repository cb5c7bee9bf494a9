// Foundation is imported; a type of its own holds the shape of a layer, and parameters have labels.

import Foundation
import LinearAlgebra

private enum Cell: Int {
  case plain = 1
  case gru = 3
  case lstm = 4

  func parameters(inputs: Int, units: Int) -> Int { rawValue * units * (inputs + units + 1) }
}

func rnnParameterCount(inputs: Int, units: Int) -> Int { Cell.plain.parameters(inputs: inputs, units: units) }

func gruParameterCount(inputs: Int, units: Int, resetsAfter: Bool) -> Int {
  let single = Cell.gru.parameters(inputs: inputs, units: units)
  return resetsAfter ? single + 3 * units : single
}

func lstmParameterCount(inputs: Int, units: Int) -> Int { Cell.lstm.parameters(inputs: inputs, units: units) }

func denseParameterCount(inputs: Int, outputs: Int) -> Int { inputs * outputs + outputs }

func stackedParameterCount(inputs: Int, units: [Int]) -> Int {
  var sizes = units
  sizes.insert(inputs, at: 0)
  return (1..<sizes.count).map { lstmParameterCount(inputs: sizes[$0 - 1], units: sizes[$0]) }.reduce(0, +)
}

func classifierParameterCount(inputs: Int, units: [Int], classes: Int) -> Int {
  stackedParameterCount(inputs: inputs, units: units)
    + denseParameterCount(inputs: units[units.endIndex - 1], outputs: classes)
}

func affordableUnits(budget: Int, inputs: Int, blocks: Int) -> Int {
  let each = Double(budget / blocks)
  let b = Double(inputs + 1)
  let guess = Int(Foundation.floor((Foundation.sqrt(b * b + 4 * each) - b) / 2))
  return [guess + 1, guess, guess - 1, 0].first { $0 >= 0 && blocks * $0 * (inputs + $0 + 1) <= budget } ?? 0
}
