internal import Files

/// Names of files for students, whatever their identifiers hold.
package enum PageNames {
  /// The longest identifier that becomes a name as it is.
  private static let longest = 80

  /// The page of a student: two identifiers never have the same, and none leads out of its folder.
  package static func page(of student: String) -> String { "students/\(name(student)).html" }

  static func name(_ id: String) -> String {
    var name = ""
    for (index, byte) in id.utf8.enumerated() {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: name.unicodeScalars.append(Unicode.Scalar(byte))
      // In front, one would hide the file and the other make an option of it.
      case UInt8(ascii: ".") where index > 0, UInt8(ascii: "-") where index > 0:
        name.unicodeScalars.append(Unicode.Scalar(byte))
      // Every other byte by its number, the sign for that included, so that no two become the same.
      default: name += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    guard name.utf8.count > longest || name.isEmpty else { return name }
    return "\(name.prefix(longest - 20))__\(Digest(of: id).text.prefix(16))"
  }
}
