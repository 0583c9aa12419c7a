"""Parsed blocks in, one document with all that the parser is known to misread undone out: every repair in its order."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc as Parsed

from detente.knowledge.grammar import Grammar
from detente.reading.after_modals import repair_after_modals
from detente.reading.bare_names import repair_bare_names
from detente.reading.commenting import repair_comments
from detente.reading.demanded import repair_demanded
from detente.reading.fixed import repair_fixed
from detente.reading.gapped import repair_gapped
from detente.reading.goods import repair_goods
from detente.reading.infinitives import repair_infinitives
from detente.reading.lemmas import mend_lemmas
from detente.reading.lost_subjects import repair_lost_subjects
from detente.reading.matrix import repair_matrix
from detente.reading.meanwhile import repair_meanwhile
from detente.reading.misattached import repair_attachment
from detente.reading.misjoined import repair_joins
from detente.reading.misread import repair_present_tense
from detente.reading.obliging import repair_duties
from detente.reading.paired_passives import repair_paired_passives
from detente.reading.participles import repair_participles
from detente.reading.particles import repair_particles
from detente.reading.plain import Strings, read_tokens
from detente.reading.prepositions import repair_prepositions
from detente.reading.recipients import repair_recipients
from detente.reading.reduced import repair_reduced
from detente.reading.relatives import repair_relatives
from detente.reading.repair import repair_parse
from detente.reading.second_verbs import repair_second_verbs
from detente.reading.set_free import repair_set_free
from detente.reading.shifted import repair_shifted
from detente.reading.summing import repair_summing_nouns
from detente.reading.taking_part import repair_taking_part
from detente.reading.tokens import Doc
from detente.reading.verbs_as_objects import repair_verbs_as_objects
from detente.reading.visiting import repair_visiting

DAYS = "names of days"  # the list of words


def read_repaired(
    blocks: Sequence[Parsed],
    strings: Strings,
    event_verbs: frozenset[str],
    event_nouns: frozenset[str],
    grammar: Grammar,
) -> Doc:
    """The tokens of the parsed blocks with all that is repaired; `event_nouns` are the noun entries of all rules."""
    closing, people = grammar.words["closing verbs"], grammar.words["people like verbs"]
    doc = read_tokens(blocks, strings)
    mend_lemmas(doc, grammar.lemmas)
    repair_verbs_as_objects(doc, grammar.words["topics of talks"])
    repair_second_verbs(doc, event_verbs, grammar.words)
    repair_summing_nouns(doc, grammar.words["summing nouns like verbs"], grammar.words["deeds summed up"])
    bound, aiming = grammar.words["verbs with an infinitive"], grammar.words["verbs before to"]
    repair_infinitives(doc, grammar.words["people freed"], bound, aiming)
    repair_parse(doc, event_verbs, grammar.words)
    repair_demanded(doc, event_verbs, grammar.words["demanding verbs"])
    repair_meanwhile(doc, event_verbs, grammar.words["plural in sense"])
    repair_particles(
        doc,
        grammar.words["particle verbs"],
        grammar.words["prepositions like adjectives"],
        grammar.words["verbs ending in a participle"],
    )
    repair_reduced(doc)
    repair_set_free(doc)
    repair_attachment(doc, event_verbs, grammar)
    telling, parting = grammar.words["verbs of telling of"], grammar.words["verbs of two objects"]
    repair_bare_names(doc, event_verbs, grammar.words[DAYS])
    repair_shifted(doc, grammar.words["units of time"] | grammar.words[DAYS])
    repair_recipients(doc, grammar.words["giving verbs"], parting, telling)
    repair_prepositions(doc, event_nouns, grammar)
    repair_joins(doc, grammar)
    repair_lost_subjects(doc)
    repair_paired_passives(doc)
    repair_visiting(doc, grammar.words["verbs of receiving"])
    repair_duties(doc, grammar.words["words of duty"])
    repair_gapped(doc, grammar.words["pasts that are no participles"] | grammar.words["verbs without object"])
    repair_comments(
        doc,
        grammar.words["commenting participles"],
        grammar.words["demanding verbs"],
        grammar.words["instruments"],
    )
    repair_goods(doc, grammar.words["what goods are for"])
    repair_taking_part(doc)
    repair_relatives(doc, grammar.words["verbs with an object"], grammar.words["calling verbs"])
    repair_after_modals(doc, event_verbs)
    repair_fixed(doc, grammar.words["adverbs of three words"])
    repair_matrix(doc, grammar.words["acts of speech"])
    repair_participles(
        doc,
        grammar.words["describing participles"],
        grammar.words["prompting verbs"],
        grammar.words["hurting verbs"],
        event_verbs,
    )
    return repair_present_tense(
        doc, event_verbs=event_verbs, event_nouns=event_nouns, closing=closing, people=people
    )
