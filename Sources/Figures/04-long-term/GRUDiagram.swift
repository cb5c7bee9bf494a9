internal import Charts

@Sendable func gruCellFigure() -> ComputedFigure {
  typealias Node = Diagram.Node
  typealias Link = Diagram.Link
  func product(_ column: Double, _ row: Double) -> Node { Node("•", column, row, shape: .circle) }
  func branch(_ column: Double, _ row: Double) -> Node { Node("", column, row, shape: .dot) }

  // The state along the top.
  let before = Node("*h*_{t−1}", 0, 0, shape: .bare)
  let fork = branch(1, 0)
  let keep = product(4, 0)
  let sum = Node("+", 6, 0, shape: .circle)
  let after = Node("*h*_{t}", 7, 0, shape: .bare)
  // The candidate, from what the reset gate lets through.
  let reset = Node("σ", 1, 2, look: 1)
  let heard = product(1, 1)
  let candidate = Node("tanh", 2.5, 1, look: 2)
  let input = Node("*x*_{t}", 2.5, 2, shape: .bare)
  let write = product(6, 1)
  // The update gate and its complement.
  let update = Node("σ", 4, 2.4, look: 1)
  let share = branch(4, 1.6)
  let rest = Node("1−", 5, 1.6, shape: .circle)
  let readings = [
    Node("[*h*_{t−1}, *x*_{t}]", 1, 3.1, shape: .bare), Node("[*h*_{t−1}, *x*_{t}]", 4, 3.4, shape: .bare),
  ]

  return ComputedFigure(
    name: "gru-cell",
    caption: "A GRU cell: what the update gate does not keep of the old state, it takes from the candidate.",
    diagram: Diagram(
      title: "The ways through a GRU cell",
      description: """
        The state runs along the top from h at t−1 to h at t, through a product with the update gate z and a sum. Before, it \
        branches: its product with the reset gate r and the input x enter the candidate, tanh. The product of the candidate \
        and 1 − z is what the sum adds. Both gates, σ, read the old state and the input.
        """,
      columns: 8, rows: 4, rowHeight: 56,
      nodes: [before, fork, keep, sum, after, reset, heard, candidate, input, write, update, share, rest] + readings,
      links: [
        Link(before, fork, hasHead: false), Link(fork, keep), Link(keep, sum), Link(sum, after), Link(fork, heard),
        Link(reset, heard), Link(heard, candidate), Link(input, candidate), Link(candidate, write), Link(write, sum),
        Link(update, keep), Link(share, rest), Link(rest, write, by: [Diagram.Place(6, 1.6)]), Link(readings[0], reset),
        Link(readings[1], update),
      ],
      labels: [
        Diagram.Label("*r*_{t}", 1, 1.5, .right), Diagram.Label("*h̃*_{t}", 3.3, 1, .above),
        Diagram.Label("*z*_{t}", 4, 0.5, .right),
      ]))
}
