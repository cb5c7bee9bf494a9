import CYAML

/// Reads front matter with libyaml; the only code that sees it.
@safe struct YAMLReader: ~Copyable {
  /// The deepest nesting of values that is read.
  static let deepestNesting = 16

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let source: SourceLines
  private var firstLine: Int { source.firstLine }

  /// The entries of a map at the top; none of an empty text.
  static func entries(of source: SourceLines) throws(MarkdownError) -> [FrontMatter.Entry] {
    let bytes = source.bytes
    let reader = try YAMLReader(source)
    // The bytes must stay where they are until the last event is read.
    let result = unsafe bytes.withUnsafeBufferPointer { buffer -> Result<[FrontMatter.Entry], MarkdownError> in
      unsafe yaml_parser_set_input_string(reader.parser, buffer.baseAddress, buffer.count)
      do throws(MarkdownError) {
        return .success(try reader.readStream())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(_ source: SourceLines) throws(MarkdownError) {
    self.source = source
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) != 0 else {
      unsafe parser.deallocate()
      throw MarkdownError(.outOfMemory, line: source.firstLine)
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// An event of libyaml as a value.
  private enum Event {
    case scalar(String)
    case sequenceStart, sequenceEnd, mapStart, mapEnd, documentStart, streamEnd, other
  }

  private func next() throws(MarkdownError) -> (event: Event, line: Int) {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) != 0 else { throw error() }
    defer { unsafe yaml_event_delete(&event) }
    let line = unsafe firstLine + Int(event.start_mark.line)
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      guard unsafe scalar.anchor == nil else { throw MarkdownError(.unsupportedYAML("an anchor"), line: line) }
      guard unsafe scalar.tag == nil else { throw MarkdownError(.unsupportedYAML("a tag"), line: line) }
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return (.scalar(unsafe String(decoding: bytes, as: UTF8.self)), line)
    case YAML_SEQUENCE_START_EVENT:
      guard unsafe event.data.sequence_start.anchor == nil else {
        throw MarkdownError(.unsupportedYAML("an anchor"), line: line)
      }
      return (.sequenceStart, line)
    case YAML_MAPPING_START_EVENT:
      guard unsafe event.data.mapping_start.anchor == nil else {
        throw MarkdownError(.unsupportedYAML("an anchor"), line: line)
      }
      return (.mapStart, line)
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, line)
    case YAML_MAPPING_END_EVENT: return (.mapEnd, line)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, line)
    case YAML_STREAM_END_EVENT: return (.streamEnd, line)
    case YAML_ALIAS_EVENT: throw MarkdownError(.unsupportedYAML("an alias"), line: line)
    default: return (.other, line)
    }
  }

  private func error() -> MarkdownError {
    if unsafe parser.pointee.error == YAML_MEMORY_ERROR { return MarkdownError(.outOfMemory, line: firstLine) }
    let words = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "unknown error"
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      // A character that YAML forbids; libyaml knows its place in bytes alone.
      let before = unsafe source.bytes.prefix(parser.pointee.problem_offset)
      let line = firstLine + before.count { $0 == UInt8(ascii: "\n") }
      return MarkdownError(.malformedFrontMatter(words), line: line)
    }
    let line = unsafe firstLine + Int(parser.pointee.problem_mark.line)
    return MarkdownError(.malformedFrontMatter(words), line: line)
  }

  private func readStream() throws(MarkdownError) -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry]?
    while true {
      let (event, line) = try next()
      switch event {
      case .streamEnd: return entries ?? []
      case .documentStart where entries != nil:
        throw MarkdownError(.unsupportedYAML("more than one YAML document"), line: line)
      case .mapStart: entries = try readMap(depth: 1)
      case .scalar, .sequenceStart: throw MarkdownError(.frontMatterIsNotAMap, line: line)
      default: continue
      }
    }
  }

  private func readMap(depth: Int) throws(MarkdownError) -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry] = []
    while true {
      let (event, line) = try next()
      if case .mapEnd = event { return entries }
      guard case .scalar(let key) = event else {
        throw MarkdownError(.unsupportedYAML("a key that is not a string"), line: line)
      }
      guard !entries.contains(where: { $0.key == key }) else { throw MarkdownError(.duplicateKey(key), line: line) }
      let (start, valueLine) = try next()
      let value = try readValue(start, line: valueLine, depth: depth)
      entries.append(FrontMatter.Entry(key: key, value: value, line: line))
    }
  }

  private func readValue(_ event: Event, line: Int, depth: Int) throws(MarkdownError) -> FrontMatter.Value {
    guard depth < Self.deepestNesting else { throw MarkdownError(.tooDeep(limit: Self.deepestNesting), line: line) }
    switch event {
    case .scalar(let string): return .string(string)
    case .mapStart: return .map(try readMap(depth: depth + 1))
    default: return .list(try readList(depth: depth + 1))
    }
  }

  private func readList(depth: Int) throws(MarkdownError) -> [FrontMatter.Value] {
    var values: [FrontMatter.Value] = []
    while true {
      let (event, line) = try next()
      if case .sequenceEnd = event { return values }
      values.append(try readValue(event, line: line, depth: depth))
    }
  }
}
