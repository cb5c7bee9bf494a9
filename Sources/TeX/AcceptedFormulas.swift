internal import Files

/// The formulas that one version of KaTeX accepted, kept in a file from one run to the next.
struct AcceptedFormulas {
  /// The size from which the file is begun anew.
  static let largestSize = 16 << 20

  private let path: String
  private let folder: String

  /// The memory for the version of KaTeX with this script.
  init(folder: String, script: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in script { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.folder = folder
    path = "\(folder)/formulas-\(String(hash, radix: 16))"
  }

  /// The formulas that are known to be accepted; none where the file cannot be read.
  func load() -> Set<Formula> {
    guard let bytes = try? Files.read(path, limit: Self.largestSize), bytes.count <= Self.largestSize else { return [] }
    var formulas: Set<Formula> = []
    // A record without its end was cut off.
    guard let end = bytes.lastIndex(of: 0) else { return [] }
    for record in bytes[..<end].split(separator: 0) {
      guard let mark = record.first, let tex = String(validating: record.dropFirst(), as: UTF8.self) else { continue }
      formulas.insert(Formula(tex, isDisplay: mark == Self.display))
    }
    return formulas
  }

  /// Adds formulas to those known before; where the file cannot be written, they are asked again next time.
  func store(_ known: Set<Formula>, with new: [Formula]) {
    guard !new.isEmpty else { return }
    var bytes: [UInt8] = []
    func append(_ formula: Formula) {
      bytes.append(formula.isDisplay ? Self.display : Self.inline)
      bytes += formula.tex.utf8
      bytes.append(0)
    }
    for formula in new where !formula.tex.utf8.contains(0) { append(formula) }
    for formula in known where bytes.count < Self.largestSize / 2 { append(formula) }
    let part = "\(path).\(Files.processID)"
    do {
      try Files.makeFolder(folder)
      try Files.write(bytes, to: part)
      try Files.move(part, to: path)
    } catch {
      Files.remove(part)
    }
  }

  private static var display: UInt8 { UInt8(ascii: "D") }
  private static var inline: UInt8 { UInt8(ascii: "I") }
}
