"""Whom a word means that points back: "she", "both nations", "its neighbour".

The files are asked by the sort of word, in text order: `pronouns` (with `binding`, `ruled_out`, `fitting` and
`standing_for`, which say whom one cannot mean), `first_persons`, `terms` for words that count or group, `lands` and
`described_lands`, and the files named after people and things that are told of again.
"""
