# Brackets in brackets.
printf 'let deep = ' >submission.swift
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "(" }' >>submission.swift
cat >>submission.swift <<'END'

func mean(_ x: Vector) -> Double { x.sum / Double(x.count) }
func centred(_ x: Vector) -> Vector { let m = mean(x); return x.map { $0 - m } }
END
