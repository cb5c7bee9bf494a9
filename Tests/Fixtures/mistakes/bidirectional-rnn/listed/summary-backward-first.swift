// expected: backward-state-first
// mistaken: textSummary

func joinedStates(_ forward: [Vector], _ backward: [Vector]) -> [Vector] {
  forward.indices.map { Vector(forward[$0].elements + backward[$0].elements) }
}

func textSummary(_ forward: [Vector], _ backward: [Vector]) -> Vector {
  concatenate(backward[0], forward[forward.count - 1])
}
