// expected: none
// mistaken: contextPositions

func contextPositions(_ t: Int, _ T: Int, _ window: ContextWindow) -> [Int] {
  (max(0, t - window.before)..<min(T, t + window.after)).filter { $0 != t }
}
