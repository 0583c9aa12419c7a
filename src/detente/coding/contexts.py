"""A sentence in, the PLOVER contexts that its words tell of out, in the order of their names."""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.tokens import Span

LONGEST = 4  # words of an entry; a hyphen counts as one


def contexts_of(
    sentence: Span, topics: Mapping[str, tuple[str, ...]], starts: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """The contexts of all words and runs of words that are in the table, by lemma or as written.

    starts: the first words of the entries of more than one, and what may follow each.
    """
    tokens = sentence.doc[sentence.start : sentence.end]
    lemmas = [t.lemma_.lower() for t in tokens]
    words = [t.lower_ for t in tokens]
    found = {context for word in topics.keys() & {*lemmas, *words} for context in topics[word]}
    for start in [n for n, word in enumerate(words[:-1]) if word in starts]:
        if starts[words[start]].isdisjoint((words[start + 1], lemmas[start + 1])):
            continue
        for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
            before = " ".join(words[start : end - 1])
            for last in dict.fromkeys((lemmas[end - 1], words[end - 1])):
                entry = f"{before} {last}".replace(" - ", "-")
                found.update(topics.get(entry, ()))
    return tuple(sorted(found))
