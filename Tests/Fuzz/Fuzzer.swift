internal import CMemory
internal import LinearAlgebra
internal import Wire

/// Mutates whole frames, reads what comes out, and looks after the memory that takes.
struct Fuzzer {
  private var state: UInt64
  private let seeds: [[UInt8]]
  private(set) var accepted = 0
  private(set) var largestRatio = 0
  private(set) var isBounded = true
  private var number = 0

  /// What a small frame may take besides, and what each of its bytes may become.
  private static let allowance = 4096
  private static let mostPerByte = 128

  init(seed: UInt64) {
    state = seed
    let values: [Value] = [
      .none, .boolean(true), .integer(-3), .number(1.5), .text("Grüße"), .vector([1, 2, 3]),
      .matrix(Matrix([[1, 2], [3, 4]])), .list([.integer(1), .list([.none, .text("x")])]),
      .structure("S", [Value.Field("h", .vector([1])), Value.Field("c", .list([.number(1), .none]))]),
    ]
    // What takes most memory for its bytes: many small parts.
    let large: [Value] = [
      .list((0..<1000).map { .boolean($0 % 2 == 0) }), .list((0..<300).map { _ in .text("") }),
      .list((0..<1000).map { _ in .none }), .structure("L", (0..<200).map { Value.Field("\($0)", .list([.none])) }),
      .vector(Vector((0..<500).map { Double($0) })),
    ]
    let types: [ValueType] = [
      .void, .vector, .optional(.list(.matrix)), .structure("S", [ValueType.Field("x", .number)]), .other("() -> Int"),
    ]
    var contents: [[UInt8]] = []
    for value in values + large { contents.append(Reply.returned(id: 7, value: value).frame) }
    contents += [
      Reply.loaded(types.map { ExposedFunction(name: "f", type: FunctionType(parameters: types, result: $0)) }).frame,
      Reply.notLoaded("no").frame, Reply.kept.frame, Reply.threw(id: 1, message: "error").frame,
      Reply.notImplemented(id: 2, what: "dz", line: 3).frame, Reply.refused(id: 4, reason: "no").frame,
      Reply.dying(signal: 11, addresses: [0, 1, .max]).frame, Request.load(path: "/w/x").frame,
      Request.keep(slot: 1, value: values[8]).frame,
      Request.call(id: 9, function: "f", arguments: values.map { .value($0) } + [.kept(slot: 1)]).frame,
    ]
    seeds = contents.map { Array($0[4...]) }
  }

  /// One frame.
  mutating func round() {
    number += 1
    var bytes = below(8) == 0 ? (0..<below(64)).map { _ in byte() } : seeds[below(seeds.count)]
    for _ in 0..<below(5) { mutate(&bytes) }
    let measures = number.isMultiple(of: 64)
    let before = measures ? Int(memory_in_use()) : 0
    // Both are held until the memory has been looked at.
    let reply = try? Reply(content: bytes[...])
    let request = try? Request(content: bytes[...])
    if measures {
      let taken = Int(memory_in_use()) - before
      if taken > Self.allowance { largestRatio = max(largestRatio, (taken - Self.allowance) / max(bytes.count, 1)) }
      if taken > Self.allowance + Self.mostPerByte * bytes.count { isBounded = false }
    }
    if withExtendedLifetime((reply, request), { reply != nil || request != nil }) { accepted += 1 }
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = below(bytes.count)
    switch below(9) {
    case 0: bytes[place] = byte()
    case 1: bytes[place] ^= 1 << UInt8(below(8))
    case 2: bytes.removeLast(below(bytes.count))
    case 3: bytes.insert(UInt8(below(12)), at: place)
    case 4: bytes.replaceSubrange(place..<min(place + 8, bytes.count), with: [UInt8](repeating: 255, count: 8))
    case 5:
      // A count near the truth, which the bytes that are left nearly bear out.
      let count = UInt64(max(0, bytes.count - place + below(5) - 2))
      bytes.replaceSubrange(
        place..<min(place + 8, bytes.count), with: (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * UInt64($0))) })
    case 6:
      let other = seeds[below(seeds.count)]
      bytes.replaceSubrange(place..., with: other.dropFirst(below(other.count)))
    case 7: for _ in 0..<below(40) { bytes.insert(contentsOf: [7, 1, 0, 0, 0, 0, 0, 0, 0], at: place) }
    default: bytes += [UInt8](repeating: UInt8(below(9)), count: below(2000))
    }
  }

  private mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next()) }
  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
