"""A verb in, what somebody has done made his own deed out: "the court had the site blocked", "has the mayor arrested".

Where it is done to what is his own ("had their envoys expelled"), he does not do it.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Token

HAVING, CLAUSE, SUBJECT, OWN = "have", "ccomp", "nsubj", "PRP$"
THE = "the"
ENDS = ("agent", "oprd", "dobj", "xcomp", "attr")  # "the son called Rudolf"
KEPT = ("aux", "auxpass", "mark", "neg")


def mend_causative(done: Token, ordering: Collection[str] = ()) -> None:
    """`done`: a participle or past form, which the parser hangs on "have" or takes for its perfect.

    ordering: verbs that are built so, too ("orders a party dissolved").
    """
    having = _having(done, ordering)
    if having is None:
        _raise_participle(done)
        return
    thing = next((c for c in done.lefts if c.dep_ == SUBJECT and c.i > having.i), None)
    if thing is None or any(c.dep_ in KEPT and c is not having for c in done.lefts):
        return
    done.tag_, done.pos_ = "VBN", "VERB"
    if having.lemma_ in ordering:
        thing.dep_ = "nsubjpass"
        return
    own = any(c.tag_ == OWN for c in thing.lefts)
    thing.dep_ = "nsubjpass" if own else "dobj"
    if having.head is done:
        return
    above, dep = having.head, having.dep_
    for child in [c for c in having.children if c is not done]:
        child.hang(done, "dep" if own and child.dep_ == SUBJECT else child.dep_)
    done.hang(*((done, "ROOT") if above is having else (above, dep)))
    _stand_for(having, done)


def _stand_for(having: Token, done: Token) -> None:
    """ "Demanded that it have the statue removed": that it remove it, and not that it has done so."""
    having.hang(done, "dep" if having.lower_ == HAVING else "aux")
    if having.lower_ == HAVING:
        done.tag_ = having.tag_


def _having(done: Token, ordering: Collection[str]) -> Token | None:
    above = done.head
    if done.dep_ == CLAUSE and above.i < done.i and (above.lemma_ == HAVING or above.lemma_ in ordering):
        return above
    first = next((c for c in done.lefts if c.dep_ == "aux"), None)
    if first is None or first.lemma_ != HAVING:
        return None
    return (
        first if any(c.dep_ == SUBJECT and c.i < first.i for c in done.lefts) else None
    )  # not "had they known"


def _raise_participle(done: Token) -> None:
    """ "Has the ambassador, a friend of the king, called in": who has it done does it."""
    thing = done.head
    having = thing.head
    if done.dep_ != "acl" or done.tag_ != "VBN" or thing.dep_ != "dobj" or having.lemma_ != HAVING:
        return
    known = any(c.lower_ == THE or c.dep_ == "poss" for c in thing.lefts)
    own = any(c.tag_ == OWN for c in thing.lefts)
    if not known or own or done.i < thing.i or any(c.dep_ in ENDS for c in done.rights):
        return
    above, dep = having.head, having.dep_
    for child in [c for c in having.children if c is not thing]:
        child.hang(done, child.dep_)
    thing.hang(done, "dobj")
    done.hang(*((done, "ROOT") if above is having else (above, dep)))
    _stand_for(having, done)
