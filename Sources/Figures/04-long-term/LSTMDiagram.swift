internal import Charts

@Sendable func lstmCellFigure() -> ComputedFigure {
  typealias Node = Diagram.Node
  typealias Link = Diagram.Link
  func product(_ column: Double, _ row: Double) -> Node { Node("•", column, row, shape: .circle) }
  func branch(_ column: Double, _ row: Double) -> Node { Node("", column, row, shape: .dot) }

  // The memory along the top.
  let before = Node("*c*_{t−1}", 0, 0, shape: .bare)
  let keep = product(1, 0)
  let sum = Node("+", 3, 0, shape: .circle)
  let fork = branch(6, 0)
  let after = Node("*c*_{t}", 7, 0, shape: .bare)
  // What is written, and what is shown.
  let write = product(3, 1)
  let squash = Node("tanh", 6, 1, look: 2)
  let show = product(6, 2)
  let hidden = Node("*h*_{t}", 7, 2, shape: .bare)
  // Gates and candidate, and what all of them read.
  let forget = Node("σ", 1, 2, look: 1)
  let input = Node("σ", 2, 2, look: 1)
  let candidate = Node("tanh", 3, 2, look: 2)
  let output = Node("σ", 4.5, 2, look: 1)
  let reading = Node("[*h*_{t−1}, *x*_{t}]", 1, 3.9, shape: .bare)
  let forks = [branch(1, 3), branch(2, 3), branch(3, 3)]

  return ComputedFigure(
    name: "lstm-cell",
    caption: """
      An LSTM cell: the memory runs along the top, and only a product and a sum touch it. ⊙ multiplies entry by entry.
      """,
    diagram: Diagram(
      title: "The ways through an LSTM cell",
      description: """
        The memory runs along the top from c at t−1 to c at t, through a product with the forget gate f and a sum. Below, \
        three gates, σ, and the candidate, tanh, all read the old hidden state and the input. The product of input gate i \
        and candidate is what the sum adds. Behind the sum the memory branches: one way leads on, the other through tanh \
        and a product with the output gate o to the hidden state h at t.
        """,
      columns: 8, rows: 5, rowHeight: 50,
      nodes: [before, keep, sum, fork, after, write, squash, show, hidden, forget, input, candidate, output, reading]
        + forks,
      links: [
        Link(before, keep), Link(keep, sum), Link(sum, fork, hasHead: false), Link(fork, after), Link(fork, squash),
        Link(squash, show), Link(show, hidden), Link(write, sum), Link(forget, keep),
        Link(input, write, by: [Diagram.Place(2, 1)]), Link(candidate, write), Link(output, show),
        Link(reading, forks[0], hasHead: false), Link(forks[0], forget), Link(forks[0], forks[1], hasHead: false),
        Link(forks[1], input), Link(forks[1], forks[2], hasHead: false), Link(forks[2], candidate),
        Link(forks[2], output, by: [Diagram.Place(4.5, 3)]),
      ],
      labels: [
        Diagram.Label("*f*_{t}", 1, 1, .right), Diagram.Label("*i*_{t}", 2, 1.35, .right),
        Diagram.Label("*c̃*_{t}", 3, 1.5, .right), Diagram.Label("*o*_{t}", 5.25, 2, .above),
      ]))
}
