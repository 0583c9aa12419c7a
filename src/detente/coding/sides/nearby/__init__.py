"""The steps that take a side from what stands around a draft, whatever it is about: its clause, the sentence before, the text."""
