// expected: rectified-in-parts
// mistaken: reluStep

func reluStep(_ h: Vector, _ x: Vector, _ Wh: Matrix, _ Wx: Matrix, _ b: Vector) -> Vector {
  relu(Wh * h + b) + relu(Wx * x)
}
