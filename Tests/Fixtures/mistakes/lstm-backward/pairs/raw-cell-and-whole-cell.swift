// expected: output-gate-with-the-raw-cell, carried-without-the-forget-gate
// mistaken: lstmOutputScoreGradient, lstmCarriedGradient
// calling: lstmBackward

func lstmCarriedGradient(_ dc: Vector, _ f: Vector) -> Vector { dc }

func lstmOutputScoreGradient(_ dh: Vector, _ o: Vector, _ c: Vector) -> Vector { dh .* c .* o .* (1 - o) }
