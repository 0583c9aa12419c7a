"""The parts of `told` that fill in who acts and whom an act is aimed at, from what is told around it.

`filling` lists the steps in their order, with those of `by_clause` among the first and those of `by_text` last; `step` says
when a draft is asked. Each folder holds the steps about one matter, `looking` what they look at. `finishing` is for the
drafts that are kept.
"""
