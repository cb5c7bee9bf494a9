import CSV
import Testing

@Suite struct `Tables` {
  @Test(
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""),
      (" led", "\" led\""), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"),
      ("\tx", "'\\u{9}x"), ("\rx", "'\\u{D}x"), ("\u{FF1D}x", "'\u{FF1D}x"), ("=a,b", "\"'=a,b\""), ("", ""),
      ("a=1", "a=1"), ("\u{1B}[31m", "\\u{1B}[31m"), ("\u{202E}x", "\\u{202E}x"),
    ])
  func `hold texts that no spreadsheet runs`(text: String, written: String) {
    var table = CSVText(columns: ["a"])
    table.add([.text(text)])
    #expect(table.text == "a\n\(written)\n")
  }

  @Test(
    arguments: [
      (1.0, "1"), (-2.5, "-2.5"), (0.1 + 0.2, "0.3"), (1.0 / 3, "0.3333"), (-0.00001, "0"), (10.05, "10.05"),
      (1e10, "10000000000"),
    ])
  func `hold numbers with no more decimals than are needed`(number: Double, written: String) {
    var table = CSVText(columns: ["a"])
    table.add([.number(number)])
    let line = table.text.split(separator: "\n")[1]
    #expect(line == written)
  }

  @Test func `are read as RFC 4180 has them, and as spreadsheets write them`() throws {
    let table = try CSVTable("\u{FEFF}id, name\r\n1,\"One, \"\"A\"\"\"\r\n\r\n2,\"two\nlines\"\n3")
    #expect(table.columns == ["id", "name"])
    #expect(table.rows.map(\.cells) == [["1", "One, \"A\""], ["2", "two\nlines"], ["3"]])
    #expect(table.rows.map(\.line) == [2, 4, 6])
    #expect(try CSVTable("id;name\n1;a,b").rows[0].cells == ["1", "a,b"])
    #expect(try CSVTable("id\tname\n1\tb").rows[0].cells == ["1", "b"])
  }

  @Test func `that are none say where`() throws {
    let failure = try #require(throws: CSVTable.Failure.self) { try CSVTable("id\n1\n\"2\n3") }
    #expect(failure.line == 3)
    #expect(failure.description.contains("quotation mark"))
    #expect(throws: CSVTable.Failure.self) { try CSVTable("\n \n") }
  }
}
