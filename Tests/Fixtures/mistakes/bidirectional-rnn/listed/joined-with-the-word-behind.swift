// expected: joined-with-the-next-word
// mistaken: joinedStates

func joinedStates(_ forward: [Vector], _ backward: [Vector]) -> [Vector] {
  var joined: [Vector] = []
  for t in 0..<forward.count { joined.append(concatenate(forward[t], backward[min(t + 1, forward.count - 1)])) }
  return joined
}
