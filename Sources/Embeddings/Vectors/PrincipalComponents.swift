/// The directions in which some vectors differ most.
package struct PrincipalComponents: Sendable {
  /// The mean of the vectors.
  package let mean: [Double]
  /// Directions of length 1 at right angles, that of the largest variance first.
  package let directions: [[Double]]

  /// Finds so many directions by power iteration, each among what the ones before it leave.
  ///
  /// The entry of a direction that is largest in size is positive, so that signs are the same each time.
  package init(_ vectors: [[Double]], count: Int) {
    let dimensions = vectors.first?.count ?? 0
    var mean = [Double](repeating: 0, count: dimensions)
    for vector in vectors { for index in mean.indices { mean[index] += vector[index] / Double(vectors.count) } }
    var rest = vectors.map { vector in vector.indices.map { vector[$0] - mean[$0] } }
    var directions: [[Double]] = []
    for _ in 0..<count {
      // The longest of the vectors is a start that is at a right angle to no direction but by accident.
      var direction = (rest.max { product($0, $0) < product($1, $1) } ?? mean).unit
      for _ in 0..<500 {
        var next = [Double](repeating: 0, count: dimensions)
        for vector in rest {
          let along = product(vector, direction)
          for index in next.indices { next[index] += along * vector[index] }
        }
        direction = next.unit
      }
      if let largest = direction.max(by: { abs($0) < abs($1) }), largest < 0 { direction = direction.map { -$0 } }
      directions.append(direction)
      rest = rest.map { vector in
        let along = product(vector, direction)
        return vector.indices.map { vector[$0] - along * direction[$0] }
      }
    }
    self.mean = mean
    self.directions = directions
  }

  /// A vector's places along the directions, from the mean.
  package func project(_ vector: [Double]) -> [Double] {
    let centred = vector.indices.map { vector[$0] - mean[$0] }
    return directions.map { product($0, centred) }
  }
}

/// The inner product of two vectors.
private func product(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
