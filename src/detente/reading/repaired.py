"""A parsed text in, the same with all that the parser is known to misread undone out: every repair in its order.

With each repair stands what a text must have for it: one of the words, lemmas, tags or dependencies of each set. What is
listed there may only be what the repair asks for before it changes anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from detente.knowledge.grammar import Grammar
from detente.reading.asides import note_asides
from detente.reading.plan import Plan, Step, nth_words, one_of, openings
from detente.reading.reattached import (
    AND,
    COMMA,
    GERUND,
    JOINED,
    NAMES,
    OBJECT,
    OF,
    PASTS,
    SUBJECTS,
    attachment_steps,
    clause_steps,
    steps_named_between,
)
from detente.reading.repairs.agents.behind_agents import repair_paired_passives
from detente.reading.repairs.agents.between import repair_signed_between
from detente.reading.repairs.agents.visiting import repair_visiting
from detente.reading.repairs.clauses.afterthoughts import repair_afterthoughts
from detente.reading.repairs.clauses.commented import repair_commented
from detente.reading.repairs.clauses.described_objects import repair_described_objects
from detente.reading.repairs.clauses.gapped import repair_gapped
from detente.reading.repairs.clauses.gerunds import repair_gerunds
from detente.reading.repairs.clauses.held_to_account import repair_held_to_account, repair_hurt_by_accused
from detente.reading.repairs.clauses.listed import repair_listed_conditions, repair_listed_deeds
from detente.reading.repairs.clauses.main_clauses import (
    repair_main_clauses,
    repair_matrix,
    repair_past_insertions,
)
from detente.reading.repairs.clauses.participles import repair_participles, repair_perfect_participles
from detente.reading.repairs.clauses.protesting import repair_protest_aims, repair_protesting
from detente.reading.repairs.clauses.relatives import repair_relatives
from detente.reading.repairs.names.broken_names import repair_broken_names
from detente.reading.repairs.names.called_names import repair_declared, repair_named_so
from detente.reading.repairs.names.days_joined import repair_days_joined
from detente.reading.repairs.names.titled_pairs import repair_titled_pairs
from detente.reading.repairs.names.two_named import repair_two_titled
from detente.reading.repairs.names.with_lands import repair_lands_after_places, repair_persons_of_lands
from detente.reading.repairs.phrases.displaced import repair_displaced
from detente.reading.repairs.subjects.alike import repair_alike
from detente.reading.repairs.subjects.clefts import repair_clefts
from detente.reading.repairs.subjects.guises import repair_guises
from detente.reading.repairs.subjects.hours_after import repair_hours_after
from detente.reading.repairs.subjects.inverted import (
    repair_bidden_before,
    repair_inverted,
    repair_opening_participles,
    repair_told_after_be,
)
from detente.reading.repairs.subjects.lost_subjects import repair_lost_subjects
from detente.reading.repairs.subjects.two_subjects import repair_forces_paired, repair_two_subjects
from detente.reading.repairs.words.described_goals import repair_described_goals
from detente.reading.repairs.words.false_roots import repair_false_roots
from detente.reading.repairs.words.first_verbs import repair_first_verbs, repair_verbs_in_names
from detente.reading.repairs.words.goods import repair_goods
from detente.reading.repairs.words.infinitives import LEADS, repair_infinitives, repair_leads
from detente.reading.repairs.words.lemmas import join_written_apart, mend_lemmas, mend_plural_names, mend_sums
from detente.reading.repairs.words.likely import repair_likely
from detente.reading.repairs.words.misread import repair_present_tense
from detente.reading.repairs.words.obliging import repair_duties
from detente.reading.repairs.words.planning import repair_planning
from detente.reading.repairs.words.repair import repair_parse
from detente.reading.repairs.words.second_verbs import repair_second_verbs
from detente.reading.repairs.words.set_phrases import (
    repair_at_hands,
    repair_fixed,
    repair_set_phrases,
    repair_voting,
)
from detente.reading.repairs.words.since_nouns import repair_since_nouns
from detente.reading.repairs.words.standing_for import repair_standing_for
from detente.reading.repairs.words.summing import repair_summing_nouns
from detente.reading.repairs.words.verbs_as_objects import repair_verbs_as_objects
from detente.reading.shapes import FINITE
from detente.reading.tokens import Doc

Words = Mapping[str, frozenset[str]]
ROOTED = ("means of talking", "ways of going", "verbs without object", "people of a crowd")
SUMMING = ("summing nouns like verbs", "deeds summed up", "measuring participles", "ranking words")
ASKED_IN = ("announcing verbs", "letters and speeches", "demanding verbs")


def repaired(tokens: Doc, repairs: Plan) -> Doc:
    """The tokens of a text with all that is repaired."""
    repairs.run([tokens])
    return tokens


def repaired_many(texts: Sequence[Doc], repairs: Sequence[Plan]) -> Sequence[Doc]:
    """The tokens of several texts; of the plans, which are all the same one, as many as a stage is given."""
    repairs[0].run(texts)
    return texts


def plan_repairs(
    event_verbs: frozenset[str],
    event_nouns: frozenset[str],
    grammar: Grammar,
    nominals: frozenset[str] = frozenset(),
) -> Plan:
    """All repairs; `event_verbs` and `event_nouns` are the entries of all rules, `nominals` nouns made of verbs."""
    words = grammar.words
    return Plan(
        (
            *_names_first(event_verbs, grammar),
            *_verbs(event_verbs, event_nouns, words),
            *clause_steps(event_verbs, event_nouns, grammar),
            *steps_named_between(grammar),
            *attachment_steps(event_verbs, event_nouns, grammar, nominals),
            *_subjects(words),
            *_the_rest(event_verbs, event_nouns, words),
            Step(note_asides, (words,)),
        )
    )


def _names_first(event_verbs: frozenset[str], grammar: Grammar) -> Iterator[Step]:
    """Who acts, and which word is the verb: what all other repairs look at."""
    words = grammar.words
    forms = one_of(form for _, form in grammar.lemmas)
    plurals = one_of(form for pos, form in grammar.lemmas if pos == "propn")
    yield Step(mend_lemmas, (grammar.lemmas, forms), (forms,))
    yield Step(mend_plural_names, (plurals,), (plurals,))
    yield Step(mend_sums, (grammar.lemmas,), (one_of("$"),))
    apart = words["nouns written apart"]
    yield Step(join_written_apart, (apart,), (openings(apart), nth_words(apart, 1)))
    days = words["names of days"]
    yield Step(repair_broken_names, (days,), (SUBJECTS, NAMES))
    yield Step(repair_days_joined, (days,), (days, AND, JOINED))
    forces, treaties = words["forces like adjectives"], words["treaties"]
    yield Step(repair_forces_paired, (forces,), (forces, one_of("between")))
    yield Step(repair_signed_between, (treaties,), (treaties, one_of("between"), one_of("nsubjpass")))
    yield Step(repair_titled_pairs, (event_verbs, grammar.supports), (one_of("and"), OF, NAMES))
    holding, doubts = words["verbs of account"], words["adjectives like adverbs"]
    yield Step(repair_held_to_account, (holding,), (holding, GERUND, JOINED, AND))
    fates, doings = words["fates of public men"], words["doings of people"]
    yield Step(
        repair_described_objects,
        (fates, event_verbs, words["people like verbs"], doings),
        (one_of(fates, openings(doings)), PASTS | GERUND, OBJECT),
    )
    yield Step(repair_likely, (doubts,), (doubts, one_of("acomp"), one_of("prep")))
    yield Step(repair_guises, (), (one_of("acl"), one_of("advcl"), one_of("as")))
    yield Step(repair_false_roots, tuple(words[name] for name in ROOTED))
    phrases = [nth_words(event_verbs, n, of=3) for n in range(3)]
    yield Step(repair_set_phrases, (event_verbs, phrases[2], words["nouns like infinitives"]), (*phrases,))
    saying = words["verbs that only say"] | words["verbs that say all before them"]
    telling = words["verbs of telling somebody"]
    yield Step(repair_two_subjects, (saying, telling), (one_of("nsubj"),))
    units = words["units of time"]
    yield Step(repair_hours_after, (units, event_verbs), (units, one_of("after", "before", "since")))
    yield Step(repair_main_clauses, (), (one_of("ccomp"), one_of("mark"), COMMA, one_of(*FINITE)))
    yield Step(repair_since_nouns, (), (one_of("mark"), one_of("since", "after", "before")))
    yield Step(repair_verbs_in_names, (), (one_of("VBZ"), one_of("compound")))
    yield Step(repair_first_verbs, (event_verbs,), (one_of("VB", "VBP"), JOINED, AND))


def _verbs(event_verbs: frozenset[str], event_nouns: frozenset[str], words: Words) -> Iterator[Step]:
    """Verbs read as nouns, and nouns read as verbs."""
    ordering, talks = words["verbs of ordering a deed"], words["talks like verbs"]
    yield Step(repair_verbs_as_objects, (words["topics of talks"], event_nouns, talks, ordering))
    yield Step(repair_second_verbs, (event_verbs, words))
    summing = [words[name] for name in SUMMING]
    plurals = [f"{noun}s" for noun in summing[0]]
    yield Step(repair_summing_nouns, (*summing,), (one_of(*summing, plurals, "JJS"),))
    bound, aiming = words["verbs with an infinitive"], words["verbs before to"]
    many = words["plural in sense"]
    yield Step(repair_planning, (bound, many), (bound, one_of("to"), one_of("compound", "nmod")))
    yield Step(repair_leads, (event_verbs,), (one_of(LEADS), one_of("to")))
    yield Step(
        repair_infinitives,
        (words["people freed"], bound, aiming, words["verbs of ordering"], *map(words.__getitem__, ASKED_IN)),
        (one_of("VB", "TO", "to"),),
    )
    before_gerunds = words["verbs before a gerund"] | words["particle verbs before a gerund"]
    yield Step(
        repair_gerunds,
        (
            before_gerunds,
            words["gerunds like adjectives"],
            event_verbs,
            event_nouns,
            words["verbs of keeping on"],
        ),
        (one_of(GERUND, "ccomp", "advcl", "xcomp"),),
    )
    after = (GERUND, one_of("pcomp"), one_of("advcl", "acl"), AND, COMMA)
    yield Step(repair_listed_deeds, (), after)
    opening = words["conditions"] | words["condition phrases"] | words["conjunctions of time"]
    yield Step(repair_listed_conditions, (opening,), (opening, one_of("conj"), one_of("MD")))
    yield Step(repair_parse, (event_verbs, words))
    finite = one_of("VBP", "VBD", "VB", "MD")
    yield Step(repair_two_titled, (), (one_of("and"), AND, NAMES, one_of("NN"), finite))


def _subjects(words: Words) -> Iterator[Step]:
    """What needs the verbs and what hangs on them to be right already: who acts, and who suffers."""
    awaiting, done, days = (words[w] for w in ("nouns of what is awaited", "done to people", "names of days"))
    yield Step(repair_afterthoughts, (), (COMMA, one_of("poss", "det"), one_of("pobj", "npadvmod")))
    supposing = words["supposing auxiliaries"]
    yield Step(repair_inverted, (supposing,), (supposing, one_of("ccomp", "advcl")))
    yield Step(repair_opening_participles, (), (one_of("VBN"), one_of("advcl"), one_of("mark"), SUBJECTS))
    yield Step(repair_persons_of_lands, (), (OF, NAMES, JOINED | one_of("appos"), one_of(",", "and")))
    telling = words["verbs of telling somebody"]
    yield Step(
        repair_bidden_before, (telling,), (telling, one_of("VB"), one_of("advcl", "ccomp", "dep"), OBJECT)
    )
    fronted = one_of("csubj", "nsubj", "acomp")
    yield Step(
        repair_told_after_be, (words["people of states"],), (fronted, one_of("attr", "nsubj"), one_of("be"))
    )
    yield Step(repair_displaced, (awaiting, days), (one_of(awaiting, "what", "all", "thing"),))
    yield Step(repair_lands_after_places, (), (SUBJECTS, COMMA, NAMES, one_of("pobj")))
    yield Step(repair_lost_subjects, (words["plural in sense"],))
    yield Step(
        repair_paired_passives,
        (done, words["fining verbs"]),
        (one_of("agent", "VBD"), one_of("oprd", "conj")),
    )
    guests = words["words for a guest"]
    yield Step(repair_visiting, (words["verbs of receiving"], guests), (guests,))
    duties = words["words of duty"]
    yield Step(repair_duties, (duties,), (duties, one_of("xcomp"), one_of("to")))
    active = words["pasts that are no participles"] | words["verbs without object"]
    yield Step(repair_gapped, (active, done), (JOINED, one_of("auxpass"), PASTS))
    crowds, doing = words["people in crowds"], words["what crowds do"]
    held, said = words["gatherings in protest"], words["what is said at gatherings"]
    standing = words["how crowds come together"]
    yield Step(
        repair_protesting,
        (crowds, doing, held, said, standing, words["how angry crowds feel"]),
        (crowds | held, one_of(doing, said, standing, words["how angry crowds feel"])),
    )
    yield Step(repair_protest_aims, (doing,), (doing, one_of("xcomp"), one_of("to")))
    openers, goods = words["what goods are for"], words["goods like verbs"]
    yield Step(repair_goods, (openers, goods), (one_of(openers, openings(goods)), one_of("VBP", "VBG")))
    describing = words["lands described like verbs"]
    yield Step(repair_described_goals, (describing,), (describing, one_of("to"), one_of("VB", "VBP")))


def _the_rest(event_verbs: frozenset[str], event_nouns: frozenset[str], words: Words) -> Iterator[Step]:
    """What is said of a verb."""
    bound, favour = words["verbs with an infinitive"], words["favour of a motion"]
    yield Step(repair_voting, (bound, favour), (one_of(favour, "with"), GERUND, one_of("pcomp")))
    yield Step(repair_at_hands, (), (one_of("at"), one_of("hands", "hand"), OF))
    beside = one_of("advcl", "parataxis")
    yield Step(repair_past_insertions, (), (JOINED, AND, COMMA, beside, one_of(*FINITE)))
    joined = words["joined by others"]
    yield Step(repair_alike, (joined,), (one_of(joined, "well", "as", "so", "nor", "neither"), SUBJECTS))
    pronouns = one_of("that", "who", "which", "whom")
    yield Step(repair_clefts, (), (one_of("attr"), one_of("ccomp", "relcl"), pronouns))
    yield Step(repair_commented, (), (NAMES, one_of("compound", "appos"), one_of("a", "an")))
    yield Step(repair_relatives, (words,), (one_of("acl", "relcl"), one_of("that", "which")))
    adverbs, mutual = words["adverbs of three words"], words["mutual pronouns"]
    parts = [one_of("until", nth_words(adverbs | mutual, n)) for n in range(2)]
    ends = one_of("until", nth_words(adverbs, 2), nth_words(mutual, 1))
    yield Step(repair_fixed, (adverbs, mutual), (*parts, ends))
    naming, describing = words["declaring verbs"], words["describing participles"]
    named, said = (naming, words["names without article"]), one_of("VBP", "VB", "VBN", "PRP")
    yield Step(repair_declared, named, (naming, one_of("ccomp", "dobj"), said))
    yield Step(repair_named_so, named, (naming, OBJECT))
    speech = (words["acts of speech"], words["craft and arms"], words["acts of rulers"])
    yield Step(repair_matrix, speech, (JOINED, one_of("ccomp", "acl")))
    yield Step(repair_standing_for, (), (one_of("those", "that", "one", "ones", "another", "some"),))
    commenting = words["commenting participles"]
    yield Step(repair_perfect_participles, (commenting,), (one_of("having", "while"), one_of("VBN", GERUND)))
    yield Step(
        repair_participles,
        (
            *(describing, words["prompting verbs"], words["hurting verbs"], words["verbs of outcome"]),
            *(words["judging participles"], words["acts of speech"]),
        ),
        (GERUND, one_of(describing, COMMA)),
    )
    accusing, hurting = words["verbs of account"], words["hurting verbs"]
    yield Step(repair_hurt_by_accused, (accusing, hurting), (accusing, hurting, GERUND, one_of("advcl")))
    yield Step(
        partial(
            repair_present_tense,
            event_verbs=event_verbs,
            event_nouns=event_nouns,
            closing=words["closing verbs"],
            supposing=words["verbs of supposing"],
            people=words["people like verbs"],
        )
    )
