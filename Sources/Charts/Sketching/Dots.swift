/// A raster of dots, two wide and four high in each character, with words over them.
struct Dots {
  let columns: Int
  let rows: Int
  private var bits: [UInt8]
  private var words: [Int: Character] = [:]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    bits = [UInt8](repeating: 0, count: columns * rows)
  }

  /// The raster's size in dots.
  var size: (width: Double, height: Double) { (Double(columns * 2), Double(rows * 4)) }

  /// Sets a dot; outside the raster nothing happens.
  mutating func set(_ x: Double, _ y: Double) {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return }
    let (column, row) = (Int(x), Int(y))
    let bit: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    bits[row / 4 * columns + column / 2] |= bit[row % 4][column % 2]
  }

  /// Sets the dots of a line, every `stride`th of them.
  mutating func line(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double), stride: Int = 1) {
    let length = max(abs(to.x - from.x), abs(to.y - from.y))
    guard length.isFinite, length < 1e5 else { return }
    let steps = max(1, Int(length.rounded(.up)))
    for step in Swift.stride(from: 0, through: steps, by: stride) {
      let share = Double(step) / Double(steps)
      set(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
    }
  }

  /// Whether words of a length fit at a character's place without touching others.
  func isFree(column: Int, row: Int, length: Int) -> Bool {
    row >= 0 && row < rows && column >= 0 && column + length <= columns
      && (column - 1...column + length).allSatisfy { words[row * columns + $0] == nil }
  }

  /// Puts words over the dots.
  mutating func write(_ text: String, column: Int, row: Int) {
    for (index, character) in text.enumerated() { words[row * columns + column + index] = character }
  }

  /// The raster's rows.
  var lines: [String] {
    (0..<rows).map { row in
      String(
        (0..<columns).map { column -> Character in
          let place = row * columns + column
          if let word = words[place] { return word }
          guard bits[place] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(bits[place])) else { return " " }
          return Character(scalar)
        })
    }
  }
}
