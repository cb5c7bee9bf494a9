import Files
import Foundation
import Testing

@Suite struct `The page on security` {
  private let home = HostileFixture.home

  @Test func `names tests that there are`() throws {
    let page = try Files.text("\(home)/Documentation/Security.md")
    let rows = page.components(separatedBy: "| promise | test |").last?.split(separator: "\n") ?? []
    let named = rows.flatMap { row -> [String] in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 4 else { return [] }
      return cells[2].split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
    #expect(named.count >= 12)
    let enumerator = try #require(FileManager.default.enumerator(atPath: "\(home)/Tests"))
    let sources = try enumerator.compactMap { $0 as? String }
      .filter { $0.hasSuffix("Tests.swift") }.map { try Files.text("\(home)/Tests/\($0)") }
    let makefile = try Files.text("\(home)/Makefile")
    for name in named {
      if name.hasPrefix("make ") {
        #expect(makefile.contains("\n\(name.dropFirst(5)):"), "\(name)")
      } else {
        #expect(sources.contains { $0.contains("`\(name)`") }, "\(name)")
      }
    }
  }

  /// The last case needs no file.
  @Test func `has a hostile file for every case that one can be written for`() throws {
    let numbers = Set(
      HostileFixture.all.compactMap { Int($0.name.prefix(2)) }
        + (try ["archives", "reports"].flatMap { try Files.list("\(HostileFixture.folder)/\($0)") }).compactMap {
          Int($0.prefix(2))
        })
    // 4, a hundred thousand entries, is made by the tests of archives.
    #expect(Set(1...43).subtracting(numbers) == [4])
    #expect(numbers.count { $0 >= 50 } >= 12, "ideas of our own")
  }
}
