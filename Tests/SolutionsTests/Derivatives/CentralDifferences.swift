import LinearAlgebra
import Wire

/// The derivatives of `loss` by every number of the part at `path`, in the part's shape, by central differences.
///
/// The step is the cube root of the machine's precision times the number's magnitude, which balances what the difference
/// leaves out against what rounding takes away.
func centralDifferences<Root, Part>(
  _ path: WritableKeyPath<Root, Part>, of root: Root, _ loss: (Root) -> Double
) throws -> Part {
  let part = try Value(of: root[keyPath: path])
  let numbers = part.numbers
  var derivatives: [Double] = []
  for (index, number) in numbers.enumerated() {
    let step = 6.055e-6 * max(1, abs(number))
    func moved(to number: Double) throws -> Root {
      var numbers = numbers
      numbers[index] = number
      var root = root
      root[keyPath: path] = try part.replacing(numbers).content(as: Part.self)
      return root
    }
    let (above, below) = (number + step, number - step)
    derivatives.append((loss(try moved(to: above)) - loss(try moved(to: below))) / (above - below))
  }
  return try part.replacing(derivatives).content(as: Part.self)
}

extension Value {
  /// All real numbers in order.
  var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .vector(let vector): vector.elements
    case .matrix(let matrix): matrix.elements
    case .list(let values): values.flatMap(\.numbers)
    case .structure(_, let fields): fields.flatMap(\.value.numbers)
    default: []
    }
  }

  /// The value with other real numbers.
  func replacing(_ numbers: [Double]) -> Value {
    var rest = numbers[...]
    return replacing(&rest)
  }

  private func replacing(_ rest: inout ArraySlice<Double>) -> Value {
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    switch self {
    case .number: return .number(rest.removeFirst())
    case .vector(let vector): return .vector(Vector(take(vector.count)))
    case .matrix(let matrix):
      return .matrix(
        Matrix(rows: matrix.rows, columns: matrix.columns, elements: take(matrix.rows * matrix.columns)))
    case .list(let values): return .list(values.map { $0.replacing(&rest) })
    case .structure(let name, let fields):
      return .structure(name, fields.map { Field($0.label, $0.value.replacing(&rest)) })
    default: return self
    }
  }
}
