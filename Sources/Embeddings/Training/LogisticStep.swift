/// One step of gradient descent on the loss `-Σ log sigmoid(± u_k · v)` of one vector against several rows of a table.
///
/// Negative sampling and hierarchical softmax are both of this form. With negatives, the rows are the target,
/// labelled 1, and the negatives, labelled 0; with a tree, they are the inner nodes on the way to a word, labelled 1
/// where the way goes left. With the label `t_k`, the gradient of a score is `sigmoid(u_k · v) - t_k`.
///
/// All scores and the gradient of `v` are taken from the rows as they were, so a row that is listed twice gets the sum
/// of two gradients, as the formula has it.
struct LogisticStep<Number: TrainingNumber> {
  /// The rows in question.
  var rows: [Int32] = []
  /// What each score should tend to: 1 or 0.
  var labels: [Number] = []
  private var moves: [Number] = []

  /// Makes a step with room for some rows.
  init(capacity: Int) {
    rows.reserveCapacity(capacity)
    labels.reserveCapacity(capacity)
    moves = Array(repeating: 0, count: capacity)
  }

  /// Forgets the rows.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
  }

  /// Adds a row.
  mutating func append(_ row: Int32, _ label: Number) {
    rows.append(row)
    labels.append(label)
  }

  /// Moves the rows of the table, and adds to `change` what should be added to `v`.
  mutating func descend(_ v: Row<Number>, in table: Table<Number>, rate: Number, addingTo change: Row<Number>) {
    if moves.count < rows.count { moves = Array(repeating: 0, count: rows.count) }
    let blocks = table.blocks
    for k in 0..<rows.count {
      let u = unsafe table.row(Int(rows[k]))
      let score = unsafe inner(u, v, blocks)
      let move = rate * (labels[k] - sigmoid(score))
      unsafe add(move, u, to: change, blocks)
      moves[k] = move
    }
    for k in 0..<rows.count {
      unsafe add(moves[k], v, to: table.row(Int(rows[k])), blocks)
    }
  }
}
