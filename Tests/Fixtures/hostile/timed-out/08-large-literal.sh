# A literal of as many elements as fit, each an expression of two types.
# Says: The compiler took too long
printf 'import LinearAlgebra\nlet large = [' >submission.swift
awk 'BEGIN { for (i = 0; i < 30000; i++) printf "1+1.5," }' >>submission.swift
cat >>submission.swift <<'END'
0]

func mean(_ x: Vector) -> Double { x.sum / Double(x.count) }
func centred(_ x: Vector) -> Vector { let m = mean(x); return x.map { $0 - m } }
END
