"""Whose a title or a noun for people is that stands without a name: "the foreign ministry", "Sylvanian officials".

`titles` finds them and `titled` makes mentions of them. It asks the words of the phrase (`sides`), then `whose`: the
clause, what was named before, the whole text (`setting`); `just_before` lists the steps that look at the sentence
before. `placing` does the same for persons with a title and no state.
"""
