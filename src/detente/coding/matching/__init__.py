"""Frames: the graph and the event tables in, the best-fitting rule of each predicate out.

`lexicon_of` indexes the tables by lemma; `entries` and `narrowing` take what could fit a predicate, `lexicon` tests the
conditions (`noun_tests`, `who_is`, `clause_content`), `frames` takes the best; `joined`, `consumed`, `marchers` and
`undone` change or drop matches because of others before drafts are made of them.
"""
