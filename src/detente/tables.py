"""The knowledge and the language model in, what the stages are given out by name: tables indexed for reading."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from spacy.language import Language

from detente.coding.matching.lexicon import Lexicon
from detente.coding.matching.lexicon_of import build_lexicon
from detente.coding.plover import build_plover
from detente.collection import no_collection
from detente.documents.boilerplate import load_boilerplate
from detente.kept import kept
from detente.knowledge.cues import precise_cues
from detente.knowledge.files import BUILT_IN
from detente.knowledge.load import Knowledge
from detente.reading.calendars.dates import calendar_words
from detente.reading.headlines import headline_words
from detente.reading.plain import Strings
from detente.reading.readable import short_forms
from detente.reading.repaired import plan_repairs
from detente.reading.repairs.words.lemmas import common_word
from detente.reading.reread import RereadWords, reread_words
from detente.reading.syntax import model_version

CALLED = ("surname", "person", "organisation")  # entries of names that the parser may not know


class Indexed(NamedTuple):
    """What takes longer to index than to read back."""

    lexicon: Lexicon
    reread_words: RereadWords
    short_forms: frozenset[str]


def give_tables(
    knowledge: Knowledge, nlp: Language, *, own_model: bool, precise: bool = False
) -> dict[str, Any]:
    """By the names under which the stages ask for them.

    own_model: the model is one of the user's, of which the version alone does not say what it holds. precise: only
    the cues of speech that seldom err.
    """
    lexicon, for_rereading, short = _indexed(
        knowledge, nlp, keep=knowledge.folders == (BUILT_IN,) and not own_model
    )
    grammar = knowledge.grammar
    return {
        "nlp": nlp,
        "actor tables": knowledge.actors,
        "boilerplate": load_boilerplate(knowledge.folders),
        "calendar words": calendar_words(knowledge.times, grammar),
        "cues": precise_cues(knowledge.cues) if precise else knowledge.cues,
        "grammar": grammar,
        "headline words": headline_words(
            lexicon.event_verbs,
            lexicon.event_nouns,
            grammar,
            common_word(nlp),
            knowledge.actors.given_names,
        ),
        "event nouns": lexicon.event_nouns,
        "lexicon": lexicon,
        "plover": build_plover(knowledge.events),
        "relations": knowledge.relations,
        "repairs": plan_repairs(
            lexicon.event_verbs, lexicon.event_nouns, grammar, frozenset(lexicon.nominals)
        ),
        "reread words": for_rereading,
        "short forms": short,
        "strings": Strings(nlp.vocab),
        "time tables": knowledge.times,
    }


def _indexed(knowledge: Knowledge, nlp: Language, *, keep: bool) -> Indexed:
    build = partial(_index, knowledge, nlp)
    if not keep:
        return build()
    with no_collection():
        return kept("indexed", f"{BUILT_IN} {knowledge.digest} {model_version(nlp)}", build)


def _index(knowledge: Knowledge, nlp: Language) -> Indexed:
    lexicon = build_lexicon(knowledge.events)
    names = knowledge.actors.names
    listed = list(names.items())
    actors = [name for name, number in listed if any(e.kind in CALLED for e in names.entries[number])]
    last = (name.rsplit(maxsplit=1)[-1] for name in actors if " " in name)
    actors += [name for name in last if names.number(name) is None]
    return Indexed(
        lexicon=lexicon,
        reread_words=reread_words(lexicon.event_verbs, lexicon.event_nouns, knowledge.grammar, nlp, actors),
        short_forms=short_forms([name for name, _ in listed], knowledge.grammar),
    )
