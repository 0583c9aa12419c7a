"""The parts of `told` that fill in who acts and whom an act is aimed at, from what is told around it."""
