"""A parsed sentence in, its subject, the forms of its verb and the rest out, so that it can be said in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

TENSED, BEING, FEW = ("VBD", "VBN", "VBZ", "VBP"), ("was", "were", "is", "are"), ("no", "few", "little")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BESIDE = frozenset({"conj", "neg", "parataxis", "ccomp", "advcl", "dep"})
SAID = frozenset("say tell report announce add confirm state claim note be have".split())  # noqa: SIM905


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A sentence of one main verb, taken apart."""

    opening: str
    subject: str
    small: str  # the subject as it stands within a sentence
    past: str
    base: str
    third: str
    part: str
    ing: str
    rest: str
    plural: bool
    passive: bool
    is_state: bool

    def said(self, words: str) -> str:
        """The sentence in other words."""
        is_, was, has, does, it = (
            ("are", "were", "have", "do", "they") if self.plural else ("is", "was", "has", "does", "it")
        )
        forms = {"is": is_, "was": was, "has": has, "does": does, "it": it, "s": "" if self.plural else "s"}
        forms["not"] = self.past.replace(was, f"{was} not", 1) if self.passive else f"did not {self.base}"
        first = words.startswith("{subject}") and not self.opening
        subject = self.subject if first else self.small
        told = words.format(**forms, subject=subject, **self._verb(), rest=self.rest)
        end = "" if told.endswith("?") else "."
        return f"{self.opening}{told}{end}" if "{subject}" in words[:10] else f"{told}{end}"

    def _verb(self) -> Mapping[str, str]:
        present = self.base if self.plural and not self.passive else self.third
        return {
            "past": self.past, "base": self.base, "present": present, "part": self.part, "ing": self.ing,
        }  # fmt: skip


class Forms:
    """The forms of verbs, gathered from parsed texts."""

    def __init__(self, docs: Iterable[Doc]) -> None:
        self.seen: dict[tuple[str, str], Counter[str]] = {}
        self.small: set[str] = set()  # words that are no names
        for token in (t for doc in docs for t in doc):
            if token.tag_ in ("VB", "VBN", "VBG", "VBZ"):
                self.seen.setdefault((token.lemma_, token.tag_), Counter())[token.lower_] += 1
            self.small.add(token.text)

    def within(self, words: str) -> str:
        """Words as they stand within a sentence."""
        first, _, others = words.partition(" ")
        named = others[:1].isupper() and first not in ("The", "A", "An")
        return words[0].lower() + words[1:] if first.lower() in self.small and not named else words

    def of(self, verb: Token, tag: str) -> str | None:
        """The commonest such form, else the one that rule makes."""
        lemma = verb.lemma_.lower()
        seen = self.seen.get((lemma, tag))
        if seen:
            return seen.most_common(1)[0][0]
        if (lemma, "VB") not in self.seen or re.search(r"[^aeiou][aeiou][bgmnprt]$", lemma):
            return None  # no verb, or one whose last letter may be doubled
        if tag == "VBN":
            return verb.lower_ if verb.lower_.endswith("ed") else None
        if tag == "VBZ":
            return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
        return f"{lemma[:-1] if lemma.endswith('e') and not lemma.endswith('ee') else lemma}ing"


def taken_apart(doc: Doc, forms: Forms, names: frozenset[str]) -> Clause | None:
    """The clause that a sentence is, or None where it is more or other than one with a verb in the past."""
    found = _subject_and_verb(doc)
    if found is None or (found[1].lemma_.lower(), "VB") not in forms.seen:
        return None
    subject, root, auxiliary = found
    part, ing, third = (forms.of(root, tag) for tag in ("VBN", "VBG", "VBZ"))
    plural, passive = _is_plural(subject), auxiliary is not None
    past = root.text if passive or part is None else forms_past(root, part)
    if not (part and ing and third and past) or (root.tag_ == "VBZ" and plural):
        return None
    done, (was, is_) = root.text, ("were", "are") if plural else ("was", "is")
    begin, start = auxiliary or root, subject.left_edge.idx
    words = doc.text[start : begin.idx].strip()
    return Clause(
        opening=doc.text[:start],
        subject=words,
        small=forms.within(words),
        past=f"{was} {done}" if passive else past,
        base=f"be {done}" if passive else root.lemma_.lower(),
        third=f"{is_} {done}" if passive else third,
        part=f"been {done}" if passive else part,
        ing=f"being {done}" if passive else ing,
        rest=doc.text[root.idx + len(root.text) :].strip(" .\n"),
        plural=plural,
        passive=passive,
        is_state=subject.text in names,
    )


def _subject_and_verb(doc: Doc) -> tuple[Token, Token, Token | None] | None:
    """The subject, the main verb and, of a passive, its auxiliary; None where anything stands between or beside."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or root.tag_ not in TENSED or root.lemma_.lower() in SAID or not doc[-1].is_punct:
        return None
    kids = list(root.children)
    subject = next((t for t in kids if t.dep_ in SUBJECTS and t.i < root.i), None)
    auxiliaries = [t for t in kids if t.dep_ in ("aux", "auxpass")]
    beside = any(t.dep_ in BESIDE for t in kids) or any(t.lower_ in FEW for t in doc[: root.i + 4])
    if subject is None or subject.pos_ == "PRON" or beside or len(auxiliaries) > 1:
        return None
    one = auxiliaries[0] if auxiliaries else None
    fits = one is None or (one.dep_ == "auxpass" and one.lower_ in BEING and one.i + 1 == root.i)
    joined = subject.right_edge.i + 1 == (one or root).i
    return (subject, root, one) if fits and joined and (one is not None) == (root.tag_ == "VBN") else None


def forms_past(root: Token, part: str) -> str | None:
    """The past; that of a verb told in the present only where it is a regular one."""
    if root.tag_ == "VBD":
        return root.text
    return part if part.endswith("ed") else None


def _is_plural(subject: Token) -> bool:
    return subject.tag_ in ("NNS", "NNPS") or any(t.dep_ == "conj" for t in subject.children)
