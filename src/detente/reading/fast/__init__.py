"""A spaCy pipeline in, the same pipeline several times faster out: `accelerate(nlp)`.

What is changed, and why the answers are not:

- `words`: the vector that a word gets before its neighbours are looked at depends on the word alone. It is worked
  out by spaCy's own layers the first time and kept in a bounded table.
- `convolve`: the layers that look at the neighbours are the same sums, in pieces that fit into the processor's
  cache and by numpy's own matrix product (spaCy brings BLIS, which is slow on processors that it does not know).
- `answers`: what the attribute ruler and the lemmatizer say of a word depends on the word, its tag and its label
  alone (but for rules over two words, which are left to the ruler). It is asked of them once and kept.

No weight is changed. Where the layers of a pipeline are not the ones expected, that part stays as spaCy made it and
`accelerate` says so. Nothing here knows of the rest of the project: it could be a package of its own.
"""

from detente.reading.fast.accelerate import accelerate

__all__ = ["accelerate"]
