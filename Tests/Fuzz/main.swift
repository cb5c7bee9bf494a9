internal import Glibc
internal import LinearAlgebra
internal import Wire

// Feeds the decoder of replies and requests with mutated frames: it must neither crash nor take more memory than the bytes warrant.
// usage: fuzz FRAMES [SEED]

let words = CommandLine.arguments
let frames = words.count > 1 ? Int(words[1]) ?? 0 : 1_000_000
let seed = words.count > 2 ? UInt64(words[2]) ?? 1 : 1
var fuzzer = Fuzzer(seed: seed)
let start = ContinuousClock.now
for _ in 0..<frames { fuzzer.round() }
let seconds = start.duration(to: .now) / .seconds(1)
print(
  "\(frames) frames in \(Int(seconds * 10) / 10) s, seed \(seed): \(fuzzer.accepted) read, \(frames - fuzzer.accepted) refused; "
    + "at most \(fuzzer.largestRatio) bytes of memory for a byte of a frame")
exit(fuzzer.isBounded && fuzzer.accepted > frames / 100 ? 0 : 1)
