"""Drafts in, why one of them is no news out: it is only remembered, told of in a work of art, or long past."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.coming import Attached
from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.biography import is_in_work, is_of_honoured, only_says_who
from detente.coding.left_out.no_deed import no_deed
from detente.coding.matching.lexicon import family_of
from detente.coding.standing.status import Statuses
from detente.reading.calendars.noted import entry_of
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

ONLY_REMEMBERED = "it is only remembered or told of, in a work or on an anniversary"
LONG_PAST = "it is dated long before the day of publication: history, and no news"
STANDING = "it only says where or whose somebody is, and has been"
COUNTED = "it is only counted with what is told"
FROM_BEFORE = "it only says what somebody had done before"
OF_A_KIND = "it only says which kind of people or states are meant"
PART_OF = "it is only what something else is a part of"
SETTLED = frozenset({"AGREE", "RETREAT", "SUPPORT", "COOPERATE"})
UNDONE, MEETING = "denied", "meeting"
HAD, PROTEST, NOW, ROOT = "had", "PROTEST", "VBZ", "ROOT"
LONG = 25  # years; office-holders of a generation ago are still in the news, their grandfathers' wars are not
FORCES = "MOBILIZE"
HARM = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
A_WHILE = 1  # years, of what is only named beside the news
BEHIND, LONG_TIMES = ("after", "since"), frozenset({"year", "decade", "century"})
HISTORY = 1946  # what was before that is no news in a text without a day
FIGHTS, EXCHANGE = ("clash", "fighting"), "prisoner exchange"  # kinds
STEPS, HELD_LAND, PAST, PRESENT = 8, "occupation", "VBD", "present"
ACTING, ACTORS = "verbs of acting a part", "who acts a part"  # lists of words
PITTED, FICTION = frozenset({"against", "with", "between"}), "works of fiction"  # a list of words
TOLD_IN, AS = frozenset({"of", "about", "object", "clause", "subject", "on", "in", "for"}), "as"


def no_news(draft: Draft, statuses: Statuses, attached: Attached, published: str | None) -> str | None:
    """The reason why the event is left out, or None."""
    if not _is_listed(draft, statuses) and _long_past(draft, statuses, attached, published):
        return LONG_PAST
    return _no_act(draft, statuses) or _remembered(draft, statuses)


def _is_listed(draft: Draft, statuses: Statuses) -> bool:
    """What a chronology tells is what it is about; in prose, what it tells in the present."""
    entry = entry_of(statuses.graph.doc[draft.head])
    return entry is not None and (not entry.prose or statuses.graph.predicates[draft.head].tense == PRESENT)


def _no_act(draft: Draft, statuses: Statuses) -> str | None:
    """Why it is nothing that somebody does to somebody now, or None."""
    if _is_standing(draft, statuses):
        return STANDING
    if _is_from_before(draft, statuses) or only_says_who(draft, statuses):
        return FROM_BEFORE
    if _is_counted_up(draft, statuses):
        return COUNTED
    if _is_said_of_kind(draft, statuses):
        return OF_A_KIND
    if _is_what_holds(draft, statuses):
        return PART_OF
    return no_deed(draft, statuses)


def _remembered(draft: Draft, statuses: Statuses) -> str | None:
    graph, words = statuses.graph, statuses.graph.words
    works, verbs = words["works and rites"], words["remembering verbs"]
    suspects, counting = words["suspect nouns"], words["transparent nouns"]
    first = _told_first(graph.doc[draft.head])
    told = {h for h in (draft.head, first.i) if h in graph.predicates}
    if is_of_honoured(draft.head, statuses) or any(is_in_work(h, statuses) for h in told):
        return ONLY_REMEMBERED
    for head in _above(draft.head, statuses):
        above = graph.predicates[head]
        if head == draft.head and above.pos == "noun":
            continue  # "war games" are no game
        if above.lemma in counting and above.heads("of"):
            continue  # "a series of attacks"
        tellers = [graph.doc[h].lemma_.lower() for h in above.heads("subject")] if above.pos == "verb" else []
        if above.pos == "noun" and above.lemma in suspects and above.head != draft.head:
            return ONLY_REMEMBERED
        tellers = [word for word in tellers if word not in suspects]  # survivors tell of today as well
        if above.lemma in (works if above.pos == "noun" else verbs) or any(word in works for word in tellers):
            return ONLY_REMEMBERED
        if above.lemma in words[ACTING] and not words[ACTORS].isdisjoint(tellers):
            return ONLY_REMEMBERED
    return None


def _told_first(token: Token) -> Token:
    """ "In the film, soldiers storm a villa and free a spy", "in his novel a priest betrays a man to policemen who jail him":
    the verb at which the work stands."""
    while token.dep_ == "conj" and token.pos_ == "VERB":
        token = token.head
    if token.dep_ != "relcl":
        return token
    return next((t for t in token.ancestors if t.pos_ == "VERB"), token)


def _above(head: int, statuses: Statuses) -> Iterator[int]:
    """What governs the event, step by step to the top of its sentence; "after the film" is no step."""
    token = statuses.graph.doc[head]
    while token.dep_ == "conj" and token.pos_ == "VERB":  # "about an officer who deserts and kills his guard"
        token = token.head
    doc = statuses.graph.doc
    front = (
        [head, token.head.i] if token.dep_ == "relcl" else [head]
    )  # "a novel about an officer who deserts"
    seen = set(front)
    yield head
    for _ in range(STEPS):
        above = [
            g.head
            for at in front
            for g in statuses.graph.governors.get(at, ())
            if g.head not in seen and _tells(g.head, g.name, doc[at], statuses)
        ]
        if not above:
            return
        seen.update(above)
        yield from above
        front = [
            *above,
            *(doc[h].head.i for h in above if doc[h].dep_ == "acl"),
        ]  # "stars as a man facing trial"


def _tells(above: int, name: str, below: Token, statuses: Statuses) -> bool:
    """Whether what stands below is told by what governs it; "the thriller pits a spy against a fleet that shells a port"."""
    if name in TOLD_IN or (name == AS and below.pos_ == "NOUN"):
        return True
    predicate, words = statuses.graph.predicates[above], statuses.graph.words
    tellers = {below.doc[h].lemma_.lower() for h in predicate.heads("subject")}
    if predicate.lemma in words[ACTING]:
        return not tellers.isdisjoint(words[ACTORS])
    return name in PITTED and not tellers.isdisjoint(words[FICTION])


def _long_past(draft: Draft, statuses: Statuses, attached: Attached, published: str | None) -> bool:
    told = statuses.graph.doc[statuses.graph.verb_of(draft.head)]
    if told.tag_ == NOW and told.dep_ == ROOT:  # "a court sentences him over a bombing in 1980"
        return False
    if _is_years_before(told):
        return True
    harm = type_of(draft, statuses) in HARM  # meetings and agreements count, however long ago
    years = A_WHILE if harm and not _is_main(draft, statuses) else LONG
    limit = int(published[:4]) - years if published is not None else HISTORY
    verb = statuses.graph.predicates[draft.head].pos == "verb"  # "in 1962 it began moving missiles there"
    over = [a.head for a in draft.applied if verb and not (a.operator.makes or a.operator.status)]
    dated = [
        item.time.latest
        for head in (*statuses.graph.with_carrier(draft.head), *over)
        for item in attached.get(head, ())
        if item.preposition not in ("since", "until")
    ]
    return any(latest is not None and latest[:4].isdigit() and int(latest[:4]) < limit for latest in dated)


def _is_years_before(told: Token) -> bool:
    """ "Three years after troops withdrew, fighting goes on": it says how long the rest has been going on."""
    if told.dep_ in ("pobj", "pcomp"):  # "six years after seizing power"
        return told.head.lower_ in BEHIND and _is_long(told.head)
    after = any(c.dep_ == "mark" and c.lower_ in BEHIND for c in told.lefts)
    return after and told.dep_ == "advcl" and _is_long(told)


def _is_long(token: Token) -> bool:
    return any(c.dep_ == "npadvmod" and c.lemma_.lower() in LONG_TIMES for c in token.lefts)


def _is_main(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is what its sentence tells, and not "a suspect in the 2019 raid"."""
    top = statuses.graph.doc[statuses.graph.verb_of(draft.head)]
    while top.dep_ == "conj":
        top = top.head
    return top.pos_ in ("VERB", "AUX") and top.dep_ in ("ROOT", "ccomp", "parataxis")


def _is_standing(draft: Draft, statuses: Statuses) -> bool:
    """ "Troops stationed in the harbour", "captives held by rebels": no more than who or where they are."""
    token, verbs = statuses.graph.doc[draft.head], statuses.graph.words["standing verbs"]
    if draft.kind == HELD_LAND and (
        (token.tag_ == "VBG" and token.dep_ == "acl") or (token.tag_ != PAST and token.dep_ == "relcl")
    ):
        return True  # "rebels holding the town freed them", "those who have held it since May"
    if draft.kind in FIGHTS and token.tag_ == "VBG" and token.dep_ == "acl":
        return True  # "the coalition fighting the rebels said": which one it is
    if token.tag_ != "VBN" or token.dep_ not in ("acl", "relcl"):
        return False
    kind = statuses.lexicon.kinds[draft.kind]
    based = kind.type == FORCES and any(c.dep_ == "auxpass" for c in token.lefts)
    if based and token.lemma_.lower() in verbs:
        return True  # "the pact under which troops are stationed there"
    had = token.dep_ == "relcl" and any(c.lower_ == HAD for c in token.lefts)  # "which rebels had held"
    had &= kind.type != PROTEST
    return (token.dep_ == "acl" or had) and token.lemma_.lower() in verbs


def _is_counted_up(draft: Draft, statuses: Statuses) -> bool:
    """ "Bringing the number of soldiers killed in clashes to 80": what was before, and is only added up."""
    tolls, bringing = statuses.graph.words["tolls"], statuses.graph.words["bringing verbs"]
    for above in statuses.graph.doc[draft.head].ancestors:
        verb = above.head
        counts = verb.tag_ == "VBG" and above.dep_ in ("dobj", "nsubj") and above.lemma_.lower() in tolls
        if counts and verb.lemma_.lower() in bringing:
            return True
    return False


def _is_from_before(draft: Draft, statuses: Statuses) -> bool:
    """ "Freed a writer who had criticised the king": it says who he is, and happened before what is told. "A premier who
    had planned to visit Sylvania" does not: that is told because he will not."""
    doc, graph = statuses.graph.doc, statuses.graph
    if draft.status == UNDONE and family_of(draft.kind, statuses.lexicon) == MEETING:
        return False
    over = (doc[h] for h in (draft.head, *(a.head for a in draft.applied)))  # "who had plotted a coup"
    token = next((t for t in over if t.dep_ == "relcl"), None)
    if token is None:
        return False
    verb = graph.predicates[token.i]
    past = verb.pos == "verb" and verb.perfect and any(c.lower_ == HAD for c in token.lefts)
    own = any(c.dep_ in SUBJECTS and c.tag_ in ("WP", "WDT") for c in token.lefts)
    who = token.head.i in statuses.mentions.actors
    event = token.head.lemma_.lower() in statuses.lexicon.event_nouns and not who
    gathered = type_of(draft, statuses) == PROTEST  # "fired at crowds that had gathered to march"
    return past and own and not event and not gathered


def _is_said_of_kind(draft: Draft, statuses: Statuses) -> bool:
    """ "A register of states that recruit children", "duties on countries that buy its oil": of nobody by name."""
    token = statuses.graph.doc[draft.head]
    while token.dep_ == "conj" and token.pos_ == "VERB":
        token = token.head
    if token.dep_ != "relcl" or token.tag_ != "VBP":
        return False
    noun = token.head
    bare = noun.tag_ == "NNS" and not any(c.dep_ in ("det", "poss", "nummod", "appos") for c in noun.children)
    plain = not any(c.dep_ == "aux" for c in token.lefts)
    known = noun.i in statuses.mentions.actors and statuses.mentions.actors[noun.i].actor.country
    return plain and bare and not known and noun.lemma_.lower() not in statuses.lexicon.event_nouns


def _is_what_holds(draft: Draft, statuses: Statuses) -> bool:
    """ "Freed as part of the truce", "under the accord", "in line with the pact": what there was before.

    An exchange of prisoners is nothing but that they come home.
    """
    doc, openings = statuses.graph.doc, statuses.graph.words["as part of"]
    token = doc[draft.head]
    if token.pos_ != "NOUN" or type_of(draft, statuses) not in SETTLED or draft.kind == EXCHANGE:
        return False
    if token.dep_ in ("dobj", "nsubjpass"):  # "of violating the truce", "if the truce is broken"
        return token.head.lemma_ in openings
    if token.dep_ != "pobj":
        return False
    preposition = token.head
    words = doc[max(preposition.i - 2, 0) : preposition.i + 1]
    return preposition.lower_ in openings or " ".join(w.lower_ for w in words) in openings
