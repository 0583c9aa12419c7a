"""Whose a title or a noun for people is that stands without a name: "the foreign ministry", "Sylvanian officials"."""
