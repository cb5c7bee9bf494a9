# Files beside the submission that a compiler would take for options, arguments or modules.
write_right() {
  cat <<'END'
import LinearAlgebra
func mean(_ x: Vector) -> Double { x.sum / Double(x.count) }
func centred(_ x: Vector) -> Vector { let m = mean(x); return x.map { $0 - m } }
END
}

write_right >submission.swift
echo '-frontend -version' >@args
echo 'let no = "' >-Xfrontend
echo 'let no = "' >Package.swift
echo 'module Glibc { header "no.h" }' >module.modulemap
echo 'module LinearAlgebra { header "no.h" }' >module.map
echo 'let no = "' >main.swift
