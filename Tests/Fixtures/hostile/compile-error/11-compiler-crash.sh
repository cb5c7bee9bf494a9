# A type so deep that the compiler overruns its stack.
# Says: compiler itself crashed
# Never says: Stack dump
# Never says: /opt/swift
# Never says: PLEASE submit
# Never says: submit a bug report
printf 'import LinearAlgebra\nlet deep: Int' >submission.swift
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "?" }' >>submission.swift
cat >>submission.swift <<'END'
 = nil

func mean(_ x: Vector) -> Double { x.sum / Double(x.count) }
func centred(_ x: Vector) -> Vector { let m = mean(x); return x.map { $0 - m } }
END
