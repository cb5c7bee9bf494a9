import LinearAlgebra
import Wire

/// Values, types and frames of every kind, and seeded random ones.
enum Samples {
  static let values: [Value] = [
    .none, .boolean(true), .boolean(false), .integer(0), .integer(.min), .integer(.max), .number(0), .number(-0.0),
    .number(.infinity), .number(-.infinity), .number(.leastNonzeroMagnitude), .number(.greatestFiniteMagnitude),
    .text(""),
    .text("Grüße, 你好\u{0}\n👩‍🔬"), .vector([]), .vector([1, -2.5, 1e300]), .matrix(.zeros(0, 0)), .matrix(.zeros(0, 7)),
    .matrix(.zeros(7, 0)), .matrix(Matrix([[1, 2, 3], [4, 5, 6]])), .list([]),
    .list([.integer(1), .text("two"), .list([.none])]), .structure("", []),
    .structure("State", [Value.Field("h", .vector([1])), Value.Field("c", .list([.matrix(Matrix([[1]]))]))]),
  ]

  static let types: [ValueType] = [
    .void, .boolean, .integer, .number, .text, .vector, .matrix, .optional(.number), .list(.list(.vector)),
    .structure("S", [ValueType.Field("x", .number), ValueType.Field("y", .optional(.matrix))]), .structure("", []),
    .other("() -> Int"),
  ]

  static var requests: [Request] {
    [.load(path: "/w/submission.so"), .load(path: "")]
      + values.map { .keep(slot: 3, value: $0) }
      + [
        .keep(slot: .min, value: .none), .keep(slot: .max, value: .none),
        .call(id: .max, function: "f", arguments: []),
        .call(id: 0, function: "grüße", arguments: values.map { .value($0) } + [.kept(slot: 0), .kept(slot: -1)]),
      ]
  }

  static var replies: [Reply] {
    let functions = types.map { ExposedFunction(name: "\($0)", type: FunctionType(parameters: types, result: $0)) }
    return [
      .loaded([]), .loaded(functions), .notLoaded("undefined symbol: x"), .notLoaded(""), .kept,
      .threw(id: 1, message: "error"), .notImplemented(id: 2, what: "", line: 0),
      .notImplemented(id: 2, what: "dz_t", line: .max), .refused(id: .max, reason: "no"),
      .dying(signal: 11, addresses: []),
      .dying(signal: .min, addresses: [0, 1, .max]),
    ] + values.map { .returned(id: 7, value: $0) }
  }

  /// A value drawn from a generator, nested at most as deep as given.
  static func value(_ generator: inout SplitMix, depth: Int) -> Value {
    switch generator.below(depth > 0 ? 9 : 7) {
    case 0: .none
    case 1: .boolean(generator.below(2) == 0)
    case 2: .integer(Int(bitPattern: UInt(generator.next())))
    // Numbers that are not one differ from themselves, so the exponent's highest bit stays clear.
    case 3: .number(Double(bitPattern: generator.next() & ~(1 << 62)))
    case 4: .text(String(repeating: "ä", count: generator.below(5)))
    case 5: .vector(Vector((0..<generator.below(6)).map { Double($0) / 3 }))
    case 6: .matrix(.zeros(generator.below(4), generator.below(4)))
    case 7: .list((0..<generator.below(4)).map { _ in value(&generator, depth: depth - 1) })
    default:
      .structure("S", (0..<generator.below(4)).map { Value.Field("f\($0)", value(&generator, depth: depth - 1)) })
    }
  }
}

/// A seeded generator (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
