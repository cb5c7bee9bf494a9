import Files
import Foundation
import Glibc
import Site
import Testing

@Suite struct `An output folder` {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// The paths of all files below a folder.
  private func contents(_ folder: String) -> Set<String> {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return Set(files.filter { Files.kind("\(folder)/\($0)") == .file && !$0.hasSuffix(".gradus-files") })
  }

  @Test func `gets what has changed and nothing else`() throws {
    let scratch = try Scratch()
    let folder = OutputFolder("\(scratch.path)/a/site/")
    #expect(try folder.write(["x": bytes("1"), "b/y": bytes("2")]).written == ["b/y", "x"])
    let stamp = Files.stamp("\(scratch.path)/a/site/x")
    let inode = try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/a/site/x")[.systemFileNumber] as? Int
    let changes = try folder.write(["x": bytes("1"), "b/y": bytes("3")])
    #expect(changes.written == ["b/y"] && changes.unchanged == 1 && changes.removed == [])
    #expect(Files.stamp("\(scratch.path)/a/site/x") == stamp)
    #expect(
      try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/a/site/x")[.systemFileNumber] as? Int == inode)
    #expect(try Files.text("\(scratch.path)/a/site/b/y") == "3")
  }

  @Test func `loses its own files that are not wanted any more, and no others`() throws {
    let scratch = try Scratch()
    let folder = OutputFolder(scratch.path)
    try scratch.write("mine", "b/mine")
    try scratch.write("mine", "notes")
    _ = try folder.write(["x": bytes("1"), "b/y": bytes("2"), "c/d/z": bytes("3")])
    let changes = try folder.write(["x": bytes("1")])
    #expect(changes.removed == ["b/y", "c/d/z"])
    #expect(contents(scratch.path) == ["x", "b/mine", "notes"])
    #expect(Files.kind("\(scratch.path)/c") == nil)
  }

  @Test func `loses what a killed run was just writing, but not what a living one writes`() throws {
    let scratch = try Scratch()
    let folder = OutputFolder(scratch.path)
    _ = try folder.write(["b/y": bytes("1")])
    let ended = Process()
    ended.executableURL = URL(filePath: "/bin/true")
    try ended.run()
    ended.waitUntilExit()
    try scratch.write("half", "b/.gradus-part-\(ended.processIdentifier)")
    try scratch.write("half", "b/.gradus-part-\(Files.processID)")
    try scratch.write("mine", "b/.gradus-part-mine")
    #expect(try folder.write(["b/y": bytes("1")]).unchanged == 1)
    #expect(contents(scratch.path) == ["b/y", "b/.gradus-part-\(Files.processID)", "b/.gradus-part-mine"])
  }

  @Test func `keeps what others wrote where a page should stand`() throws {
    let scratch = try Scratch()
    try scratch.write("mine", "b/y")
    #expect(throws: OutputError.notOurs("\(scratch.path)/b/y")) {
      try OutputFolder(scratch.path).write(["x": bytes("1"), "b/y": bytes("2")])
    }
    #expect(throws: OutputError.notOurs("\(scratch.path)/b/y")) {
      try OutputFolder(scratch.path).write(["x": bytes("1")], later: ["b/y"])
    }
    #expect(contents(scratch.path) == ["b/y"])
    #expect(try OutputFolder(scratch.path).write(["b/y": bytes("mine")]).unchanged == 1)
  }

  @Test func `is not left through links, nor through names in its list`() throws {
    let scratch = try Scratch()
    try scratch.write("precious", "outside/z")
    try FileManager.default.createDirectory(atPath: "\(scratch.path)/site", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/site/b", withDestinationPath: "\(scratch.path)/outside")
    #expect(throws: OutputError.notOurs("\(scratch.path)/site/b")) {
      try OutputFolder("\(scratch.path)/site").write(["b/z": bytes("1")])
    }
    try scratch.write("../outside/z\n/etc/hostname\n", "site/.gradus-files")
    _ = try OutputFolder("\(scratch.path)/site").write(["x": bytes("1")])
    #expect(try Files.text("\(scratch.path)/outside/z") == "precious")
  }

  @Test func `that is a file, or cannot be made, is refused and nothing written`() throws {
    let scratch = try Scratch()
    try scratch.write("text", "file")
    #expect(throws: OutputError.notAFolder("\(scratch.path)/file")) {
      try OutputFolder("\(scratch.path)/file").write(["x": bytes("1")])
    }
    #expect(throws: FileError.self) { try OutputFolder("\(scratch.path)/file/below").write(["x": bytes("1")]) }
    #expect(throws: FileError.self) { try OutputFolder("/proc/gradus-site").write(["x": bytes("1")]) }
    #expect(try Files.text("\(scratch.path)/file") == "text")
  }
}

@Suite struct `A rendered course` {
  @Test(arguments: SiteRenderer.Form.allCases)
  func `is the same byte for byte each time`(form: SiteRenderer.Form) throws {
    #expect(try Publications.sample(form) == Publications.sample(form))
  }

  @Test func `has a page for each lesson and exercise, and what they show`() throws {
    let files = try Publications.sample()
    let expected = [
      "index.html", "search.html", "lessons/means.html", "lessons/spread.html", "exercises/mean.html",
      "exercises/mean.swift", "files/lessons/01-first/square.svg", "files/lessons/01-first/numbers.csv",
      "assets/katex/katex.js", "assets/highlight.js", "assets/search-index.js",
    ]
    for name in expected { #expect(files[name] != nil, "\(name)") }
    let lesson = Publications.text(files, "lessons/means.html")
    #expect(lesson.contains("<h1>Means &amp; &lt;measures&gt;</h1>"))
    #expect(lesson.contains("a price of $5 and $6"))
    #expect(lesson.contains("href=\"../lessons/spread.html#wide\"") && lesson.contains("href=\"#the-mean\""))
    #expect(lesson.contains("A. Lecturer, <cite>On &lt;means&gt;</cite>, 2 May"))
    #expect(lesson.contains("<li>Two: three</li>"))
    #expect(lesson.contains("<li>10 points</li>") && lesson.contains("medium") && lesson.contains("gradus check mean"))
    #expect(lesson.contains("src=\"../files/lessons/01-first/square.svg\" alt=\"A red square\""))
    #expect(!lesson.contains("a note to authors"))
  }

  @Test(arguments: SiteRenderer.Form.allCases)
  func `has pages that a strict policy lets work, with relative addresses alone`(form: SiteRenderer.Form) throws {
    for (name, bytes) in try Publications.sample(form) where name.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains("default-src 'none'; script-src 'self'; style-src 'self'") && !page.contains("unsafe-"))
      for mark in [" style=\"", "<style", "<script>", " onclick", "href=\"/", "src=\"/", "src=\"http"] {
        #expect(!page.contains(mark), "\(name) holds \(mark)")
      }
    }
  }

  @Test func `keeps hints folded, and knows nothing of solutions`() throws {
    let page = Publications.text(try Publications.sample(), "exercises/mean.html")
    #expect(page.ranges(of: "<details class=\"hint\">").count == 3)
    #expect(page.contains("<h2 id=\"hints\">Hints</h2>"))
    for section in ["hints", "the-starter"] { #expect(page.contains("<a href=\"#\(section)\">")) }
    let all = try Publications.renderer(Publications.course).files()
    #expect(!all.keys.contains { $0.contains("solutions") })
    #expect(!all.values.contains { String(decoding: $0, as: UTF8.self).contains("```misconception") })
  }

  @Test func `of many lessons has contents beside each that do not grow with their number`() throws {
    let scratch = try Scratch()
    try Files.makeFolder("\(scratch.path)/exercises")
    for number in 1...400 {
      try scratch.write(
        "---\ntitle: Lesson \(number)\nsources: []\nobjectives: []\nprerequisites: []\n---\n\n## Idea\n\nText.\n",
        "lessons/01-all/\(number)-lesson-\(number).md")
    }
    let files = try Publications.renderer(scratch.path).files()
    let page = Publications.text(files, "lessons/lesson-200.html")
    #expect(page.contains(">Lesson 199<") && page.contains("All 400 lessons") && page.utf8.count < 10_000)
  }
}
