infix operator .* : MultiplicationPrecedence

extension Vector {
  /// The entry-by-entry sum.
  public static func + (a: Vector, b: Vector) -> Vector {
    combine(a, b, "add", +)
  }

  /// The entry-by-entry difference.
  public static func - (a: Vector, b: Vector) -> Vector {
    combine(a, b, "subtract", -)
  }

  /// The element-wise (Hadamard) product.
  public static func .* (a: Vector, b: Vector) -> Vector {
    combine(a, b, "multiply element-wise", *)
  }

  /// The vector with every sign turned.
  public static prefix func - (a: Vector) -> Vector { a.map { -$0 } }

  /// `scalar` times every entry.
  public static func * (scalar: Double, a: Vector) -> Vector { a.map { scalar * $0 } }

  /// Every entry times `scalar`.
  public static func * (a: Vector, scalar: Double) -> Vector { a.map { $0 * scalar } }

  /// Every entry divided by `scalar`.
  public static func / (a: Vector, scalar: Double) -> Vector { a.map { $0 / scalar } }

  /// `scalar` minus every entry, as in `1 - z` of a gate `z`.
  public static func - (scalar: Double, a: Vector) -> Vector { a.map { scalar - $0 } }

  /// `scalar` plus every entry.
  public static func + (scalar: Double, a: Vector) -> Vector { a.map { scalar + $0 } }

  /// Adds `b` entry by entry.
  public static func += (a: inout Vector, b: Vector) {
    requireEqualCounts(a, b, "add")
    for index in a.elements.indices { a.elements[index] += b.elements[index] }
  }

  /// Subtracts `b` entry by entry.
  public static func -= (a: inout Vector, b: Vector) {
    requireEqualCounts(a, b, "subtract")
    for index in a.elements.indices { a.elements[index] -= b.elements[index] }
  }

  /// Multiplies every entry by `scalar`.
  public static func *= (a: inout Vector, scalar: Double) {
    for index in a.elements.indices { a.elements[index] *= scalar }
  }

  private static func combine(
    _ a: Vector, _ b: Vector, _ verb: StaticString, _ operation: (Double, Double) -> Double
  ) -> Vector {
    requireEqualCounts(a, b, verb)
    return Vector(zip(a.elements, b.elements).map(operation))
  }
}

/// The inner product, the sum of `a[i] * b[i]`.
public func dot(_ a: Vector, _ b: Vector) -> Double {
  requireEqualCounts(a, b, "take the inner product of")
  var total = 0.0
  for index in a.elements.indices { total += a.elements[index] * b.elements[index] }
  return total
}

/// The entries of `a` followed by those of `b`: the lectures' `[h, x]`.
public func concatenate(_ a: Vector, _ b: Vector) -> Vector {
  Vector(a.elements + b.elements)
}

private func requireEqualCounts(_ a: Vector, _ b: Vector, _ verb: StaticString) {
  precondition(a.count == b.count, "cannot \(verb) vectors of \(a.count) and \(b.count) entries")
}
