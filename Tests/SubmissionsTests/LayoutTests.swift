import Files
import Gradebook
import Packing
import Submissions
import Testing

@Suite struct `What a class handed in` {
  private let downloads: Downloads

  init() throws { downloads = try Downloads() }

  @Test func `is a folder for each student, files at any depth`() throws {
    try downloads.write(
      "s1/mean.swift", "s1/work/Variance-Gradient.swift", "s2/mean.swift", "s2/Package.swift", "s2/notes.txt")
    let read = try downloads.read()
    #expect(
      read.files == [
        "s1 mean s1/mean.swift", "s1 variance-gradient s1/work/Variance-Gradient.swift", "s2 mean s2/mean.swift",
      ])
    #expect(read.findings.isEmpty)
    #expect(read.intake.students.map(\.id) == ["s1", "s2"])
  }

  @Test(arguments: Packer.Format.allCases)
  func `is an archive for each student`(format: Packer.Format) throws {
    try Files.write(
      Downloads.archive(["work/mean.swift", "__MACOSX/mean.swift"], time: 1_700_000_000, as: format),
      to: "\(downloads.path)/s1.\(format.rawValue)")
    let read = try downloads.read()
    #expect(read.files == ["s1 mean s1.\(format.rawValue)/work/mean.swift"])
    #expect(read.intake.files.first?.time == 1_700_000_000)
  }

  @Test func `is an archive of archives`() throws {
    let inner = Downloads.archive(["mean.swift"])
    let entries = ["all/s1.zip", "all/s2.zip"].map { Packer.Entry(path: $0, content: inner) }
    try Files.write(Packer.pack(entries, as: .zip), to: "\(downloads.path)/class.zip")
    let read = try downloads.read("class.zip")
    #expect(read.files == ["s1 mean all/s1.zip/mean.swift", "s2 mean all/s2.zip/mean.swift"])
    #expect(read.findings.isEmpty)
  }

  @Test func `is a download from Moodle, with folders or without`() throws {
    let roster = "ID number,First name,Surname\n77,Ann Lee,Smith\n78,Bo,Ek\n"
    try downloads.write(
      "a/Ann Lee Smith_1234_assignsubmission_file_/mean.swift", "a/Bo Ek_1235_assignsubmission_file/mean.swift",
      "b/Ann Lee Smith_1234_assignsubmission_file_mean.swift", "b/Bo Ek_1235_assignsubmission_file_mean (1).swift")
    for (name, roster) in [("a", roster), ("b", roster)] {
      let read = try downloads.read(name, roster: roster)
      #expect(read.intake.files.map(\.student) == ["77", "78"], "\(name)")
      #expect(read.findings.isEmpty)
    }
    let alone = try downloads.read("b")
    #expect(alone.intake.students.map(\.id) == ["1234", "1235"])
    #expect(alone.intake.students.map(\.name) == ["Ann Lee Smith", "Bo Ek"])
  }

  @Test func `is a download from Canvas, with marks of lateness and numbers of resubmissions`() throws {
    let names = [
      "smithann_501_9001_mean.swift", "smithann_501_9001_variance-gradient-2.swift", "ekbo_LATE_502_9002_mean-1.swift",
      "zimmerzoe_503_9003_work.zip",
    ]
    let entries = names.map { name in
      Packer.Entry(
        path: name, content: name.hasSuffix(".zip") ? Downloads.archive(["src/mean.swift"]) : Array("// \(name)\n".utf8)
      )
    }
    try Files.write(Packer.pack(entries, as: .zip), to: "\(downloads.path)/submissions.zip")
    let roster = """
      Student,ID,SIS User ID,SIS Login ID,Section
          Points Possible,,,,
      "Smith, Ann",501,A1,ann,01
      "Ek, Bo",502,B2,bo,01
      Zoe Zimmer,999,Z3,zoe,02

      """
    let read = try downloads.read("submissions.zip", roster: roster)
    #expect(
      read.files == [
        "A1 mean smithann_501_9001_mean.swift", "A1 variance-gradient smithann_501_9001_variance-gradient-2.swift",
        "B2 mean ekbo_LATE_502_9002_mean-1.swift", "Z3 mean zimmerzoe_503_9003_work.zip/src/mean.swift",
      ])
    #expect(read.intake.files.map(\.isMarkedLate) == [false, false, true, false])
    #expect(read.findings.isEmpty)
    #expect(try downloads.read("submissions.zip").intake.students.map(\.id) == ["501", "502", "503"])
  }

  @Test func `is an export from Gradescope, work of two under both names`() throws {
    let metadata = """
      ---
      submission_11:
        :submitters:
        - :name: Ann Smith
          :sid: '007'
          :email: ann@example.org
        - :name: Bo Ek
          :sid:
          :email: bo@example.org
        :created_at: 2022-09-14 17:03:27.271891000 Z
        :score: 3.0
        :results:
          tests:
          - name: ":sid: x"
        :history:
        - :id: 5
          :submitters:
          - :name: Else
            :sid: '9'
      submission_12:
        :submitters:
        - :name: "Cy \\"D\\" \\xDCnal\\u0131"
          :sid: c3
          :email: cy@example.org
        :created_at: 2022-09-15 01:00:00 +0200

      """
    let top = "assignment_99_export"
    try downloads.write(
      "\(top)/submission_11/mean.swift", "\(top)/submission_12/sub/mean.swift", "\(top)/submission_13/mean.swift")
    try Files.write(metadata, to: "\(downloads.path)/\(top)/submission_metadata.yml")
    let read = try downloads.read()
    #expect(read.intake.files.map(\.student) == ["007", "bo@example.org", "c3", "submission_13"])
    #expect(read.intake.students.map(\.name)[2] == "Cy \"D\" \u{DC}nal\u{131}")
    #expect(read.intake.files.map(\.time).prefix(3) == [1_663_175_007, 1_663_175_007, 1_663_196_400])
    let roster = "SID,First Name,Last Name,Email\n007,Ann,Smith,\nb2,Bo,Ek,bo@example.org\nc3,Cy,Dee,\n"
    let joined = try downloads.read(top, roster: roster)
    #expect(joined.intake.files.map(\.student) == ["007", "b2", "c3"])
    #expect(joined.findings == ["unmatched submission_13"])
  }

  @Test func `came when it is said to have come`() throws {
    try downloads.write("s1/mean.swift")
    #expect(try downloads.read(received: 5).intake.files.map(\.time) == [5])
    #expect(try downloads.read().intake.files.first?.time ?? 0 > 1_700_000_000)
  }

  @Test func `may all be for one exercise`() throws {
    try downloads.write("s1/solution.swift", "s2/mean.swift", "s2/helper.swift")
    let read = try downloads.read(only: "mean")
    #expect(read.files == ["s1 mean s1/solution.swift", "s2 mean s2/mean.swift"])
  }

  @Test(arguments: ["none", "file.txt"])
  func `must be there`(name: String) throws {
    try Files.write("x", to: "\(downloads.path)/file.txt")
    #expect(throws: SubmissionsError.self) { try downloads.read(name) }
  }
}
