"""Frames: the graph and the event tables in, the best-fitting rule of each predicate out.

`lexicon_of` indexes the tables by lemma; `entries` and `narrowing` take what could fit a predicate, or what it may be
`read_as`, `lexicon` tests the conditions (`noun_tests`, `who_is`, `clause_content`), `frames` takes the best and finds its
sides (`further_sides`); `held` and `consumed` drop what is no event of its own because of another match.
"""
