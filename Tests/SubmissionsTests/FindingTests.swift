import Files
import Glibc
import Gradebook
import Packing
import Submissions
import Testing

@Suite struct `Nothing is dropped silently` {
  private let downloads: Downloads

  init() throws { downloads = try Downloads() }

  @Test func `neither what matches nobody nor who handed in nothing`() throws {
    try downloads.write("s1/mean.swift", "stranger/mean.swift", "loose.swift", "mean.swift")
    let read = try downloads.read(roster: "id,name\ns1,One\ns2,Two\n")
    #expect(read.files == ["s1 mean s1/mean.swift"])
    #expect(read.findings == ["ignored loose.swift", "missing s2", "unmatched mean.swift", "unmatched stranger"])
    #expect(read.intake.students.map(\.id) == ["s1", "s2"])
  }

  @Test func `nor a name that two have`() throws {
    try downloads.write("Ann Smith/mean.swift", "Bo Ek/mean.swift")
    let read = try downloads.read(roster: "id,name\na,Ann Smith\nb,Ann Smith\nc,\"Ek, Bo\"\n")
    #expect(read.files == ["c mean Bo Ek/mean.swift"])
    #expect(read.findings == ["missing a", "missing b", "unmatched Ann Smith"])
  }

  @Test func `nor the second file for an exercise`() throws {
    try downloads.write("s1/mean.swift", "s1/old/mean.swift", "s2/mean.swift", "s2/mean (2).swift", "s2/mean-1.swift")
    let read = try downloads.read()
    #expect(read.files == ["s1 mean s1/mean.swift", "s2 mean s2/mean (2).swift"])
    #expect(read.findings == ["duplicate s1", "duplicate s2"])
    #expect(read.intake.findings[1].message.contains("s2/mean-1.swift, s2/mean.swift"))
  }

  @Test func `nor a name with something behind it`() throws {
    try downloads.write(
      "s1/mean(1).swift", "s2/mean_final.swift", "s3/variance-gradient - Kopie.swift", "s4/meaning.swift")
    let read = try downloads.read()
    #expect(read.files == ["s1 mean s1/mean(1).swift"])
    let messages = Dictionary(read.intake.findings.map { ($0.subject, $0.message) }) { first, _ in first }
    #expect(messages["s2/mean_final.swift"]?.contains("'mean.swift'") == true)
    #expect(messages["s3/variance-gradient - Kopie.swift"]?.contains("'variance-gradient.swift'") == true)
    #expect(messages["s4/meaning.swift"]?.contains("meant") == false)
  }

  @Test func `nor a student's second folder`() throws {
    try downloads.write("s1/mean.swift", "s1_Smith/variance-gradient.swift", "s1-LATE/mean.swift")
    let read = try downloads.read(roster: "id,name\ns1,Ann\n")
    #expect(read.intake.files.map(\.student) == ["s1", "s1"])
    #expect(read.findings == ["duplicate s1"])
  }

  @Test func `nor what is empty or named otherwise`() throws {
    try downloads.write("s1/readme.txt", "s2/maen.swift")
    try Files.makeFolder("\(downloads.path)/s3")
    try Files.makeFolder("\(downloads.path)/s4")
    try Files.write([UInt8](), to: "\(downloads.path)/s4/mean.swift")
    try Files.write([UInt8](), to: "\(downloads.path)/s5.zip")
    let read = try downloads.read()
    #expect(read.files == [])
    #expect(
      read.findings == [
        "empty s1", "empty s2", "empty s3", "ignored s2/maen.swift", "unreadable s4/mean.swift", "unreadable s5.zip/",
      ])
    #expect(read.intake.findings[3].message.contains("'mean.swift'"))
  }

  @Test func `nor what is packed in a way that is not opened, nor what stands beside the folders`() throws {
    try downloads.write(
      "s1.rar", "s2_Late.7z", "s3/work.tar.xz", "leeann_11_22_report.pdf", "ekbo_12_23_work.RAR", "notes.txt",
      "desktop.ini")
    let deep = Packer.pack([Packer.Entry(path: "c.zip", content: Downloads.archive(["mean.swift"]))], as: .zip)
    try Files.write(
      Packer.pack([Packer.Entry(path: "b.zip", content: deep)], as: .zip), to: "\(downloads.path)/s4.zip")
    let read = try downloads.read()
    #expect(read.files == [])
    #expect(
      read.findings == [
        "empty 11", "ignored notes.txt", "unreadable ekbo_12_23_work.RAR", "unreadable s1.rar", "unreadable s2_Late.7z",
        "unreadable s3/work.tar.xz", "unreadable s4.zip/b.zip/c.zip",
      ])
    #expect(read.intake.findings[3].message.contains(".zip, .tar, .tar.gz and .tgz"))
    let joined = try downloads.read(
      roster: "id,name,canvas id\ns1,One,\ns2,Two,\ns3,Three,\ns4,Four,\na,Ann Lee,11\nb,Bo Ek,12\n")
    #expect(!joined.findings.contains { $0.hasPrefix("missing") || $0.hasPrefix("unmatched") })
  }

  @Test(arguments: ["", "top/"])
  func `nor folders with nothing in them, in an archive or below a folder of their own`(top: String) throws {
    var empty = Packer.Entry(path: "\(top)s2", content: [])
    empty.type = 0o040_000
    let file = Packer.Entry(path: "\(top)s1/src/mean.swift", content: Array("// x\n".utf8))
    try Files.write(Packer.pack([empty, file], as: .zip), to: "\(downloads.path)/all.zip")
    let packed = try downloads.read("all.zip")
    #expect(packed.files == ["s1 mean \(top)s1/src/mean.swift"])
    #expect(packed.findings == ["empty s2"])
    try downloads.write("all/\(top)s1/src/mean.swift")
    try Files.makeFolder("\(downloads.path)/all/\(top)s2")
    let unpacked = try downloads.read("all")
    #expect(unpacked.files == packed.files)
    #expect(unpacked.findings == ["empty s2"])
  }

  @Test(arguments: ["s1_LATE", "s1-late", "s1 Late", "s1 (LATE)"])
  func `nor a mark of lateness, however it is written`(name: String) throws {
    try downloads.write("\(name)/mean.swift")
    let file = try #require(try downloads.read().intake.files.first)
    #expect(file.student == "s1" && file.isMarkedLate)
  }

  @Test func `nor rows of a roster without an identifier, or with one again`() throws {
    try downloads.write("s1/mean.swift")
    let read = try downloads.read(roster: "id,name\ns1,One\n,Nobody\ns1,Again\n")
    #expect(read.files == ["s1 mean s1/mean.swift"])
    #expect(read.findings == ["duplicate s1", "unmatched Nobody"])
    #expect(read.intake.findings.map(\.message).contains { $0.contains("line 3") })
  }

  @Test func `nor one of two whose identifiers differ in capitals alone`() throws {
    try downloads.write("s1/mean.swift", "S1/mean.swift")
    let read = try downloads.read(roster: "id,name\ns1,One\nS1,Other\n")
    #expect(read.files == ["S1 mean S1/mean.swift", "s1 mean s1/mean.swift"])
    #expect(read.findings == [])
    #expect(throws: SubmissionsError.self) {
      try Files.makeFolder("\(downloads.path)/none")
      return try downloads.read("none")
    }
  }

  @Test func `and a roster without identifiers is refused`() throws {
    let error = try #require(throws: SubmissionsError.self) { try Roster("name,mark\nx,1\n", path: "r.csv") }
    #expect(error.description.contains("r.csv:1"))
    #expect(throws: SubmissionsError.self) { try Roster("id\n\"x\n", path: "r.csv") }
    let latin = "\(downloads.path)/latin.csv"
    try Files.write(Array("id,name\ns1,M".utf8) + [0xFC] + Array("ller\n".utf8), to: latin)
    let letters = try #require(throws: SubmissionsError.self) { try Roster(path: latin) }
    #expect(letters.description.contains("UTF-8"))
    #expect(throws: SubmissionsError.self) { try Roster(path: "\(downloads.path)/none.csv") }
  }
}

@Suite struct `What is hostile among submissions` {
  private let downloads: Downloads

  init() throws { downloads = try Downloads() }

  @Test func `links, pipes and what they lead to are not read, and the rest goes on`() throws {
    try downloads.write("s1/variance-gradient.swift", "s2/mean.swift")
    unsafe symlink("/etc/passwd", "\(downloads.path)/s1/mean.swift")
    unsafe symlink("/etc", "\(downloads.path)/s3")
    try Files.makeFolder("\(downloads.path)/s4")
    unsafe mkfifo("\(downloads.path)/s4/mean.swift", 0o644)
    let read = try downloads.read()
    #expect(read.files == ["s1 variance-gradient s1/variance-gradient.swift", "s2 mean s2/mean.swift"])
    #expect(read.findings.contains("unreadable s1/mean.swift"))
    #expect(read.findings.contains("unreadable s3"))
    #expect(read.findings.contains("unreadable s4/mean.swift"))
    #expect(!downloads.holds("root:"))
  }

  @Test(arguments: Packer.Format.allCases)
  func `entries that lead outside, links and twins are left out and told of`(format: Packer.Format) throws {
    let bytes = Array("// evil\n".utf8)
    var link = Packer.Entry(path: "mean.swift", content: [])
    link.type = 0o120_000
    link.target = "/etc/passwd"
    let archive = Packer.pack(
      [
        Packer.Entry(path: "../../mean.swift", content: bytes), Packer.Entry(path: "/tmp/mean.swift", content: bytes),
        link,
        Packer.Entry(path: "variance-gradient.swift", content: bytes),
        Packer.Entry(path: "variance-gradient.swift", content: Array("// twin\n".utf8)),
      ], as: format)
    try Files.write(archive, to: "\(downloads.path)/s1.\(format.rawValue)")
    try downloads.write("s2/mean.swift")
    let read = try downloads.read()
    #expect(
      read.files == ["s1 variance-gradient s1.\(format.rawValue)/variance-gradient.swift", "s2 mean s2/mean.swift"])
    #expect(read.findings.count { $0.hasPrefix("unreadable s1.") } == 4)
    #expect(!downloads.holds("twin") && !downloads.holds("root:"))
  }

  @Test func `a bomb, a torn archive and too many entries cost their owner alone`() throws {
    let bomb = Packer.pack(
      [Packer.Entry(path: "mean.swift", content: [UInt8](repeating: 32, count: 40 << 20))], as: .tgz)
    try Files.write(bomb, to: "\(downloads.path)/s1.tgz")
    try Files.write(Array(Downloads.archive(["mean.swift"]).prefix(60)), to: "\(downloads.path)/s2.zip")
    try Files.write(Downloads.archive((0..<3000).map { "\($0).swift" }), to: "\(downloads.path)/s3.zip")
    try downloads.write("s4/mean.swift")
    let read = try downloads.read()
    #expect(read.files == ["s4 mean s4/mean.swift"])
    for name in ["s1.tgz", "s2.zip", "s3.zip"] {
      #expect(read.findings.contains { $0.hasPrefix("unreadable \(name)") }, "\(name)")
    }
  }

  @Test func `names are kept as they are, and lead nowhere`() throws {
    try downloads.write(
      "<script>alert(1)</script>/x", "=cmd()/mean.swift", "..evil/mean.swift", "a\u{202E}b/mean.swift")
    let read = try downloads.read()
    #expect(read.intake.students.map(\.id).contains("=cmd()"))
    #expect(read.intake.students.map(\.id).contains("a\u{202E}b"))
  }
}

extension Downloads {
  /// Whether anything that was taken holds a text.
  func holds(_ text: String) -> Bool { contents.values.contains { $0.contains(text) } }
}
