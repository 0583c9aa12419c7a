"""Sentences in, those that are one plain clause out, taken apart so that they can be said in other words.

A clause opens with its subject; right behind it stands a verb in the past or in the present of headlines, active or
passive, and nothing is joined to that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from changes.inflected import Verb, inflected
from spacy.tokens import Doc, Token

from detente.reading.syntax import load_model

SUBJECTS, BEING = frozenset({"nsubj", "nsubjpass"}), frozenset({"was", "were", "is", "are"})
JOINED = frozenset({"conj", "neg", "parataxis", "ccomp", "advcl", "dep", "cc", "attr", "acomp"})
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "xcomp", "acl", "conj", "cc", "appos", "punct", "pcomp"})
SPEECH = frozenset("say tell report announce add confirm state claim note be have".split())  # noqa: SIM905
SMALL = frozenset(
    {"DT", "CD", "NN", "NNS", "IN", "PRP$", "VBG"}
)  # tags of what is no name, though it opens the sentence
ONE = re.compile(r"(?:States|Netherlands|Philippines|Emirates|Nations)$")
BODIES = frozenset(
    "government parliament army navy ministry union council senate court state administration delegation party group force "  # noqa: SIM905
    "commission agency kremlin nato eu un house congress police guard team company bank movement squad regime junta hamas "
    "hezbollah shabaab taliban m23 mercosur programme country assembly authority regulator bloc alliance".split()
)  # fmt: skip # whoever is "it" later on


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A sentence of one main verb. Its parts are written as they stand within a sentence."""

    subject: str
    head: str  # the last word of the subject's own, as the dictionary has it
    said: str  # the verb as the sentence has it, with what helps it
    tag: str
    verb: Verb
    particle: str
    rest: str  # all behind the verb
    doer: str
    object: str  # of a passive, its subject
    behind: str  # what follows doer, verb and object
    plural: bool
    passive: bool
    simple: bool  # neither doer nor object is long or holds a clause
    heads: tuple[
        int, ...
    ]  # where verb, particle and object stand: who reads these reads what the sentence tells

    @property
    def in_past(self) -> bool:
        """Whether it is told in the past, and so may be dated."""
        return self.said.startswith(("was ", "were ")) if self.passive else self.tag == "VBD"

    def tells(self, trigger: tuple[int, int]) -> bool:
        """Whether the words between two places are those of the main verb."""
        return any(trigger[0] <= place < trigger[1] for place in self.heads)

    def words(self) -> dict[str, str]:
        """All that a template may ask for."""
        many = self.plural
        is_, was, has, does = ("are", "were", "have", "do") if many else ("is", "was", "has", "does")
        it, its = ("they", "their") if many else ("it", "its") if self.head in BODIES else ("he", "his")
        verb, done = self.verb, self.verb.part
        forms = {
            "past": f"{was} {done}", "base": f"be {done}", "present": f"{is_} {done}", "part": f"been {done}",
            "ing": f"being {done}", "not": f"{was} not {done}",
        } if self.passive else {
            "past": verb.past, "base": verb.base, "present": verb.base if many else verb.third, "part": verb.part,
            "ing": verb.ing, "not": f"did not {verb.base}",
        }  # fmt: skip
        return {
            "x": self.subject, "rest": self.rest, "is": is_, "was": was, "has": has, "does": does, "it": it, "its": its,
            "s": "" if many else "s", "y": self.object, "by": self.doer, "behind": self.behind, "said": self.said,
            "done": done, **forms,
        }  # fmt: skip


def clauses_of(texts: Sequence[str], states: frozenset[str]) -> Mapping[str, Clause]:
    """By text, what can be taken apart; `states` are names and capitals, each of which is an "it"."""
    docs = list(load_model().pipe(texts))
    small = frozenset(token.text for doc in docs for token in doc)
    found = ((doc.text, _clause(doc, small, states)) for doc in docs)
    return {text: clause for text, clause in found if clause is not None}


def _clause(doc: Doc, small: frozenset[str], states: frozenset[str]) -> Clause | None:
    found = _subject_and_verb(doc)
    if found is None:
        return None
    subject, root, helping = found
    passive = helping is not None
    particle = next((c for c in root.children if c.dep_ == "prt"), None)
    own = _words(subject, small)
    aim = subject if passive else _object(root, particle or root)
    doer = (
        next((g for c in root.children if c.dep_ == "agent" for g in c.children), None)
        if passive
        else subject
    )
    rest = doc.text[root.idx + len(root.text) :].rstrip(" .\n").lstrip()
    last = max(_end(part) for part in (root, particle, aim, doer) if part is not None)
    plural = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    return Clause(
        subject=own,
        head="country" if own.removeprefix("the ") in states else subject.lemma_.lower(),
        said=doc.text[(helping or root).idx : root.idx + len(root.text)],
        tag=root.tag_,
        verb=inflected(root.lemma_.lower(), root.lower_),
        particle=particle.lower_ if particle else "",
        rest=rest,
        doer="" if doer is None else _words(doer, small),
        object="" if aim is None else _words(aim, small),
        behind=doc.text[last:].rstrip(" .\n"),
        plural=plural and not ONE.search(subject.text),
        passive=passive,
        simple=all(_is_short(part) for part in (doer, aim) if part is not None),
        heads=tuple(part.idx for part in (root, particle, None if passive else aim) if part is not None),
    )  # fmt: skip


def _subject_and_verb(doc: Doc) -> tuple[Token, Token, Token | None] | None:
    """The subject, the verb and, of a passive, what helps it; None where the sentence is more or other than that."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or root.lemma_.lower() in SPEECH or not re.fullmatch(r"[^“”\":;—–]+\.", doc.text):
        return None
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    helping = [c for c in root.children if c.dep_ in ("aux", "auxpass")]
    one = helping[0] if helping else None
    if (
        subject is None
        or subject.pos_ not in ("NOUN", "PROPN")
        or subject.left_edge.i > 0
        or len(helping) > 1
    ):
        return None
    if any(c.dep_ in JOINED for c in root.children) or any(
        t.lower_ in ("no", "few", "little") for t in doc[: root.i + 4]
    ):
        return None
    passive = one is not None and one.dep_ == "auxpass" and one.lower_ in BEING and one.i + 1 == root.i
    fits = root.tag_ == "VBN" if passive else one is None and root.tag_ in ("VBD", "VBZ", "VBP")
    joined = subject.right_edge.i + 1 == (one or root).i
    return (subject, root, one) if fits and joined else None  # fmt: skip


def _object(root: Token, before: Token) -> Token | None:
    """The object right behind the verb."""
    found = [c for c in root.children if c.dep_ == "dobj"]
    return found[0] if len(found) == 1 and found[0].left_edge.i == before.i + 1 else None


def _end(part: Token) -> int:
    last = part if part.dep_ in ("ROOT", "prt") else part.right_edge
    return last.idx + len(last.text)


def _words(head: Token, small: frozenset[str]) -> str:
    """With all that belongs to it, as it stands within a sentence."""
    first = head.left_edge
    text = head.doc[first.i : head.right_edge.i + 1].text
    is_small = first.tag_ in SMALL or (first.tag_ == "JJ" and first.lower_ in small)
    return text[0].lower() + text[1:] if first.i == 0 and is_small else text


def _is_short(head: Token) -> bool:
    words = list(head.subtree)
    if head.pos_ == "PRON" or len(words) > 9:
        return False
    return not any(w.dep_ in CLAUSES and w.text != "-" for w in words if w.i != head.i)
