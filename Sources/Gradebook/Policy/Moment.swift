/// Moments of the calendar as text and as seconds since 1970.
package enum Moment {
  /// Reads a moment: `2026-11-20 23:59`, `2026-11-20T23:59:00+01:00`, `2026-11-20T22:59Z`; without a zone it is in UTC.
  package static func seconds(_ text: String) -> Int? {
    var rest = text[...]
    guard let year = number(&rest, digits: 4), take("-", &rest), let month = number(&rest, digits: 2),
      take("-", &rest), let day = number(&rest, digits: 2), (1...12).contains(month), day >= 1,
      day <= days(in: month, of: year), take("T", &rest) || take(" ", &rest),
      let hour = number(&rest, digits: 2), hour < 24, take(":", &rest),
      let minute = number(&rest, digits: 2), minute < 60
    else { return nil }
    var second = 0
    if take(":", &rest) {
      guard let found = number(&rest, digits: 2), found < 60 else { return nil }
      second = found
      if take(".", &rest) { while rest.first?.isNumber == true { rest.removeFirst() } }
    }
    guard let offset = zone(&rest), rest.isEmpty else { return nil }
    return ((daysSince1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second - offset
  }

  /// A moment in UTC: `2026-11-20T22:59:00Z`.
  package static func text(_ seconds: Int) -> String {
    let (days, inDay) = floored(seconds, by: 86_400)
    // Days are counted from the first of March of the year 0, so that a leap day is the last of its year.
    let (era, inEra) = floored(days + 719_468, by: 146_097)
    let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let time = [inDay / 3600, inDay / 60 % 60, inDay % 60].map { padded($0, 2) }.joined(separator: ":")
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(time)Z"
  }

  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = floored(shifted, by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func floored(_ value: Int, by divisor: Int) -> (Int, Int) {
    let rest = ((value % divisor) + divisor) % divisor
    return ((value - rest) / divisor, rest)
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private static func number(_ rest: inout Substring, digits: Int) -> Int? {
    let part = rest.prefix(digits)
    guard part.count == digits, part.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(part) else {
      return nil
    }
    rest.removeFirst(digits)
    return number
  }

  private static func take(_ mark: Character, _ rest: inout Substring) -> Bool {
    guard rest.first == mark else { return false }
    rest.removeFirst()
    return true
  }

  private static func zone(_ rest: inout Substring) -> Int? {
    while rest.first == " " { rest.removeFirst() }
    if rest.isEmpty || take("Z", &rest) { return 0 }
    if rest == "UTC" {
      rest = ""
      return 0
    }
    let sign = take("+", &rest) ? 1 : take("-", &rest) ? -1 : 0
    guard sign != 0, let hours = number(&rest, digits: 2), hours < 15 else { return nil }
    _ = take(":", &rest)
    guard let minutes = rest.isEmpty ? 0 : number(&rest, digits: 2), minutes < 60 else { return nil }
    return sign * (hours * 60 + minutes) * 60
  }
}
