/// Lines of equal width that stand beside others at the height of one of them.
struct MathBox: Hashable, Sendable {
  var lines: [String]
  var baseline: Int

  /// One line.
  init(_ line: String = "") {
    lines = [line]
    baseline = 0
  }

  init(lines: [String], baseline: Int) {
    let width = lines.map(TextWidth.columns).max() ?? 0
    self.lines = lines.map { TextWidth.padded($0, to: width) }
    self.baseline = baseline
  }

  var width: Int { TextWidth.columns(lines.first ?? "") }

  /// Another box to the right, both on one baseline.
  static func + (left: MathBox, right: MathBox) -> MathBox {
    if left.lines.count == 1 && right.lines.count == 1 { return MathBox(left.lines[0] + right.lines[0]) }
    let above = max(left.baseline, right.baseline)
    let below = max(left.lines.count - left.baseline, right.lines.count - right.baseline)
    let lines = (0..<(above + below)).map { row -> String in
      left.line(row - above + left.baseline) + right.line(row - above + right.baseline)
    }
    return MathBox(lines: lines, baseline: above)
  }

  private func line(_ index: Int) -> String {
    lines.indices.contains(index) ? lines[index] : String(repeating: " ", count: width)
  }

  /// A large operator with what stands below and above it.
  static func limits(_ sign: MathBox, below: String?, above: String?) -> MathBox {
    let width = max(sign.width, TextWidth.columns(below ?? ""), TextWidth.columns(above ?? ""))
    func centred(_ text: String) -> String {
      String(repeating: " ", count: (width - TextWidth.columns(text)) / 2) + text
    }
    var lines = sign.lines.map(centred)
    var baseline = sign.baseline
    if let above {
      lines.insert(centred(above), at: 0)
      baseline += 1
    }
    if let below { lines.append(centred(below)) }
    return MathBox(lines: lines, baseline: baseline)
  }

  /// Rows of boxes in aligned columns, between delimiters as high as they are.
  static func grid(_ rows: [[MathBox]], _ grid: TeX.Grid) -> MathBox {
    let count = rows.map(\.count).max() ?? 0
    let alignments = Array(grid.columns)
    let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0 }
    var lines: [String] = []
    for row in rows {
      var box = MathBox()
      for column in 0..<count {
        let cell = column < row.count ? row[column] : MathBox()
        let free = widths[column] - cell.width
        let alignment = column < alignments.count ? alignments[column] : "c"
        let before = alignment == "l" ? 0 : alignment == "r" ? free : free / 2
        let gap = column == 0 ? 0 : grid.columns.hasPrefix("rl") ? (column % 2 == 0 ? 3 : 1) : 2
        box = box + MathBox(String(repeating: " ", count: gap + before)) + cell
        box = box + MathBox(String(repeating: " ", count: free - before))
      }
      lines += box.lines
    }
    let left = delimiter(grid.open, height: lines.count)
    let right = delimiter(grid.close, height: lines.count)
    lines = lines.enumerated().map { left[$0] + $1 + right[$0] }
    return MathBox(lines: lines, baseline: lines.isEmpty ? 0 : (lines.count - 1) / 2)
  }

  /// A delimiter of a height, a piece for each line.
  private static func delimiter(_ text: String, height: Int) -> [String] {
    let pieces: (top: String, middle: String, bottom: String, centre: String)? =
      switch text {
      case "(": ("⎛", "⎜", "⎝", "⎜")
      case ")": ("⎞", "⎟", "⎠", "⎟")
      case "[": ("⎡", "⎢", "⎣", "⎢")
      case "]": ("⎤", "⎥", "⎦", "⎥")
      case "{": ("⎧", "⎪", "⎩", "⎨")
      case "}": ("⎫", "⎪", "⎭", "⎬")
      default: nil
      }
    guard height > 1, let pieces else { return Array(repeating: text, count: height) }
    return (0..<height).map { row in
      row == 0 ? pieces.top : row == height - 1 ? pieces.bottom : row == height / 2 ? pieces.centre : pieces.middle
    }
  }
}
