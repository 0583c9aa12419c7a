"""Parsed blocks in, one document with all that the parser is known to misread undone out: every repair in its order."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc as Parsed

from detente.knowledge.grammar import Grammar
from detente.reading.asides import note_asides
from detente.reading.plain import Strings, read_tokens
from detente.reading.repairs.afterthoughts import repair_afterthoughts
from detente.reading.repairs.at_talks import repair_at_talks
from detente.reading.repairs.bare_names import repair_bare_names
from detente.reading.repairs.bare_passives import repair_bare_passives
from detente.reading.repairs.barred_from import repair_barred_from
from detente.reading.repairs.counted import repair_counted
from detente.reading.repairs.demanded import repair_demanded
from detente.reading.repairs.described_objects import repair_described_objects
from detente.reading.repairs.displaced import repair_displaced
from detente.reading.repairs.false_roots import repair_false_roots
from detente.reading.repairs.first_verbs import repair_first_verbs
from detente.reading.repairs.fixed import repair_fixed
from detente.reading.repairs.forces_paired import repair_forces_paired
from detente.reading.repairs.gapped import repair_gapped
from detente.reading.repairs.gerunds import repair_gerunds
from detente.reading.repairs.goods import repair_goods
from detente.reading.repairs.held_to_account import repair_held_to_account
from detente.reading.repairs.hurt_in import repair_hurt_in
from detente.reading.repairs.imposed import repair_imposed
from detente.reading.repairs.infinitives import repair_infinitives
from detente.reading.repairs.inner_agents import repair_inner_agents
from detente.reading.repairs.interrupted import repair_interrupted
from detente.reading.repairs.lemmas import mend_lemmas
from detente.reading.repairs.likely import repair_likely
from detente.reading.repairs.listed_deeds import repair_listed_deeds
from detente.reading.repairs.lost_subjects import repair_lost_subjects
from detente.reading.repairs.matrix import repair_matrix
from detente.reading.repairs.meanwhile import repair_meanwhile
from detente.reading.repairs.misattached import repair_attachment
from detente.reading.repairs.misjoined import repair_joins
from detente.reading.repairs.misread import repair_present_tense
from detente.reading.repairs.obliging import repair_duties
from detente.reading.repairs.one_of_many import repair_one_of_many
from detente.reading.repairs.openings import repair_openings
from detente.reading.repairs.out_of_many import repair_out_of_many
from detente.reading.repairs.outer_agents import repair_outer_agents
from detente.reading.repairs.paired_passives import repair_paired_passives
from detente.reading.repairs.participles import repair_participles
from detente.reading.repairs.particles import repair_particles
from detente.reading.repairs.place_in_land import repair_lands_after_places
from detente.reading.repairs.prepositions import repair_prepositions
from detente.reading.repairs.protesting import repair_protesting
from detente.reading.repairs.recipients import repair_recipients
from detente.reading.repairs.reduced import repair_reduced
from detente.reading.repairs.relatives import repair_relatives
from detente.reading.repairs.repair import repair_parse
from detente.reading.repairs.second_verbs import repair_second_verbs
from detente.reading.repairs.set_free import repair_set_free
from detente.reading.repairs.set_phrases import repair_set_phrases
from detente.reading.repairs.shifted import repair_shifted
from detente.reading.repairs.signed_between import repair_signed_between
from detente.reading.repairs.summing import repair_summing_nouns
from detente.reading.repairs.titled_pairs import repair_titled_pairs
from detente.reading.repairs.two_at_once import repair_two_at_once
from detente.reading.repairs.two_subjects import repair_two_subjects
from detente.reading.repairs.two_titled import repair_two_titled
from detente.reading.repairs.verbs_as_objects import repair_verbs_as_objects
from detente.reading.repairs.verdicts import repair_verdicts
from detente.reading.repairs.visiting import repair_visiting
from detente.reading.repairs.voting import repair_voting
from detente.reading.tokens import Doc

DAYS = "names of days"  # the list of words


def read_repaired(
    blocks: Sequence[Parsed],
    strings: Strings,
    event_verbs: frozenset[str],
    event_nouns: frozenset[str],
    grammar: Grammar,
) -> Doc:
    """The tokens of the parsed blocks with all that is repaired; `event_nouns` are the noun entries of all rules."""
    words, doc = grammar.words, read_tokens(blocks, strings)
    _repair_names_first(doc, event_verbs, grammar)
    repair_verbs_as_objects(doc, words["topics of talks"], event_nouns)
    repair_second_verbs(doc, event_verbs, words)
    repair_summing_nouns(
        doc, words["summing nouns like verbs"], words["deeds summed up"], words["measuring participles"],
        words["ranking words"],
    )  # fmt: skip
    bound, aiming = words["verbs with an infinitive"], words["verbs before to"]
    repair_infinitives(doc, words["people freed"], bound, aiming, words["verbs of ordering"])
    before_gerunds = words["verbs before a gerund"] | words["particle verbs before a gerund"]
    repair_gerunds(doc, before_gerunds, words["gerunds like adjectives"], event_verbs, event_nouns)
    repair_listed_deeds(doc)
    repair_two_titled(repair_parse(doc, event_verbs, words))
    repair_demanded(doc, event_verbs, words["demanding verbs"])
    repair_meanwhile(doc, event_verbs, words["plural in sense"])
    repair_particles(doc, words)
    repair_imposed(doc, words["verbs of imposing"], words["measures imposed"])
    repair_verdicts(doc, words)
    repair_reduced(doc, words["done to people"], words["captives like objects"])
    repair_hurt_in(doc, words["hurting verbs"], words["attack nouns"])
    repair_counted(doc, words["done to people"])
    repair_set_free(doc, event_verbs)
    repair_at_talks(repair_attachment(doc, event_verbs, grammar), words["gatherings"], event_nouns)
    telling, parting = words["verbs of telling of"], words["verbs of two objects"]
    repair_openings(doc, words["units of time"])
    repair_bare_names(repair_two_at_once(repair_interrupted(doc)), event_verbs, words[DAYS])
    repair_shifted(doc, words["units of time"] | words[DAYS])
    repair_recipients(doc, words["giving verbs"], parting, telling)
    repair_bare_passives(doc, words["never without an object"], event_verbs)
    repair_one_of_many(doc, event_nouns, event_verbs)
    repair_out_of_many(doc)
    repair_prepositions(doc, event_nouns, grammar)
    repair_outer_agents(doc, event_nouns, words[DAYS], words["verbs without object"])
    repair_inner_agents(doc, event_nouns, words[DAYS])
    repair_barred_from(doc, words["barring verbs"], words["ways in"])
    repair_joins(doc, grammar, event_nouns)
    _repair_the_rest(doc, event_verbs, event_nouns, grammar)
    doc.labels.forget()
    note_asides(doc, words)
    return doc


def _repair_names_first(doc: Doc, event_verbs: frozenset[str], grammar: Grammar) -> None:
    """Who acts, and which word is the verb: what all other repairs look at."""
    words = grammar.words
    mend_lemmas(doc, grammar.lemmas)
    repair_signed_between(repair_forces_paired(doc, words["forces like adjectives"]), words["treaties"])
    repair_titled_pairs(doc, event_verbs, grammar.supports)
    repair_held_to_account(doc, words["verbs of account"])
    repair_described_objects(
        doc,
        words["fates of public men"],
        event_verbs,
        words["people like verbs"],
        words["doings of people"],
    )
    repair_likely(doc, words["adjectives like adverbs"])
    repair_set_phrases(repair_false_roots(doc, words["means of talking"]), event_verbs)
    repair_first_verbs(repair_two_subjects(doc), event_verbs)


def _repair_the_rest(
    doc: Doc, event_verbs: frozenset[str], event_nouns: frozenset[str], grammar: Grammar
) -> None:
    """What needs the verbs and what hangs on them to be right already."""
    words = grammar.words
    repair_displaced(repair_afterthoughts(doc), words["nouns of what is awaited"])
    repair_lost_subjects(repair_lands_after_places(doc))
    repair_paired_passives(doc, words["done to people"])
    repair_visiting(doc, words["verbs of receiving"])
    repair_duties(doc, words["words of duty"])
    repair_gapped(
        doc, words["pasts that are no participles"] | words["verbs without object"], words["done to people"]
    )
    repair_protesting(doc, words["people in crowds"], words["what crowds do"])
    repair_goods(doc, words["what goods are for"], words["goods like verbs"])
    repair_voting(doc, words["verbs with an infinitive"])
    repair_relatives(
        doc, words["verbs with an object"], words["calling verbs"], outcomes=words["what deeds do"]
    )
    repair_fixed(doc, words["adverbs of three words"], words["mutual pronouns"])
    repair_matrix(doc, words["acts of speech"])
    repair_participles(
        doc, words["describing participles"], words["prompting verbs"], words["hurting verbs"], event_verbs
    )
    repair_present_tense(
        doc,
        event_verbs=event_verbs,
        event_nouns=event_nouns,
        closing=words["closing verbs"],
        people=words["people like verbs"],
    )
