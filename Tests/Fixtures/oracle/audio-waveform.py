"""Independent values for the exercise audio-waveform: writes audio-waveform.json beside this file.

Counts by exact fractions, samples by NumPy's 16-bit integers, frames by its sliding windows.

Run, from this folder:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python audio-waveform.py

The generator is seeded: the same versions write the same bytes.
"""

import json
import math
import pathlib
import platform
from fractions import Fraction
from importlib.metadata import version

import numpy

rng = numpy.random.default_rng(20250605)


def sample_count(milliseconds, rate):
    return math.floor(Fraction(milliseconds, 1000) * rate)


def duration(samples, rate):
    return float(Fraction(samples, rate))


def normalised(s):
    return numpy.ldexp(numpy.array(s, dtype=numpy.int16).astype(numpy.float64), -15).tolist()


def quantised(x):
    limits = numpy.iinfo(numpy.int16)
    return [int(min(max(round(Fraction(sample) * 2**15), limits.min), limits.max)) for sample in x]


def root_mean_square(x):
    return float(numpy.sqrt(numpy.mean(numpy.square(x))))


def frames(x, length, hop):
    if len(x) < length:
        return []
    return numpy.lib.stride_tricks.sliding_window_view(numpy.array(x), length)[::hop].tolist()


def cases():
    for ms, rate in ((10_000, 16_000), (0, 8000), (1, 16_000), (25, 44_100), (999, 44_100), (1500, 22_050), (7, 48_000)):
        yield f"{ms} ms at {rate}", "sampleCount", [ms, rate], sample_count(ms, rate)
    for samples, rate in ((160_000, 16_000), (1, 8000), (44_100, 44_100), (100_000, 48_000), (12_345, 22_050)):
        yield f"{samples} at {rate}", "durationInSeconds", [samples, rate], duration(samples, rate)
    for s in ([0], [-32768, 32767], [16384, -16384, 1, -1], rng.integers(-32768, 32768, 9).tolist()):
        yield f"{len(s)} samples", "normalisedSamples", [s], normalised(s)
    drawn = numpy.round(rng.uniform(-1.2, 1.2, 12), 4).tolist()
    for x in ([0.0], [-1.0, 1.0], [0.99999, -0.99999, 2.0, -2.0], [0.00001, -0.00002, 0.00004], drawn):
        yield f"{x[0]} and so on", "quantisedSamples", [x], quantised(x)
    for x in ([0.5], [0.5, -0.5], [0.0, 0.0, 0.0], [1.0, 0.0, -1.0, 0.0], drawn):
        yield f"{len(x)} samples", "rootMeanSquare", [x], root_mean_square(x)
    for count, length, hop in ((10, 4, 3), (10, 4, 4), (10, 4, 5), (3, 4, 1), (4, 4, 1), (0, 1, 1), (9, 1, 2), (50, 6, 6)):
        x = numpy.round(rng.uniform(-1, 1, count), 4).tolist()
        name = f"{count} samples, frames of {length}, {hop} apart"
        yield name, "frameCount", [count, length, hop], len(frames(x, length, hop))
        yield name, "waveformFrames", [x, length, hop], frames(x, length, hop)


def main():
    provenance = {"script": "audio-waveform.py", "python": platform.python_version(), "numpy": version("numpy")}
    lines = [
        json.dumps({"name": name, "function": function, "arguments": arguments, "expected": expected})
        for name, function, arguments, expected in cases()
    ]
    head = f'{{"provenance": {json.dumps(provenance)}, "exercise": "audio-waveform", "cases": [\n'
    text = head + ",\n".join(lines) + "\n]}\n"
    json.loads(text)
    pathlib.Path(__file__).with_suffix(".json").write_text(text)


if __name__ == "__main__":
    main()
