// expected: none
// mistaken: droppedStateGradient

func droppedStateGradient(_ dz: Vector, _ daNext: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  m.mh .* (p.Wy.transposed * dz) + m.my .* (p.Wh.transposed * daNext)
}
