"""What a name stands for: a state, a place, a person, a body."""
