/// A Swift function that can be called with values from the wire.
public struct Function {
  /// The name it is known by on both sides.
  public let name: String
  /// Its type, read off the Swift function.
  public let type: FunctionType
  /// Calls it; throws ``ConversionError`` when the arguments are of other types, and whatever the function throws.
  public let call: ([Value]) throws -> Value

  /// Wraps a Swift function.
  public init<each Parameter: Transferable, Result: Representable>(
    _ name: String, _ function: @escaping (repeat each Parameter) throws -> Result
  ) {
    var parameters: [ValueType] = []
    for parameter in repeat (each Parameter).self { parameters.append(parameter.valueType) }
    let count = parameters.count
    self.name = name
    self.type = FunctionType(parameters: parameters, result: Result.valueType)
    self.call = { values in
      guard values.count == count else { throw ConversionError(expected: "\(count) arguments") }
      var rest = values[...]
      return try function(repeat try Self.take((each Parameter).self, from: &rest)).value
    }
  }

  private static func take<Parameter: Transferable>(
    _: Parameter.Type, from rest: inout ArraySlice<Value>
  ) throws(ConversionError) -> Parameter {
    try Parameter(rest.removeFirst())
  }
}
