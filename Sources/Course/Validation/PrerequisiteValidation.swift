import Markdown

extension Catalogue {
  /// Prerequisites that are not there, and those that lead back to where they began.
  func prerequisiteProblems() -> [Problem] {
    let exercisePlaces = exercises.map { exercise in
      Place(
        name: exercise.id.rawValue, prerequisites: exercise.prerequisites.map(\.rawValue),
        file: layout.relative(exercise.files.statement), line: line(in: exercise.document))
    }
    let lessonPlaces = lessons.map { lesson in
      Place(
        name: lesson.id.rawValue, prerequisites: lesson.prerequisites.map(\.rawValue),
        file: layout.relative(lesson.location.file), line: line(in: lesson.document))
    }
    return problems(of: exercisePlaces, what: "exercise", all: exerciseLocations.map(\.id.rawValue))
      + problems(of: lessonPlaces, what: "lesson", all: lessonLocations.map(\.id.rawValue))
  }

  /// An exercise or a lesson with what it needs.
  private struct Place {
    var name: String
    var prerequisites: [String]
    var file: String
    var line: Int?
  }

  private func line(in document: Document) -> Int? { document.frontMatter.entry("prerequisites")?.line }

  private func problems(of places: [Place], what: String, all: [String]) -> [Problem] {
    var found: [Problem] = []
    let known = Set(all)
    for place in places {
      for name in place.prerequisites where !known.contains(name) {
        let mend = Spelling.suggestion(for: name, among: all) ?? "Remove it or mend it"
        let message = "the prerequisite '\(name)' is not \(what == "exercise" ? "an exercise" : "a lesson")"
        found.append(Problem(file: place.file, line: place.line, message: message, mend: mend))
      }
    }
    let needs = Dictionary(places.map { ($0.name, $0.prerequisites) }) { first, _ in first }
    for cycle in Cycles.find(in: needs, order: places.map(\.name)) {
      guard let place = places.first(where: { $0.name == cycle[0] }) else { continue }
      let way = (cycle + [cycle[0]]).joined(separator: " needs ")
      let message = "the prerequisites lead in a circle: \(way)"
      found.append(Problem(file: place.file, line: place.line, message: message, mend: "Remove one of these"))
    }
    return found
  }
}

/// Finds circles in what needs what.
enum Cycles {
  /// One circle for every step that leads back on the way of a search, each from its first name in the given order.
  static func find(in needs: [String: [String]], order: [String]) -> [[String]] {
    var cycles: [[String]] = []
    var done: Set<String> = []
    for start in order where !done.contains(start) {
      // The way from the start, each name with the needs that are still to be followed.
      var way = [(name: start, left: (needs[start] ?? [])[...])]
      while let last = way.last {
        guard let next = last.left.first else {
          done.insert(last.name)
          way.removeLast()
          continue
        }
        way[way.count - 1].left.removeFirst()
        if let index = way.firstIndex(where: { $0.name == next }) {
          cycles.append(way[index...].map(\.name))
        } else if !done.contains(next) {
          way.append((next, (needs[next] ?? [])[...]))
        }
      }
    }
    return cycles
  }
}
