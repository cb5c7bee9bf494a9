internal import Charts

/// The four shapes of problems with sequences, each as the network that solves it, step by step.
package enum SequenceTasks {
  /// A shape: at which of its steps something goes in, and at which something comes out.
  package struct Shape: Sendable {
    /// What the shape is called.
    package let name: String
    /// How many steps the network makes.
    package let steps: Int
    /// The steps with an input, from 0.
    package let inputs: Range<Int>
    /// The steps with an output, from 0.
    package let outputs: Range<Int>
  }

  /// The shapes, in the lesson's order.
  package static let all = [
    Shape(name: "One to many", steps: 3, inputs: 0..<1, outputs: 0..<3),
    Shape(name: "Many to one", steps: 3, inputs: 0..<3, outputs: 2..<3),
    Shape(name: "Synchronous", steps: 3, inputs: 0..<3, outputs: 0..<3),
    Shape(name: "Sequence to sequence", steps: 5, inputs: 0..<3, outputs: 3..<5),
  ]
}

@Sendable func sequenceTasksFigure() -> ComputedFigure {
  var (nodes, links, labels): ([Diagram.Node], [Diagram.Link], [Diagram.Label]) = ([], [], [])
  for (index, shape) in SequenceTasks.all.enumerated() {
    let (left, top) = (index % 2 == 0 ? 0.0 : 4.0, index < 2 ? 0.0 : 4.0)
    labels.append(Diagram.Label(shape.name, left - 0.6, top, .right, isHeading: true))
    var last: Diagram.Node?
    for step in 0..<shape.steps {
      let column = left + Double(step)
      let state = Diagram.Node("*h*_{\(step + 1)}", column, top + 2, look: 3)
      if let last { links.append(Diagram.Link(last, state)) }
      if shape.inputs.contains(step) {
        let name = shape.inputs.count == 1 ? "*x*" : "*x*_{\(step - shape.inputs.lowerBound + 1)}"
        let input = Diagram.Node(name, column, top + 3.1, look: 1)
        nodes.append(input)
        links.append(Diagram.Link(input, state))
      }
      if shape.outputs.contains(step) {
        let name = shape.outputs.count == 1 ? "*y*" : "*y*_{\(step - shape.outputs.lowerBound + 1)}"
        let output = Diagram.Node(name, column, top + 0.9, look: 2)
        nodes.append(output)
        links.append(Diagram.Link(state, output))
      }
      nodes.append(state)
      last = state
    }
  }
  let words = SequenceTasks.all.map { "\($0.name): inputs \($0.inputs.count), outputs \($0.outputs.count)" }
  return ComputedFigure(
    name: "sequence-tasks",
    caption: "Four shapes: inputs below, the states that remember them, outputs above.",
    diagram: Diagram(
      title: "Four shapes of problems with sequences",
      description: """
        Four networks, drawn step by step from left to right; arrows lead from inputs up to states, from each state to the \
        next, and up to outputs. \(words.joined(separator: "; ")). Synchronous outputs stand above the input of the same \
        step; from sequence to sequence, the outputs begin one step after the last input.
        """,
      columns: 9, rows: 8, rowHeight: 44, nodes: nodes, links: links, labels: labels))
}
