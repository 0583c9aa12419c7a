"""The parts of `told` that say why a draft is no event of its own."""
