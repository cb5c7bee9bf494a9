/// A column vector of real numbers.
///
/// Arithmetic follows the lectures: `a + b` and `a - b` add and subtract entry by entry, `2 * a` scales, `a .* b` is the
/// element-wise product that the lectures write with a circled dot, and ``dot(_:_:)`` is the inner product. Vectors of
/// different lengths never combine: the program stops and says which lengths met.
public struct Vector: Hashable, Sendable {
  /// The entries, from first to last.
  public var elements: [Double]

  /// Makes a vector of the given entries.
  public init(_ elements: [Double]) {
    self.elements = elements
  }

  /// Makes a vector of any sequence of numbers, such as a lazily mapped one.
  public init(_ elements: some Sequence<Double>) {
    self.elements = Array(elements)
  }

  /// Makes a vector whose every entry is `value`.
  public init(repeating value: Double, count: Int) {
    precondition(count >= 0, "a vector cannot have \(count) entries")
    self.elements = Array(repeating: value, count: count)
  }

  /// The vector of `count` zeros.
  public static func zeros(_ count: Int) -> Vector {
    Vector(repeating: 0, count: count)
  }

  /// The vector of `count` ones.
  public static func ones(_ count: Int) -> Vector {
    Vector(repeating: 1, count: count)
  }

  /// The vector that is 1 at `index` and 0 elsewhere: a word of a vocabulary of `count` words.
  public static func oneHot(_ index: Int, count: Int) -> Vector {
    precondition(index >= 0 && index < count, "no entry \(index) in a one-hot vector of \(count) entries")
    var vector = zeros(count)
    vector.elements[index] = 1
    return vector
  }

  /// The vector whose entries are `transform` of this one's entries.
  public func map(_ transform: (Double) throws -> Double) rethrows -> Vector {
    Vector(try elements.map(transform))
  }

  /// The sum of the entries.
  public var sum: Double {
    var total = 0.0
    for element in elements { total += element }
    return total
  }

  /// The sum of the squared entries.
  public var squaredNorm: Double { dot(self, self) }

  /// The Euclidean length.
  public var norm: Double { squaredNorm.squareRoot() }
}

extension Vector: RandomAccessCollection, MutableCollection {
  /// The first index, always 0.
  public var startIndex: Int { 0 }

  /// The number of entries: one past the last index.
  public var endIndex: Int { elements.count }

  /// The entry at `index`, counted from 0.
  public subscript(index: Int) -> Double {
    get {
      precondition(index >= 0 && index < elements.count, "no entry \(index) in a vector of \(elements.count) entries")
      return elements[index]
    }
    set {
      precondition(index >= 0 && index < elements.count, "no entry \(index) in a vector of \(elements.count) entries")
      elements[index] = newValue
    }
  }
}

extension Vector: ExpressibleByArrayLiteral, CustomStringConvertible {
  /// Makes a vector of the listed entries, as in `let v: Vector = [1, 2, 3]`.
  public init(arrayLiteral elements: Double...) {
    self.elements = elements
  }

  /// The entries in brackets, as Swift prints an array.
  public var description: String { elements.description }
}
