// expected: summary-at-one-place, parts-exchanged
// mistaken: textSummary, directedGradients

func joinedStates(_ forward: [Vector], _ backward: [Vector]) -> [Vector] {
  forward.indices.map { Vector(forward[$0].elements + backward[$0].elements) }
}

func textSummary(_ forward: [Vector], _ backward: [Vector]) -> Vector {
  concatenate(forward[forward.count - 1], backward[backward.count - 1])
}

func directedGradients(_ dh: [Vector], _ F: Int) -> DirectedGradients {
  var result = DirectedGradients(forward: [], backward: [])
  for d in dh {
    result.backward.append(Vector(d.prefix(F)))
    result.forward.append(Vector(d.dropFirst(F)))
  }
  return result
}
