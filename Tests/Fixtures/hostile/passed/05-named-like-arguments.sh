# The submission is named like a file of arguments.
write_right() {
  cat <<'END'
import LinearAlgebra
func mean(_ x: Vector) -> Double { x.sum / Double(x.count) }
func centred(_ x: Vector) -> Vector { let m = mean(x); return x.map { $0 - m } }
END
}

write_right >@args.swift
echo ./@args.swift >name
