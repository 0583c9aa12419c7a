"""A verb of the graph in, how it stands by its own tense, mood, modal and negation out (no operator yet)."""

from __future__ import annotations

from detente.coding.standing.shapes import is_enacted, put_off_or, stays_away
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token
from detente.records import Status

PRESENT_HELPERS = ("VBP", "VBZ")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
CLAUSES = frozenset({"ccomp", "conj", "parataxis", "dep", "advcl"})
COPULA, LONGEST = "be", 4  # words of a conjunction
# what opens a clause, and clauses that may follow a conjunction that the parser has put elsewhere
OPENING, FOLLOWING = frozenset({"mark", "advmod", "prep", "ccomp"}), ("advcl", "ccomp", "pcomp", "acl")

Own = tuple[Status, str]


def stands_alone(verb: Predicate) -> bool:
    """Whether the verb has a tense or modal of its own; infinitives and participles have not."""
    return verb.mood not in ("infinitive", "participle", "none") or verb.modal is not None or verb.progressive


def is_supposed(verb: Predicate, graph: Graph) -> bool:
    """ "if it goes ahead", "whether they will meet", "should talks fail", "will they meet?"."""
    token, words = graph.doc[verb.head], graph.words
    if verb.conditional:
        return True
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ in words["conditions"]:
            return True
    if _is_inverted(token, words["supposing auxiliaries"]) or follows(verb, "condition phrases", graph):
        return True
    if token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ == "VBG"):  # "any plane that enters"
        return any(c.dep_ == "det" and c.lower_ in words["words of whichever"] for c in token.head.lefts)
    return token.dep_ == "ROOT" and "?" in [c.text for c in token.children]


def is_asserted(verb: Predicate, graph: Graph) -> bool:
    """ "insists that it is fair", "that it does not break the accord": a plain present, which asks for nothing; "that
    they leave" may be either."""
    if verb.mood != "indicative" or verb.modal is not None or verb.tense != "present":
        return False
    token = graph.doc[verb.head]
    helpers = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in graph.words["be"] for c in helpers):
        return False  # "insist that he be set free"
    return token.tag_ == "VBZ" or any(c.tag_ in PRESENT_HELPERS for c in helpers)


def is_left_open(verb: Predicate, graph: Graph) -> bool:
    """ "whether to go": what is still to be decided."""
    return any(c.lower_ in graph.words["open conjunctions"] for c in graph.doc[verb.head].children)


def follows(verb: Predicate, phrases: str, graph: Graph) -> bool:
    """Whether one of these conjunctions, which may be several words, stands right before the clause of the verb."""
    token = graph.doc[verb.head]
    before = [c for c in token.children if c.i < token.i]
    if token.dep_ not in FOLLOWING and OPENING.isdisjoint([c.dep_ for c in before]):
        return False
    subject = next((c.left_edge.i for c in before if c.dep_ in SUBJECTS), token.i)
    start = max(token.sent.start, subject - LONGEST)
    words, known = [t.lower_ for t in graph.doc[start:subject]], graph.words[phrases]
    for n in range(len(words)):  # noqa: SIM110 - asked of each verb several times
        if " ".join(words[n:]) in known:
            return True
    return False


def is_passed_over(verb: Predicate, graph: Graph) -> bool:
    """ "instead of raising prices", wherever the parser hangs it; "without any deal being reached"."""
    token = graph.doc[verb.head]
    bare = token.tag_ in ("VBG", "VB", "VBN") and not any(c.dep_ in SUBJECTS for c in token.children)
    gerund = token.tag_ == "VBG" or any(c.tag_ == "VBG" and c.dep_ == "auxpass" for c in token.children)
    noun = token.head
    if token.dep_ == "acl" and gerund and noun.dep_ == "pobj":
        return noun.head.lower_ in graph.words["phrases that pass over"]
    return (bare or gerund) and follows(verb, "phrases that pass over", graph)


def is_noun_passed_over(noun: Predicate, graph: Graph) -> bool:
    """ "Instead of a merger", "rather than an appeal"; "there was never any accord"."""
    over = graph.over(noun.head, "attr")
    if any(verb.negated and verb.modal is None and verb.has("subject") for verb in over):
        return any(c.lower_ in graph.words["unspecific determiners"] for c in graph.doc[noun.head].lefts)
    first = graph.doc[noun.head].left_edge.i
    before = graph.doc[max(graph.doc[noun.head].sent.start, first - 2) : first]
    return " ".join(t.lower_ for t in before) in graph.words["phrases that pass over a noun"]


def is_outcome(verb: Predicate, outer: Predicate, graph: Graph) -> bool:
    """ "rose to close at 90", "returned to find it gone": no purpose, but how it went on."""
    token = graph.doc[verb.head]
    if outer.lemma in graph.words["winning verbs"] and not outer.passive and token.i > outer.head:
        return True
    if verb.lemma in graph.words["done by another deed"] and verb.head in outer.heads("purpose"):
        return True
    moves = outer.lemma.split()[0] in graph.words["verbs with outcomes"] and token.i > outer.head
    return moves and verb.lemma.split()[0] in graph.words["outcome verbs"]


def _is_inverted(token: Token, auxiliaries: frozenset[str]) -> bool:
    auxiliary = None
    for child in token.children:
        if child.dep_ in ("aux", "auxpass"):
            auxiliary = child
            break
    if token.lower_ in auxiliaries and token.dep_ in ("advcl", "ccomp"):  # "Were the court to agree"
        if token.i != token.left_edge.i or token.head.i < token.i:
            return False
        return all(c.i > token.i for c in token.children if c.dep_ in SUBJECTS)
    if auxiliary is None or auxiliary.lower_ not in auxiliaries:
        return False
    opens = auxiliary.i == token.sent.start and any(
        c.dep_ in CLAUSES and c.i > token.i for c in token.children
    )
    within = token.dep_ in ("advcl", "ccomp") and auxiliary.i == token.left_edge.i
    return within or opens  # "Should it find proof, fines could follow": taken for the main verb


def is_present_perfect(verb: Predicate, graph: Graph) -> bool:
    """ "has been found"."""
    auxiliaries = [c for c in graph.doc[verb.head].children if c.dep_ in ("aux", "auxpass")]
    return verb.perfect and any(c.tag_ in ("VBZ", "VBP") for c in auxiliaries)


def supposed_status(verb: Predicate, graph: Graph) -> Own:
    """The status of what is supposed; "had it not closed its border" says that it did."""
    unreal: Own = ("occurred", "PR") if verb.negated else ("denied", "PR")
    return unreal if _is_unreal(verb, graph) else ("hypothetical", "PS")


def finite_status(verb: Predicate, graph: Graph, coming: frozenset[int]) -> Own:
    """The status of a verb that has a tense or modal, and is not supposed."""
    if verb.modal in graph.words["possible modals"]:
        return _possible(verb, graph, coming=verb.head in coming)
    if verb.modal in graph.words["supposing modals"]:
        return _would(verb, graph)
    if verb.modal in graph.words["obliging modals"]:
        reproach = verb.perfect and verb.modal not in graph.words["deducing modals"]
        return ("denied", "PR") if reproach else ("hypothetical", "Uu")
    return _tensed(verb, graph, coming=verb.head in coming)


def _possible(verb: Predicate, graph: Graph, *, coming: bool) -> Own:
    """ "cannot go" will not go; "may go next week" is as good as planned; "may go" and "could have gone" are open.

    "Sank before help could arrive": it did not; "so that it can be seen" is what is meant to come."""
    if follows(verb, "conjunctions of aim", graph):
        return ("denied", "PR") if verb.negated else ("hypothetical", "Uu")
    if verb.modal in graph.words["modals of what was not reached"] and follows(verb, "before", graph):
        return "denied", "PR"
    if verb.negated and verb.modal in graph.words["able modals"] and not _is_in_a_condition(verb, graph):
        return put_off_or("denied", verb, graph), "PR"
    if coming and not (verb.perfect or verb.negated):
        return "planned", "PS"
    reached = verb.modal not in graph.words["modals of what was not reached"]
    awaited = (
        reached
        and verb.modal in graph.words["able modals"]
        and follows(verb, "turning points in time", graph)
    )
    return "hypothetical", "Uu" if awaited else "PS"  # "before it can be built, they must vote"


def _is_in_a_condition(verb: Predicate, graph: Graph) -> bool:
    """ "if there came a day when I could no longer go"."""
    around = (graph.predicates.get(a.i) for a in graph.doc[verb.head].ancestors)
    return any(outer is not None and outer.conditional for outer in around)


def _is_unreal(verb: Predicate, graph: Graph) -> bool:
    """ "had the guard called", "if he had turned, he would have landed"."""
    token, unreal = graph.doc[verb.head], graph.words["unreal auxiliaries"]
    first = graph.predicates.get(token.head.i)
    if token.dep_ == "conj" and first is not None and not any(c.dep_ == "aux" for c in token.children):
        return _is_unreal(first, graph)
    if token.lower_ in unreal and _is_inverted(
        token, unreal
    ):  # "had the valve been checked" as the parser has it
        return _is_answered_unreal(token, graph)
    if not verb.perfect or not any(c.dep_ == "aux" and c.lower_ in unreal for c in token.children):
        return False
    if _is_inverted(token, unreal):
        return True
    return _is_answered_unreal(token, graph)


def _is_answered_unreal(token: Token, graph: Graph) -> bool:
    outer = graph.predicates.get(token.head.i)
    return outer is not None and outer.perfect and outer.modal in graph.words["supposing modals"]


def _would(verb: Predicate, graph: Graph) -> Own:
    """A future told in a past report ("said he would go") is planned; elsewhere "would" supposes."""
    if verb.perfect:
        return ("occurred", "PR") if verb.negated else ("denied", "PR")
    supposed = any(verb.has(word) for word in graph.words["iffy conjunctions"])
    if verb.negated and not supposed and verb.lemma in graph.words["withheld words"]:
        return "declined", "PR"
    if not (supposed or verb.negated) and verb.lemma in graph.words["polite wishes"] and verb.has("clause"):
        return "occurred", "CT"
    if not supposed and (_is_laid_down(verb, graph) or is_enacted(graph, verb)):
        return ("declined" if verb.negated else "planned"), "PR"
    if supposed or _is_measure(verb, graph) or _is_judged(verb, graph) or not _is_reported(verb, graph):
        return "hypothetical", "PS"
    return (put_off_or("declined", verb, graph) if verb.negated else "planned"), "PR"


def _is_laid_down(verb: Predicate, graph: Graph) -> bool:
    """ "Under the scheme, shares would be offered"."""
    return any(graph.doc[h].lemma_.lower() in graph.words["schemes"] for h in verb.heads("under"))


def _is_measure(verb: Predicate, graph: Graph) -> bool:
    """ "the tax would hurt exporters, he said": it would if it came, whoever says so; "said it would start" tells."""
    beside = (c.lower_ for c in graph.doc[verb.head].children if c.dep_ in ("prt", "advmod", "dobj"))
    if not graph.words["verbs of setting in"].isdisjoint(
        (verb.lemma, *(f"{verb.lemma} {b}" for b in beside))
    ):
        return False
    subjects = [graph.doc[h].lemma_.lower() for h in verb.heads("subject")]
    return bool(subjects) and all(lemma in graph.words["measures"] for lemma in subjects)


def _is_judged(verb: Predicate, graph: Graph) -> bool:
    """ "Its entry would be a gain, he said", "would only help them": that it will come is not told."""
    if any(c.lower_ in graph.words["words of mere effect"] for c in graph.doc[verb.head].lefts):
        return True
    articles, said = graph.words["indefinite articles"], verb.heads("attr") if verb.lemma == COPULA else ()
    return any(c.lower_ in articles for h in said for c in graph.doc[h].lefts)


def _is_reported(verb: Predicate, graph: Graph) -> bool:
    if follows(verb, "conjunctions of aim", graph):
        return True
    token = graph.doc[verb.head]
    first = graph.predicates.get(token.head.i)
    if token.dep_ == "conj" and first is not None and first.modal == verb.modal:
        return _is_reported(first, graph)  # "would stay and would be paid"
    governors = [g for g in graph.governors.get(verb.head, ()) if g.name == "clause"]
    outer = [graph.predicates[g.head] for g in governors if g.head in graph.predicates]
    return any(
        o.tense == "past"
        or o.pos == "noun"
        or o.mood == "participle"
        or o.lemma in graph.words["announcing verbs"] | graph.words["verbs of making sure"]
        for o in outer
    )  # "announces that it would host talks": told in the present, and meant to come


def _tensed(verb: Predicate, graph: Graph, *, coming: bool) -> Own:
    if verb.tense == "future":
        if any(verb.has(word) for word in graph.words["supposing conjunctions"]):
            return "hypothetical", "PS"
        return (put_off_or("declined", verb, graph) if verb.negated else "planned"), "PR"
    if verb.negated:
        return ("declined", "PR") if stays_away(verb, graph) else ("denied", "CT")
    soon = coming and (verb.tense == "present" or (verb.progressive and not verb.perfect))
    soon |= (coming and _announces_start(verb, graph)) or _is_on_day_to_come(verb, graph)
    if soon or _is_due(verb, graph):  # "meets on Friday", "said it was sending grain next week"
        return "planned", "PR"
    if verb.progressive and (verb.tense == "present" or _is_since_then(verb, graph)):
        return "under_way", "CT"
    return "occurred", "CT"


def _is_since_then(verb: Predicate, graph: Graph) -> bool:
    """ "Have been shelling the port": begun before, and not said to be over."""
    helpers = (c for c in graph.doc[verb.head].lefts if c.dep_ == "aux")
    return verb.perfect and any(c.tag_ in PRESENT_HELPERS for c in helpers)


def _is_on_day_to_come(verb: Predicate, graph: Graph) -> bool:
    """ "Until June, when its lease expires": of a day that has been, a past would tell."""
    token = graph.doc[verb.head]
    if token.dep_ != "relcl" or token.head.lower_ not in graph.words["names of days"]:
        return False
    when = any(c.tag_ == "WRB" for c in token.children)
    return when and verb.tense == "present" and not (verb.perfect or verb.progressive)


def _announces_start(verb: Predicate, graph: Graph) -> bool:
    """ "Announced duties, effective 1 May"."""
    words, below = graph.words, graph.doc[verb.head].rights
    return verb.lemma in words["announcing verbs"] and any(
        c.lemma_.lower() in words["words of taking effect"] for c in below
    )


def _is_due(verb: Predicate, graph: Graph) -> bool:
    """ "The envoy is due in Strelsau", "is expected in Strelsau", "Ruritania expects him": as good as planned."""
    token, words = graph.doc[verb.head], graph.words["coming adjectives"]
    named = [c for c in token.children if c.dep_ == "acomp" and c.lower_ in words]
    described = any(all(g.lower_ != "to" for g in c.children) for c in named)  # but "is due to the storm"
    awaited = token.lower_ in words and any(c.dep_ == "auxpass" for c in token.children)
    awaited = awaited and bool(verb.heads("object")) and bool(verb.heads("in") or verb.heads("at"))
    return described or awaited or (verb.lemma in words and verb.tense == "present" and not verb.passive)
