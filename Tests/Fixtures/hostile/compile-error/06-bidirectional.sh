# An identifier with a control character that turns the line around.
# Never says: ‮
printf 'import LinearAlgebra\nlet a: Int = b\342\200\256c\n' >submission.swift
cat >>submission.swift <<'END'

func mean(_ x: Vector) -> Double { x.sum / Double(x.count) }
func centred(_ x: Vector) -> Vector { let m = mean(x); return x.map { $0 - m } }
END
