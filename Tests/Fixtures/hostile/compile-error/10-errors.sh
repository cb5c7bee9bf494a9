# A hundred thousand errors.
# Says: error
yes 'a b' | head -n 60000 >submission.swift
cat >>submission.swift <<'END'

func mean(_ x: Vector) -> Double { x.sum / Double(x.count) }
func centred(_ x: Vector) -> Vector { let m = mean(x); return x.map { $0 - m } }
END
