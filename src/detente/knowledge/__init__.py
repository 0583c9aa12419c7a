"""Files of knowledge in, their rows and rules as records out, checked: `load_knowledge` reads all of them.

The words of the language are in `en`, and in no code; `invented` holds the names of the examples.
"""
