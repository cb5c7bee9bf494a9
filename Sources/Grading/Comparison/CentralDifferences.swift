internal import LinearAlgebra
internal import Wire

/// Derivatives of a scalar function of values, by central differences.
struct CentralDifferences {
  /// An argument's place: the argument's position and, inside a structure, the field.
  struct Place {
    let argument: Int
    let field: String?
  }

  /// The two inputs, a step above and a step below, for one entry.
  struct Probe {
    let above: [Value]
    let below: [Value]
    let step: Double
  }

  /// The probes for every entry at a place, in order.
  ///
  /// The step is chosen per entry, the cube root of the machine's precision times the entry's magnitude, which balances the error of the
  /// difference against that of its rounding, or for a function that bends sharply a `divisor`-th of that.
  static func probes(_ arguments: [Value], at place: Place, divisor: Double = 1) -> [Probe] {
    let value = part(arguments, place)
    return value.allNumbers.enumerated().map { index, entry in
      let step = 6.055e-6 / divisor * max(1, abs(entry))
      let above = entry + step
      let below = entry - step
      return Probe(
        above: replacing(arguments, place, value.replacing(at: index, by: above)),
        below: replacing(arguments, place, value.replacing(at: index, by: below)),
        step: above - below)
    }
  }

  /// The derivatives of `loss` by every entry at a place.
  static func derivatives(
    of loss: ([Value]) throws -> Double, _ arguments: [Value], at place: Place, divisor: Double = 1
  ) rethrows -> [Double] {
    try probes(arguments, at: place, divisor: divisor).map { (try loss($0.above) - loss($0.below)) / $0.step }
  }

  /// The place that a name such as `p.Wx` or `h0` stands for.
  static func place(_ name: String, parameters: [String]) -> Place? {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first, let argument = parameters.firstIndex(of: first) else { return nil }
    return Place(argument: argument, field: parts.count > 1 ? parts[1] : nil)
  }

  private static func part(_ arguments: [Value], _ place: Place) -> Value {
    let argument = arguments[place.argument]
    guard let field = place.field else { return argument }
    return argument[field] ?? .none
  }

  private static func replacing(_ arguments: [Value], _ place: Place, _ value: Value) -> [Value] {
    var arguments = arguments
    if let label = place.field, case .structure(let name, let fields) = arguments[place.argument] {
      arguments[place.argument] = .structure(
        name, fields.map { $0.label == label ? Value.Field(label, value) : $0 })
    } else {
      arguments[place.argument] = value
    }
    return arguments
  }
}

extension Value {
  /// The real numbers that a value holds, in the order of its leaves.
  var allNumbers: [Double] { Leaf.all(in: self).flatMap { $0.value.numbers ?? [] } }

  /// The value with one real number replaced.
  func replacing(at position: Int, by number: Double) -> Value {
    var position = position
    return replacing(&position, number)
  }

  private func replacing(_ position: inout Int, _ number: Double) -> Value {
    switch self {
    case .number:
      defer { position -= 1 }
      return position == 0 ? .number(number) : self
    case .vector(var vector):
      defer { position -= vector.count }
      if vector.indices.contains(position) { vector.elements[position] = number }
      return .vector(vector)
    case .matrix(var matrix):
      let count = matrix.rows * matrix.columns
      defer { position -= count }
      if (0..<count).contains(position) { matrix[position / matrix.columns, position % matrix.columns] = number }
      return .matrix(matrix)
    case .list(let values): return .list(values.map { $0.replacing(&position, number) })
    case .structure(let name, let fields):
      return .structure(name, fields.map { Field($0.label, $0.value.replacing(&position, number)) })
    default: return self
    }
  }
}
