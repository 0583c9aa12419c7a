"""A noun of a text in, the ways in which a table may have it out: with the words before it, "state of emergency"."""

from __future__ import annotations

from collections.abc import Iterable

from detente.reading.tokens import Doc, Token

# "state of emergency", "victory for peace", "crime against humanity", "end to hostilities", "debris from a drone"
PARTICLES = ("prt", "advmod")
JOINING = frozenset({"of", "for", "on", "in", "to", "against", "at", "with", "from", "by"})
OPPOSING = frozenset(
    {"between", "among", "with", "against", "by"}
)  # "fighting between", whoever it is that fights
DESCRIBING = ("compound", "amod")
OBJECTS = ("pobj", "pcomp")  # "charges of theft", "charges of insulting the king"
INFINITIVE, CLAUSES, OBJECT = "VB", ("acl", "xcomp"), "dobj"
LONGEST_NOUN = 4
QUOTES = frozenset({'"', "“", "”", "``", "''"})
NOUN_FORMS = "noun forms"  # kept with the doc: many rules ask for those of the same noun


def noun_forms(doc: Doc, head: int) -> frozenset[str]:
    """The noun with up to three words before it, and as written; "state of emergency" as well."""
    known: dict[int, frozenset[str]] = doc.user_data[NOUN_FORMS]
    found = known.get(head)
    if found is None:
        found = known[head] = _noun_forms(doc, head)
    return found


def _noun_forms(doc: Doc, head: int) -> frozenset[str]:
    noun = doc[head]
    lower, lemma = noun.lower_, noun.lemma_.lower()
    forms = [lemma, lower]
    prefix = ""
    # six words, since a hyphen is a word by itself
    for token in doc[max(head - 1 - LONGEST_NOUN, 0) : head][::-1]:
        if token.text in QUOTES:  # "foreign agents" law: the same as without them
            continue
        prefix = f"{token.lower_} {prefix}"
        joined = prefix.replace(" - ", "-") if "-" in prefix else prefix
        forms += (joined + lemma, joined + lower) if lower != lemma else (joined + lemma,)
    if noun.dep_ in PARTICLES and noun.head.i < head:  # "sold out" as "sell out"
        forms.append(f"{noun.head.lemma_.lower()} {lower}")
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ == "NOUN":  # "strikes and protests": in either order
            forms.append(f"{child.lemma_.lower()} and {lemma}")
        if child.lower_ in JOINING:
            ends = (end for g in child.children if g.dep_ in OBJECTS for end in _ends(g))
            forms += [f"{lemma} {child.lower_} {end}" for end in ends]
        elif child.dep_ == OBJECT and noun.pos_ == "VERB":  # "buy votes", "cast doubt"
            forms += [f"{lemma} {child.lemma_.lower()}", f"{lemma} {child.lower_}"]
        elif child.tag_ == INFINITIVE and child.dep_ in CLAUSES and child.i > head:
            # "a plan to build a dam", "failed to honour it"
            forms.append(f"{lemma} to {child.lemma_.lower()}")
        if child.lower_ in OPPOSING:
            forms.append(f"{lemma} {child.lower_} somebody")
    if noun.dep_ == "conj":
        forms.append(f"{noun.head.lemma_.lower()} and {lemma}")
    after = head + 1
    if after < len(doc) and doc[after].pos_ == "ADV" and noun.pos_ == "NOUN":  # "a step forward"
        forms.append(f"{lemma} {doc[after].lower_}")
    return frozenset(forms)


def _ends(noun: Token) -> Iterable[str]:
    """What stands behind "of": "a motion of no confidence" is none of confidence, whether or not a hyphen joins the two."""
    ends = {noun.lemma_.lower(), noun.lower_}
    if any(child.lower_ == "no" for child in noun.lefts):
        return [f"no{joint}{end}" for end in ends for joint in (" ", "-")]
    described = noun.i > 0 and noun.nbor(-1).dep_ in DESCRIBING  # "processing of asylum claims"
    return ends | {f"{noun.nbor(-1).lower_} {end}" for end in ends} if described else ends
