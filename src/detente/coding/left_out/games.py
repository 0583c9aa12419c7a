"""A draft in, whether only teams play in it, or people of whom nobody says whose they are deal in it, out.

A team goes by the name of its state: "Ruritania hammered Sylvania 4-0", "meets Graustark in the semi-final". A text with a
final score early on and words of sport in most sentences reports a game, and what it tells of bare states is play. So is
what a state does in the plural: papers write "Ruritania threatens", and "Ruritania threaten" of eleven men.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import any_meets, classes_of
from detente.coding.reasons import ANSWERS_FOR, LIES_IN, STANDS_FOR
from detente.coding.roles.known import phrase_of
from detente.coding.standing.status import Statuses
from detente.ids import is_person
from detente.reading.tokens import Span
from detente.records import Actor

PLAYED = "what teams do to each other in a game"
OF_FIRMS = "what firms do in their trade"
OF_PRIVATE = "what people do among themselves of whom nobody says whose they are"
JOINING, DOES_LIKEWISE = "accession", "who joins another state does as that one does"
VISIT = "visit"
OF_TEAMS, OUSTED = "said of teams", "removal from office"  # a group of kinds, a kind
CONTEST, IN_PLAY = "contest", "sport"  # classes of nouns
EITHER, OF_TEAM = "troops or a team", "who plays for a land"  # lists of words
TOURING = "verbs of touring"
UNCHANGED, PLURALS = "verbs of one form", "lands in the plural"  # lists of words
NAME, PLURAL, DOING = "NNP", "VBP", "nsubj"
RELATIVE = "relcl"
HELPING = ("aux", "auxpass")
DEALINGS, CROWDS = frozenset({"AGREE", "COOPERATE", "REJECT"}), "PROTEST"
IN_WHICH = ("in", "at", "by", "to", "for", "from", "through", "into", "out of")
FIRM, TRADE = "BUS", DEALINGS | {"CONSULT", "RETREAT", "SANCTION"}
OFFICIAL = frozenset({"COP", "JUD", "LEG", "MIL", "SPY"})  # sectors
DOER, WON = ("subject",), ("object", "in", "into", "to", "for")
COMMON = frozenset({"NN", "NNS"})
FIGURES = frozenset(
    {"ASSAULT", "CONCEDE", "REQUEST", "RETREAT", "SANCTION", "THREATEN"}
)  # what teams do in words
SCORE = re.compile(r"(?<![\w.,/–-])(\d{1,3})[-–](\d{1,3})(?![\w/–-]|[.,]\d)")
EARLY, SURE, FEWEST = (
    6,
    2,
    5,
)  # sentences that may bring the score; different nouns of sport, and words of play too
SPORT = frozenset({IN_PLAY, CONTEST})


def no_state_acts(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why the event is left out, or None."""
    if _is_played(draft, statuses):
        return PLAYED
    sides = (*draft.actors, *draft.recipients)
    if draft.kind == JOINING and len(sides) > 1 and all(_is_named(a, statuses) for a in sides):
        return DOES_LIKEWISE
    if _is_trade(draft, statuses):
        return OF_FIRMS
    private = bool(sides) and all(is_person(a.id) and a.country is None for a in sides)
    return OF_PRIVATE if private and type_of(draft, statuses) in DEALINGS else None


def _is_trade(draft: Draft, statuses: Statuses) -> bool:
    """Firms known to be no state's, among themselves or in a land: a carmaker halts exports to Sylvania."""
    if not draft.actors or any(a.id is None or a.sectors != (FIRM,) for a in draft.actors):
        return False
    others = all(a.sectors == (FIRM,) or _is_bare(a, statuses) for a in draft.recipients)
    return others and type_of(draft, statuses) in TRADE


def _is_named(actor: Actor, statuses: Statuses) -> bool:
    """A state by its own name, and no land of it."""
    return actor.inferred is None and _is_bare(actor, statuses)


def _is_played(draft: Draft, statuses: Statuses) -> bool:
    kind, sides = statuses.lexicon.kinds[draft.kind], (*draft.actors, *draft.recipients)
    if draft.kind == OUSTED and _are_sportsmen(draft.recipients, statuses):
        return all(a.span is None or _is_bare(a, statuses) for a in draft.actors)  # "sacked coach Otto Horn"
    if not sides:
        return False
    may_play = bool(draft.actors) and kind.type != CROWDS
    if may_play and all(_answers_for_team(a, statuses) for a in draft.actors):
        return _tells_of_contest(statuses)
    figure = kind.type in FIGURES
    teams = all(_may_be_team(a, statuses) for a in sides)
    if teams and (_acts_in_plural(draft, statuses) or (figure and reports_game(statuses))):
        return True
    if not all(_is_bare(a, statuses) for a in sides):
        return False
    return (figure and _is_in_contest(draft, statuses)) or _is_between_teams(draft, statuses)


def _is_between_teams(draft: Draft, statuses: Statuses) -> bool:
    """Whether bare states play: they meet in a contest, tour each other, or one beats the other."""
    if draft.kind not in statuses.lexicon.groups[OF_TEAMS] or not draft.actors:
        return _has_final_score(draft, statuses) and _beats_another(draft, statuses)
    return _tours(draft, statuses) or _has_final_score(draft, statuses) or _is_in_contest(draft, statuses)


def _tours(draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania will tour Sylvania in July": a state sends somebody, and stays where it is."""
    verb, words = statuses.graph.predicates[draft.head], statuses.graph.words
    behind = (
        statuses.graph.doc[draft.head].dep_ == RELATIVE
    )  # "the king of Ruritania, who visited": nobody knows whom
    goes = draft.kind == VISIT and verb.lemma in words[TOURING] and not behind
    return goes and all(_is_named(a, statuses) for a in draft.actors) and bool(verb.heads(*DOER))


def _may_be_team(actor: Actor, statuses: Statuses) -> bool:
    """A bare state, or whatever stands for one: "they", "the hosts", "their rivals"."""
    stands = actor.span is None or STANDS_FOR.is_why(actor.inferred) or LIES_IN.is_why(actor.inferred)
    return _is_bare(actor, statuses) or (stands and OFFICIAL.isdisjoint(actor.sectors))


def _acts_in_plural(draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania hold Sylvania": the sentence opens with one name, and its verb is in the plural. "Peru, Chile hold talks"
    has two, and "Ruritania hit" may be past."""
    words, sentence = statuses.graph.words, statuses.graph.doc[draft.head].sent
    team = next((t for t in sentence if t.tag_ != NAME or t.dep_ == DOING), None)
    if team is None or team.tag_ != NAME or team.left_edge.i != sentence.start or any(team.rights):
        return False
    if team.lower_ in words[PLURALS]:
        return False
    first = next((t for t in team.head.lefts if t.dep_ in HELPING), team.head)  # "have beaten"
    return first.tag_ == PLURAL and first.i > team.i and first.lemma_ not in words[UNCHANGED]


def _has_final_score(draft: Draft, statuses: Statuses) -> bool:
    """ "4-0"; but "voted 14-0 to condemn it" is no game."""
    sentence, voting = statuses.graph.doc[draft.head].sent, statuses.graph.words["verbs of voting"]
    return has_score(sentence) and not any(t.lemma_.lower() in voting for t in sentence)


def _beats_another(draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania beat Sylvania 3-1 to end a siege of their own goal": whatever else is told of the game."""
    graph = statuses.graph
    above = (graph.doc[draft.head], *graph.doc[draft.head].ancestors)
    won = (graph.predicates.get(t.i) for t in above if t.lemma_.lower() in graph.words["winning verbs"])
    return any(verb is not None and verb.heads(*DOER) and verb.heads("object") for verb in won)


def _answers_for_team(actor: Actor, statuses: Statuses) -> bool:
    """ "The Sylvanian team": the state answers for it, as it does for a minister; and "the Sylvanian contingent"."""
    words, said = statuses.graph.words, statuses.graph.doc.labels.said
    if said.isdisjoint(words[OF_TEAM]) and said.isdisjoint(words[EITHER]):  # nearly always
        return False
    if any(actor.inferred == ANSWERS_FOR.of(word) for word in words[OF_TEAM]):
        return True
    named = phrase_of(actor, statuses.graph.doc)
    return named is not None and named[-1].lower_ in words[EITHER]


def _are_sportsmen(people: Sequence[Actor], statuses: Statuses) -> bool:
    return bool(people) and all((a.id or a.name) in statuses.mentions.sportsmen for a in people)


def _is_bare(actor: Actor, statuses: Statuses) -> bool:
    """ "Sylvania", "the Sylvanians", and no government or army of theirs."""
    named = phrase_of(actor, statuses.graph.doc)
    return (
        named is not None
        and actor.id is not None
        and actor.id == actor.country
        and named[-1].tag_ not in COMMON
    )


def _is_in_contest(draft: Draft, statuses: Statuses) -> bool:
    """ "Meets Sylvania in the final", "attacked Sylvania from the start and won the final", "punishes it with two goals"."""
    graph = statuses.graph
    told = [graph.predicates[head] for head in draft.path if head in graph.predicates]
    heads = [h for predicate in told for h in predicate.heads(*IN_WHICH)]
    who = {h for predicate in told for h in predicate.heads(*DOER)}
    beside = (p for p in graph.predicates.values() if p.pos == "verb" and not who.isdisjoint(p.heads(*DOER)))
    heads += [h for predicate in beside for h in predicate.heads(*WON)]
    played_with = [h for predicate in told for h in predicate.heads("with")]
    found = (((CONTEST,), heads), ((IN_PLAY,), played_with))
    return any(any_meets(c, at, graph.doc, statuses.mentions, statuses.lexicon) for c, at in found)


def _tells_of_contest(statuses: Statuses) -> bool:
    doc = statuses.graph.doc
    return any(has_score(s) for s in doc.sents) or any(
        CONTEST in classes_of(doc, t.i, statuses.lexicon) for t in doc if t.pos_ in ("NOUN", "PROPN")
    )


def reports_game(statuses: Statuses) -> bool:
    """Whether the whole text tells of a game."""
    doc = statuses.graph.doc
    sentences = list(doc.sents)
    if not any(has_score(s) for s in sentences[:EARLY]):
        return False
    sport = [_words_of_sport(s, statuses) for s in sentences]
    play = statuses.graph.words["words of play"]
    told = [found | {t.lemma_.lower() for t in s} & play for s, found in zip(sentences, sport, strict=True)]
    sure = len(frozenset[str]().union(*sport)) >= SURE and len(frozenset[str]().union(*told)) >= FEWEST
    return sure and 2 * sum(map(bool, told)) >= len(sentences)


def has_score(sentence: Span) -> bool:
    """ "4-0", "23-12", and no "10-15 dead"; whoever wins is told first."""
    return any(int(m[1]) >= int(m[2]) for m in SCORE.finditer(sentence.text))


def _words_of_sport(sentence: Span, statuses: Statuses) -> frozenset[str]:
    doc, lexicon = statuses.graph.doc, statuses.lexicon
    nouns = (t for t in sentence if t.pos_ in ("NOUN", "PROPN"))
    return frozenset(t.lemma_.lower() for t in nouns if SPORT & classes_of(doc, t.i, lexicon))
