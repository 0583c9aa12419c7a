"""Subjects that the parser loses, doubles or gives to another verb."""
