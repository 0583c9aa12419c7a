"""Drafts of events: kind, status and sides, before their time, place and claims are known.

`matches` says of which matches drafts are made; `drafts` makes one of each and of each act that an operator makes (`acts`,
`outer_acts`); `bare` adds those whose content is no event that we know (`whose_doing`), and what is `answered` later.
`said_in_doing` comes after sides were sought in the clause.
"""
