"""What a name stands for: a state, a place, a person, a body.

First which of several readings of a name holds (`homonyms`, `settling`, and what rules names out: `parts_of_names`,
`addresses`), and which state or town it is (`states`, `towns`, `regions`); then the persons (`persons` takes `runs` of name
words with the titles `beside` them, `untitled` is for those without one, and `identify` says who each is); then `named` makes
mentions of all, and `place_nouns` of "the town of Zenda".
"""
