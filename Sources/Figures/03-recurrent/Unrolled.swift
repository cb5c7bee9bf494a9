internal import Charts

@Sendable func unrolledFigure() -> ComputedFigure {
  let steps = 4
  var nodes = [Diagram.Node("*h*_{0}", 0, 1, look: 3)]
  var (links, labels): ([Diagram.Link], [Diagram.Label]) = ([], [])
  for step in 1...steps {
    let column = Double(step)
    let state = Diagram.Node("*h*_{\(step)}", column, 1, look: 3)
    let input = Diagram.Node("*x*_{\(step)}", column, 2, look: 1)
    let output = Diagram.Node("*ŷ*_{\(step)}", column, 0, look: 2)
    links += [
      Diagram.Link(nodes[nodes.count - 1], state), Diagram.Link(input, state), Diagram.Link(state, output),
    ]
    nodes += [input, output, state]
    labels += [
      Diagram.Label("*W*_{h}", column - 0.5, 1, .above), Diagram.Label("*W*_{x}", column, 1.5, .right),
      Diagram.Label("*W*_{y}", column, 0.5, .right),
    ]
  }
  let dots = Diagram.Node("…", 5, 1, shape: .bare)
  links.append(Diagram.Link(nodes[nodes.count - 1], dots))
  nodes.append(dots)
  return ComputedFigure(
    name: "unrolled",
    caption: "The network unrolled in time: a step for each word, and the same three matrices at each of them.",
    diagram: Diagram(
      title: "A recurrent network unrolled over \(steps) steps",
      description: """
        From left to right the states h0 to h\(steps), each with an arrow to the next, and one that leads on to further steps. \
        Below each state but the first stands its input, above it its output, with arrows upwards. All arrows from state to \
        state bear the same matrix W_h, all from inputs W_x, all to outputs W_y.
        """,
      columns: 6, rows: 3, rowHeight: 66, nodes: nodes, links: links, labels: labels))
}
