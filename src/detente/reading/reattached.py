"""Steps out that repair clauses read as phrases, and what hangs on another word than the parser has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.knowledge.grammar import Grammar
from detente.reading.plan import Step, nth_words, one_of
from detente.reading.repairs.agents.behind_agents import repair_behind_accused, repair_behind_agents
from detente.reading.repairs.agents.between import repair_agreed_with, repair_signed_with, repair_two_with
from detente.reading.repairs.agents.deeds_by import repair_deeds_by, repair_done_by_to
from detente.reading.repairs.agents.hurt_in import repair_hurt_in, repair_put_to_death
from detente.reading.repairs.agents.inner_agents import repair_inner_agents
from detente.reading.repairs.agents.outer_agents import repair_outer_agents
from detente.reading.repairs.agents.recipients import repair_recipients
from detente.reading.repairs.agents.set_free import repair_set_free
from detente.reading.repairs.agents.shifted import repair_shifted
from detente.reading.repairs.agents.standing_by import repair_standing_by
from detente.reading.repairs.clauses.called_on import repair_called_on
from detente.reading.repairs.clauses.gapped_counts import repair_gapped_counts
from detente.reading.repairs.clauses.made_so import repair_set_alight, repair_so_many_left, repair_staying_so
from detente.reading.repairs.clauses.meanwhile import repair_meanwhile
from detente.reading.repairs.clauses.reduced import repair_reduced
from detente.reading.repairs.clauses.saying import repair_told_in_speech
from detente.reading.repairs.clauses.scenes import repair_scenes
from detente.reading.repairs.clauses.set_off import repair_set_off
from detente.reading.repairs.clauses.swapping import repair_swapping
from detente.reading.repairs.clauses.verdicts import repair_held, repair_judged, repair_verdicts
from detente.reading.repairs.names.broken_names import repair_bare_names
from detente.reading.repairs.names.called_names import repair_quoted_before, repair_quoted_titles
from detente.reading.repairs.names.day_by_day import repair_day_by_day
from detente.reading.repairs.names.late_names import repair_late_names, repair_named_as
from detente.reading.repairs.names.two_named import repair_three_listed, repair_two_asked, repair_two_at_once
from detente.reading.repairs.phrases.at_talks import repair_agreed_at, repair_at_talks, repair_in_calls
from detente.reading.repairs.phrases.displaced import repair_called_first, repair_heavy_objects
from detente.reading.repairs.phrases.imposed import repair_barred_from, repair_imposed
from detente.reading.repairs.phrases.leading_to import repair_leading_to
from detente.reading.repairs.phrases.misattached import repair_attachment
from detente.reading.repairs.phrases.misjoined import repair_joins
from detente.reading.repairs.phrases.outer_days import repair_answered, repair_brokered
from detente.reading.repairs.phrases.papers_made import repair_papers_made
from detente.reading.repairs.phrases.particles import (
    repair_behind_objects,
    repair_homeward,
    repair_particles,
    repair_stranded,
)
from detente.reading.repairs.phrases.places import repair_come_so, repair_sent_across, repair_taken_there
from detente.reading.repairs.phrases.prepositions import repair_prepositions
from detente.reading.repairs.phrases.some_of_them import repair_some_of_them
from detente.reading.repairs.subjects.hearers import repair_hearers
from detente.reading.repairs.subjects.interrupted import (
    repair_after_relatives,
    repair_interrupted,
    repair_second_subjects,
)
from detente.reading.repairs.subjects.openings import repair_openings
from detente.reading.repairs.subjects.reduced_gerunds import repair_reduced_gerunds
from detente.reading.repairs.subjects.said_between import (
    repair_said_between,
    repair_tellers,
    repair_told_before,
    repair_told_last,
)
from detente.reading.repairs.words.bare_passives import repair_bare_passives
from detente.reading.repairs.words.demanded import repair_demanded
from detente.reading.repairs.words.headline_passives import repair_headline_passives
from detente.reading.repairs.words.headline_words import (
    repair_bare_objects,
    repair_bidden_pasts,
    repair_due_there,
    repair_first_to,
    repair_said_to_come,
)
from detente.reading.repairs.words.infinitives import repair_used
from detente.reading.repairs.words.noun_clauses import repair_noun_clauses
from detente.reading.repairs.words.one_of_many import repair_all_but, repair_one_of_many, repair_out_of_many
from detente.reading.repairs.words.set_phrases import idioms_of, repair_idioms, repair_nothing_to_do

PASTS, NAMES = one_of("VBD", "VBN"), one_of("NNP", "NNPS")
SUBJECTS, COMMA, GERUND, OBJECT = one_of("nsubj", "nsubjpass"), one_of(","), one_of("VBG"), one_of("dobj")
AND, JOINED, BY, OF, AS = one_of("cc"), one_of("conj"), one_of("by"), one_of("of"), one_of("as")


def _steps_homeward(behind: frozenset[str], words: Mapping[str, frozenset[str]]) -> Iterator[Step]:
    """ "Brought the two together in Zenda", "summoned its ambassador home"."""
    yield Step(repair_behind_objects, (behind,), (behind,))
    bringing = (words["adverbs of going home"], words["verbs of bringing home"])
    yield Step(repair_homeward, bringing, bringing)


def clause_steps(
    event_verbs: frozenset[str], event_nouns: frozenset[str], grammar: Grammar
) -> Iterator[Step]:
    """Clauses read as phrases, and what hangs on a verb with its particle."""
    words = grammar.words
    yield from _done_again(words)
    demanding, done = words["demanding verbs"], words["done to people"]
    telling = words["verbs of claiming"]
    yield Step(repair_demanded, (event_verbs, demanding, telling), (one_of("that", "for"),))
    saying, occasions = words["verbs of claiming"] | words["acts of speech"], words["said in or at"]
    yield from _headline_steps(event_verbs, words)
    asking, content = words["nouns of asking or offering"], words["nouns of content"]
    yield Step(repair_told_in_speech, (saying, occasions), (one_of("that"), one_of("acl", "relcl")))
    yield Step(repair_meanwhile, (event_verbs, words["plural in sense"], demanding), (one_of("VBP", "as"),))
    parted = nth_words(words["verbs ending in a participle"], -1)
    found = one_of("prt", "back", parted, words["prepositions like adjectives"])
    phrases = words["particle verbs"] | words["particle verbs before a gerund"]
    yield from _steps_homeward(words["adverbs behind objects"], words)
    yield Step(repair_particles, (words,), (*(found | nth_words(phrases, n) for n in (0, -1)),))
    yield from _last_object_steps()
    yield Step(repair_noun_clauses, (asking, content, saying | demanding), (one_of("that"), asking | content))
    idioms = idioms_of(event_verbs, event_nouns)
    named = [one_of(idiom[n] for idiom in idioms) for n in range(3)]
    yield Step(repair_idioms, (idioms, named[1]), (*named, one_of("prep")))
    imposing, measures = words["verbs of imposing"], words["measures imposed"]
    yield Step(repair_imposed, (imposing, measures), (imposing, measures))
    verdicts, finding = words["verdicts"], words["verbs of finding so"]
    yield Step(repair_verdicts, (verdicts, finding), (verdicts, finding, OBJECT))
    judging, keeping = words["verbs of judging"], words["verbs of keeping"]
    captives = words["captives like objects"]
    yield Step(repair_judged, (judging,), (judging, AS))
    yield Step(repair_held, (captives, keeping), (captives, keeping))
    yield Step(repair_set_off, (), (COMMA, one_of("VBD"), one_of("nsubj"), one_of("ccomp")))
    yield Step(repair_reduced, (done, captives, words["giving verbs"]), (PASTS,))
    yield Step(repair_reduced_gerunds, (done,), (done, one_of("VBG", "JJ"), one_of("ccomp", "dobj", "oprd")))
    hurting, blows = words["hurting verbs"], words["attack nouns"]
    yield Step(repair_hurt_in, (hurting, blows), (hurting, blows, one_of("in"), SUBJECTS, PASTS))
    yield Step(repair_stranded, (event_nouns,), (one_of("prt"), one_of("and"), OBJECT))
    charging, telling = words["verbs of charging with"], words["verbs of telling somebody"]
    yield Step(repair_behind_accused, (charging, event_nouns), (charging, one_of("pcomp", "pobj"), OF))
    yield Step(repair_behind_agents, (telling,), (one_of("agent"), one_of("relcl", "acl", "pcomp")))
    yield from _thing_steps(event_verbs, event_nouns, grammar)


def _done_again(words: Mapping[str, frozenset[str]]) -> Iterator[Step]:
    """What is done on a second day, or by a second side to so many."""
    yield Step(repair_day_by_day, (words["names of days"],), (words["names of days"], AND, JOINED))
    yield Step(repair_gapped_counts, (), (NAMES, one_of("CD"), OBJECT, JOINED | one_of("appos")))


def _thing_steps(
    event_verbs: frozenset[str], event_nouns: frozenset[str], grammar: Grammar
) -> Iterator[Step]:
    """What is said of things: papers and what they are called, what burns or is let go, days, talks and treaties."""
    words = grammar.words
    judging, gatherings = words["verbs of judging"], words["gatherings"]
    seeing, days = words["verbs of days that see something"], words["names of days and times"]
    yield Step(repair_scenes, (seeing, days), (seeing, days))
    yield Step(repair_set_free, (event_verbs,), (one_of("JJ", "aux", "prt"),))
    using = words["verbs of using"]
    yield Step(repair_used, (using,), (using, one_of("acl", "relcl"), one_of("to")))
    yield Step(repair_so_many_left, (), (one_of("oprd"), one_of("CD")))
    yield Step(repair_set_alight, (event_verbs, words["words of burning"]), (words["words of burning"],))
    clues = words["clues to somebody"]
    yield Step(repair_leading_to, (clues,), (clues, one_of("lead", "leads", "leading")))
    yield Step(repair_attachment, (event_verbs, grammar))
    calling, bare = words["calling verbs"], words["names without article"]
    yield Step(repair_quoted_before, (calling,), (calling, one_of("``")))
    yield Step(repair_late_names, (calling, bare, words["units of time"]), (calling, one_of("dobj", "oprd")))
    wrongs = bare | words["names of wrongs"]
    yield Step(repair_named_as, (judging, wrongs), (judging, AS, one_of(wrongs, "amod")))
    at_talks = (gatherings, one_of("at"), one_of("with", "between"))
    yield Step(repair_at_talks, (gatherings, event_nouns), at_talks)
    agreeing, talking = words["verbs of binding oneself"], words["done at gatherings"]
    agreed_at = (agreeing, gatherings, one_of("at", "during"))
    yield Step(repair_agreed_at, (agreeing, gatherings, talking), agreed_at)
    calls, means = words["where one asks"], words["means of talking"]
    yield Step(repair_in_calls, (calls, means), (calls, means, one_of("in", "during")))
    yield from _day_steps(words)
    roles, deeds = words["those who stand by"], words["standing by"]
    yield Step(repair_standing_by, (roles, deeds), (one_of("with"), roles | deeds))
    yield Step(repair_signed_with, (event_nouns,), (one_of("with"), one_of("pcomp"), GERUND))


def _named_together(words: Mapping[str, frozenset[str]]) -> Iterator[Step]:
    """Two or three names that a line puts side by side."""
    yield Step(repair_two_at_once, (), (COMMA, one_of("in"), one_of("appos"), one_of("NNP")))
    yield Step(repair_two_asked, (words["demanding verbs"],), (COMMA, one_of("to"), words["demanding verbs"]))
    yield Step(repair_three_listed, (), (COMMA, one_of("and"), one_of("the"), NAMES))


def _day_steps(words: Mapping[str, frozenset[str]]) -> Iterator[Step]:
    """Days of what somebody brokers or answers."""
    brokering, days = words["brokering participles"], words["names of days and times"]
    meeting = words["verbs of holding or making"]
    yield Step(repair_brokered, (brokering, meeting, days), (brokering, one_of("agent")))
    answering, proposals = words["verbs of answering on a day"], words["what is put to somebody"]
    yield Step(repair_answered, (answering, proposals, days), (one_of("on"), proposals, days))


def steps_named_between(grammar: Grammar) -> Iterator[Step]:
    """Where the doer of a deed, or the maker of a paper, is named between it and what is done or said."""
    words = grammar.words
    deeds = words["deeds done to somebody"]
    forces = words["forces by sort"]
    yield Step(repair_done_by_to, (deeds, forces), (deeds, one_of("by"), one_of("of")))
    papers, said = words["instruments"], words["what papers do"]
    yield Step(repair_papers_made, (papers, said), (papers, said, one_of("agent"), GERUND))


def attachment_steps(
    event_verbs: frozenset[str],
    event_nouns: frozenset[str],
    grammar: Grammar,
    nominals: frozenset[str],
) -> Iterator[Step]:
    """What hangs on another word than the parser has it."""
    words = grammar.words
    telling, parting = words["verbs of telling of"], words["verbs of two objects"]
    units, days = words["units of time"], words["names of days"]
    yield from _phrase_steps(event_verbs, words)
    yield Step(repair_openings, (units,), (COMMA | one_of("appos"),))
    yield Step(repair_interrupted, (), (PASTS, one_of("acl", "amod", "conj"), one_of(GERUND, "VBN", "IN")))
    yield Step(
        repair_second_subjects, (), (COMMA, one_of("and", "but", "while"), JOINED, one_of(GERUND, "VBN"))
    )
    yield Step(repair_after_relatives, (), (COMMA, one_of("and", "but"), JOINED, one_of("relcl")))
    yield from _named_together(words)
    yield Step(repair_bare_names, (event_verbs, days), (NAMES,))
    yield Step(repair_shifted, (units | days,), (NAMES, one_of("CD", "DT", "PRP$"), one_of("IN", "TO")))
    sharing = words["sharing verbs"]
    yield Step(repair_recipients, (words["giving verbs"], parting, telling, units, sharing, event_nouns))
    sending = words["giving verbs"] | words["verbs of taking somewhere"]
    including = words["verbs of including"]
    taken = (one_of("to"), one_of("acl", "relcl"), one_of("dobj"))
    yield Step(repair_taken_there, (sending, including), taken)
    yield Step(repair_sent_across, (sending,), (one_of("across"), JOINED, one_of("dobj")))
    yield Step(repair_headline_passives, (words,), (PASTS,))
    bare = (words["never without an object"], event_verbs, words["wanting it done"])
    yield Step(repair_bare_passives, bare, (PASTS,))
    lasting = words["verbs of staying so"]
    yield Step(repair_staying_so, (words["done and lasting"], lasting), (lasting, one_of("acomp", "xcomp")))
    many = (one_of("NNS", "NNPS"), one_of("VBP", "VB"), one_of("a", "an"))
    yield Step(repair_one_of_many, (event_nouns, event_verbs), many)
    yield Step(repair_out_of_many, (), (one_of("out", "per"), OF, one_of("CD")))
    yield Step(repair_prepositions, (event_nouns, grammar))
    yield Step(repair_outer_agents, (event_nouns, days, words["verbs without object"]), (BY,))
    yield Step(repair_inner_agents, (event_nouns, days), (BY,))
    deeds = event_nouns | nominals
    yield Step(repair_deeds_by, (deeds, days, words["works"]), (BY,))
    barring = words["barring verbs"]
    yield Step(repair_barred_from, (barring, words["ways in"]), (barring, one_of("from"), one_of("relcl")))
    yield Step(repair_nothing_to_do, (words["shares in a thing"],), (one_of("do"), one_of("with")))
    yield from _teller_steps(words)
    yield Step(repair_joins, (grammar, event_nouns))


def _last_object_steps() -> Iterator[Step]:
    """Objects that stand behind what else goes with the verb."""
    named = one_of("dobj", "oprd", "npadvmod")
    yield Step(repair_called_first, (), (one_of("advcl", "oprd", "acomp", "advmod"), named))
    yield Step(repair_heavy_objects, (), (one_of("prt", "out"), one_of("prep")))


def _teller_steps(words: Mapping[str, frozenset[str]]) -> Iterator[Step]:
    """Who says so, behind or amid what is said."""
    telling = words["verbs of claiming"]
    yield Step(repair_told_last, (), (one_of("conj", "dep"), one_of("relcl"), COMMA))
    yield Step(repair_tellers, (), (one_of("appos"), one_of("ccomp", "parataxis"), COMMA))
    yield Step(repair_said_between, (), (JOINED, one_of("parataxis"), one_of("VBZ")))
    yield Step(repair_told_before, (telling,), (one_of("parataxis"), COMMA, telling))


def _headline_steps(event_verbs: frozenset[str], words: Mapping[str, frozenset[str]]) -> Iterator[Step]:
    """Words that headlines leave without what would tell how they are meant."""
    demanding = words["demanding verbs"] - words["verbs of claiming"]
    yield Step(repair_bidden_pasts, (demanding,), (demanding, one_of("VBD"), one_of("ccomp")))
    ranks, units = words["ranks of deeds"], words["units of time"]
    yield Step(repair_first_to, (ranks,), (ranks, one_of("TO")))
    claiming = words["verbs of claiming"]
    yield Step(repair_said_to_come, (claiming, words["clause nouns"]), (claiming, one_of("TO"), one_of("VB")))
    nouns, adverbs = one_of("NN", "NNS"), one_of("advmod", "npadvmod")
    yield Step(repair_bare_objects, (event_verbs, units), (adverbs, nouns))


def _phrase_steps(event_verbs: frozenset[str], words: Mapping[str, frozenset[str]]) -> Iterator[Step]:
    """What hangs on a word within its own phrase."""
    yield Step(
        repair_come_so, (words["verbs of coming"],), (words["verbs of coming"], one_of("advcl"), one_of("JJ"))
    )
    yield Step(repair_all_but, (), (one_of("all"), one_of("but")))
    yield Step(repair_some_of_them, (), (one_of("appos"), COMMA, one_of("PRP"), one_of("pobj")))
    due = words["due in headlines"]
    yield Step(repair_due_there, (due,), (due, one_of("amod")))
    calling, upon = words["verbs of calling on"], one_of("on", "upon", "for")
    yield Step(repair_called_on, (calling,), (upon, one_of("acl"), calling))
    ways = words["ways of putting to death"]
    yield Step(repair_put_to_death, (ways,), (nth_words(ways, -1), one_of("agent")))
    swaps, swapped = words["exchanging verbs"], words["said or fired at each other"]
    yield Step(repair_swapping, (swaps, swapped), (one_of("with"), swapped))
    telling = words["verbs of telling somebody"]
    yield Step(repair_hearers, (telling,), (one_of("ccomp"), one_of("compound"), SUBJECTS))
    agreeing = words["verbs of agreeing together"]
    yield Step(repair_agreed_with, (agreeing,), (one_of("with"), agreeing, one_of("to")))
    yield Step(repair_two_with, (event_verbs,), (one_of("with"), GERUND, JOINED))
    yield Step(repair_quoted_titles, (), (one_of("''", '"', "”"), OF))
