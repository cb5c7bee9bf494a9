/// A Swift function that can be called with values from the wire.
public struct Function {
  /// The name it is known by on both sides.
  public let name: String
  /// Its type, read off the Swift function.
  public let type: FunctionType
  /// Calls it; throws ``ConversionError`` when the arguments are of other types, and whatever the function throws.
  public let call: ([Value]) throws -> Value

  /// Wraps a Swift function.
  public init<each Parameter, Result>(
    _ name: String, _ function: @escaping (repeat each Parameter) throws -> Result
  ) {
    var parameters: [ValueType] = []
    for parameter in repeat (each Parameter).self { parameters.append(Reflection.valueType(of: parameter)) }
    let count = parameters.count
    self.name = name
    self.type = FunctionType(parameters: parameters, result: Reflection.valueType(of: Result.self))
    self.call = { values in
      guard values.count == count else { throw ConversionError(expected: "\(count) arguments") }
      var rest = values[...]
      let result = try function(repeat try Self.take((each Parameter).self, from: &rest))
      guard let value = Reflection.value(of: result) else {
        throw ConversionError(expected: "a result that can be sent, not \(Result.self)")
      }
      return value
    }
  }

  private static func take<Parameter>(
    _ type: Parameter.Type, from rest: inout ArraySlice<Value>
  ) throws(ConversionError) -> Parameter {
    try Reflection.make(type, from: rest.removeFirst())
  }
}
