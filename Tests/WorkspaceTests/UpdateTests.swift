import Course
import Files
import Foundation
import Testing
import Workspace

@Suite struct `A workspace` {
  private let starter = "exercises/03-recurrent/bptt.swift"
  private let lesson = "lessons/03-recurrent/03-bptt.md"

  @Test func `has starters, statements, lessons and what editors need`() throws {
    let desk = try Desk()
    try desk.update()
    #expect(try desk.text(starter) == Files.text("\(home)/\(starter)"))
    let files = try desk.files()
    for file in [
      "Package.swift", "README.md", ".gitignore", ".vscode/tasks.json", lesson, "toolbox/LinearAlgebra/Matrix.swift",
    ] {
      #expect(files.contains(file), "\(file)")
    }
    #expect(try desk.text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count < 66, "one page")
    let json = try JSONSerialization.jsonObject(with: Data(try desk.text(".vscode/tasks.json").utf8)) as? [String: Any]
    #expect((json?["tasks"] as? [Any])?.count == 4)
  }

  @Test func `gives away no solution, no misconception and no hint`() throws {
    let desk = try Desk()
    try desk.update()
    let files = try desk.files()
    let all = try files.map { try desk.text($0) }.joined()
    let catalogue = CourseLayout(root: home).load()
    for exercise in catalogue.exercises {
      for misconception in try catalogue.layout.loadMisconceptions(at: exercise.location) {
        #expect(!all.contains(misconception.id + "\n") && !all.contains(misconception.title))
      }
      let starter = Set(try Files.text(exercise.files.starter).split(separator: "\n"))
      let own = try Files.text(exercise.files.solution).split(separator: "\n").filter {
        $0.hasPrefix("  ") && $0.count > 16 && !starter.contains($0)
      }
      #expect(!own.isEmpty)
      let toolbox = try files.filter { $0.hasPrefix("toolbox/") }.map { try desk.text($0) }.joined()
      for line in own where !toolbox.contains(line) { #expect(!all.contains(line), "\(exercise.id): \(line)") }
      let statement = try desk.text("exercises/\(exercise.topic.folder)/\(exercise.id).md")
      #expect(!statement.contains("## Hints") && statement.contains("## Functions"))
      for hint in try Files.text(exercise.files.statement).components(separatedBy: "## Hints\n")[1].split(
        separator: "\n")
      {
        #expect(!statement.contains(hint))
      }
    }
  }

  @Test func `has links that lead to files`() throws {
    let desk = try Desk()
    try desk.update()
    var count = 0
    let catalogue = CourseLayout(root: home).load()
    let known = catalogue.lessons.map { "lesson:\($0.id)" } + catalogue.exercises.map { "exercise:\($0.id)" }
    for file in try desk.files() where file.hasSuffix(".md") {
      let text = try desk.text(file)
      for link in known { #expect(!text.contains("](\(link))") && !text.contains("](\(link)#"), "\(file): \(link)") }
      for match in text.matches(of: #/\]\((\.\.[^)#]*)/#) {
        count += 1
        let target = Files.folder(of: "\(desk.root)/\(file)") + "/" + match.1
        #expect(Files.exists(target), "\(file): \(match.1)")
      }
    }
    #expect(count >= 6)
  }

  @Test func `that is up to date is left as it is`() throws {
    let desk = try Desk()
    #expect(try Set(desk.update().values) == [.added])
    let before = try desk.files()
    #expect(try desk.update() == [:])
    #expect(try desk.files() == before)
  }

  @Test func `gets what is new of ours, and keeps what the learner has changed`() throws {
    let desk = try Desk()
    try desk.update()
    try desk.write("// my own work\n", starter)
    try desk.write("# My notes\n", "README.md")
    try desk.write("mine", "exercises/03-recurrent/notes.txt")
    try desk.write("my remarks", "lessons/04-long-term/04-gru.md")
    try desk.edit(lesson, "## The forward pass", "## Forward")
    try desk.edit("lessons/04-long-term/04-gru.md", "---\ntitle", "---\n# newer\ntitle")
    try desk.edit(starter, "import LinearAlgebra", "// newer\nimport LinearAlgebra")
    try desk.edit("exercises/04-long-term/gru-gates.swift", "import LinearAlgebra", "// newer\nimport LinearAlgebra")
    #expect(
      try desk.update() == [
        lesson: .updated, starter: .kept, "lessons/04-long-term/04-gru.md": .kept,
        "exercises/04-long-term/gru-gates.swift": .updated,
      ])
    #expect(try desk.text(starter) == "// my own work\n")
    #expect(try desk.text("README.md") == "# My notes\n")
    #expect(try desk.text("exercises/03-recurrent/notes.txt") == "mine")
    #expect(try desk.text("lessons/04-long-term/04-gru.md") == "my remarks")
    #expect(try desk.text(lesson).contains("## Forward"))
    #expect(try desk.text("exercises/04-long-term/gru-gates.swift").contains("// newer"))
  }

  @Test func `gets back what was deleted`() throws {
    let desk = try Desk()
    try desk.update()
    Files.remove("\(desk.root)/\(starter)")
    Files.remove("\(desk.root)/toolbox")
    let changes = try desk.update()
    #expect(changes[starter] == .added && changes["toolbox/LinearAlgebra/Vector.swift"] == .added)
    #expect(changes.count == 8)
  }

  @Test func `loses what the course has no more, unless it was changed`() throws {
    let desk = try Desk()
    try desk.update()
    try desk.write("my remarks", "lessons/05-embeddings/08-glove.md")
    for file in ["lessons/05-embeddings/08-glove.md", "lessons/05-embeddings/09-bias.md"] {
      Files.remove("\(desk.course)/\(file)")
    }
    let changes = try desk.update()
    #expect(changes["lessons/05-embeddings/09-bias.md"] == .removed)
    #expect(changes["lessons/05-embeddings/08-glove.md"] == nil)
    #expect(try desk.files().contains("lessons/05-embeddings/08-glove.md"))
  }

  @Test func `moves the learner's work along when a topic's folder is renamed`() throws {
    let desk = try Desk()
    try desk.update()
    try desk.write("// my own work\n", starter)
    for part in ["exercises", "lessons", "solutions"] {
      try Files.move("\(desk.course)/\(part)/03-recurrent", to: "\(desk.course)/\(part)/06-recurrent")
    }
    let changes = try desk.update()
    #expect(changes["exercises/06-recurrent/bptt.swift"] == .moved)
    #expect(changes["exercises/03-recurrent/bptt.md"] == .removed)
    #expect(try desk.text("exercises/06-recurrent/bptt.swift") == "// my own work\n")
    #expect(try desk.update() == [:])
  }

  @Test func `is made among files that are there already, and touches none`() throws {
    let desk = try Desk()
    try Files.makeFolder("\(desk.root)/.vscode")
    try desk.write("mine", "README.md")
    try desk.write("{}", ".vscode/tasks.json")
    let changes = try desk.update()
    #expect(changes["README.md"] == .kept && changes[".vscode/tasks.json"] == .kept)
    #expect(try desk.text("README.md") == "mine")
  }

  @Test func `follows no link out of itself`() throws {
    let desk = try Desk()
    try Files.makeFolder(desk.root)
    try Files.write("outside", to: "\(desk.folder)/outside")
    try FileManager.default.createSymbolicLink(
      atPath: "\(desk.root)/README.md", withDestinationPath: "\(desk.folder)/outside")
    #expect(try desk.update()["README.md"] == .kept)
    #expect(try Files.text("\(desk.folder)/outside") == "outside")
  }

  @Test func `is not made in another one, nor in a course`() throws {
    let desk = try Desk()
    try desk.update()
    let content = try desk.content()
    #expect(throws: WorkspaceError.self) { try Workspace.update("\(desk.root)/exercises/inner", to: content) }
    #expect(throws: WorkspaceError.self) { try Workspace.update(desk.course, to: content) }
  }

  @Test func `is found from every folder in it`() throws {
    let desk = try Desk()
    try desk.update()
    #expect(Workspace.around("\(desk.root)/exercises/03-recurrent")?.root == desk.root)
    #expect(Workspace.around(desk.root)?.root == desk.root)
    #expect(Workspace.around(desk.folder) == nil)
  }

  @Test func `keeps a copy of what is set back`() throws {
    let desk = try Desk()
    try desk.update()
    let workspace = Workspace(root: desk.root)
    let exercise = try CourseLayout(root: desk.course).locate(ExerciseID("bptt"))
    #expect(try workspace.reset(exercise) == nil)
    for (number, work) in ["// first\n", "// second\n"].enumerated() {
      try desk.write(work, starter)
      let backup = try #require(try workspace.reset(exercise))
      #expect(backup == "backups/bptt-\(number + 1).swift")
      #expect(try desk.text(backup) == work)
      #expect(try desk.text(starter) == Files.text("\(home)/\(starter)"))
    }
    Files.remove("\(desk.root)/\(starter)")
    #expect(try workspace.reset(exercise) == nil)
    #expect(try desk.files().contains(starter))
  }
}
