import Checks
import LinearAlgebra
import Wire

@testable import Grading

/// One case of an agreement check, with what the reference makes of it.
struct Case {
  let check: Check
  let agreement: Agreement
  let size: CaseSize
  let seed: UInt64
  let index: Int
  let arguments: [Value]

  /// The reference's result.
  func expected() throws -> Value { try agreement.function.call(arguments) }

  /// Where to find the case again.
  var place: String { "\(check.name), seed \(seed), case \(index), \(size)" }

  /// The cases of one exercise that each of the seeds draws, of the given sizes.
  static func all(
    of exercise: String, seeds: Range<UInt64>, sizes: Set<CaseSize> = Set(CaseSize.allCases),
    where isWanted: (Agreement) -> Bool = { _ in true }
  ) throws -> [Case] {
    var cases: [Case] = []
    for check in courseChecks[exercise]?().checks ?? [] {
      guard case .agreement(let agreement) = check.kind, isWanted(agreement) else { continue }
      for seed in seeds {
        for (index, size) in agreement.plan.sizes.enumerated() where sizes.contains(size) {
          var generator = CaseGenerator(
            seed: Seed.derive(seed, check.name, index), size: size, ordinal: index)
          let arguments = try agreement.arguments(&generator).map { try Value(of: $0) }
          cases.append(
            Case(
              check: check, agreement: agreement, size: size, seed: seed, index: index, arguments: arguments))
        }
      }
    }
    return cases
  }
}

extension Agreement {
  /// The result in the form in which it is compared.
  func compared(_ result: Value, _ arguments: [Value]) -> Value { canonical?(result, arguments) ?? result }
}

extension Value {
  /// Whether the value is of a type, with nothing in it that is infinite or not a number.
  func isFinite(of type: ValueType) -> Bool {
    switch (self, type) {
    case (.integer, .integer), (.boolean, .boolean), (.text, .text): true
    case (.number, .number), (.vector, .vector), (.matrix, .matrix): numbers?.allSatisfy(\.isFinite) ?? false
    case (.list(let values), .list(let element)): values.allSatisfy { $0.isFinite(of: element) }
    case (.structure(let name, let fields), .structure(let typeName, let types)):
      name == typeName && fields.map(\.label) == types.map(\.label)
        && zip(fields, types).allSatisfy { $0.value.isFinite(of: $1.type) }
    default: false
    }
  }

  /// Every real number in the value, changed.
  func mapped(_ change: (Double) -> Double) -> Value {
    switch self {
    case .number(let number): .number(change(number))
    case .vector(let vector): .vector(vector.map(change))
    case .matrix(let matrix): .matrix(matrix.map(change))
    case .list(let values): .list(values.map { $0.mapped(change) })
    case .structure(let name, let fields):
      .structure(name, fields.map { Field($0.label, $0.value.mapped(change)) })
    default: self
    }
  }
}
