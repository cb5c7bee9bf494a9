// expected: gradient-without-the-mask
// mistaken: droppedStateGradient

func droppedStateGradient(_ dz: Vector, _ daNext: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  p.Wy.transposed * dz + p.Wh.transposed * daNext
}
