"""Tokens in, those out who only stand by: "held talks with Oman mediating", "signed it, with Oman as guarantor"."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

WITH, AS, OBJECT = "with", "as", ("pobj", "pcomp")


def repair_standing_by(doc: Doc, roles: Collection[str], deeds: Collection[str]) -> Doc:
    """The same document: no party hangs on the "with". roles: mediators, hosts and witnesses; deeds: gerunds of what
    they do."""
    for mark in doc.having(lower_=(WITH,)):
        behind = next((c for c in mark.rights if c.dep_ in OBJECT), None)
        if mark.dep_ == "prep" and behind is not None and _stands_by(mark, behind, roles, deeds):
            mark.dep_ = "dep"
    return doc


def _stands_by(mark: Token, behind: Token, roles: Collection[str], deeds: Collection[str]) -> bool:
    above = (*mark.head.rights, *mark.rights, *behind.subtree)
    named = [c for w in above if w.lower_ == AS and w.i > mark.i for c in w.rights if c.dep_ == "pobj"]
    if any(n.lemma_.lower() in roles and n.head.i <= behind.right_edge.i + 1 for n in named):
        return True
    return any(t.lower_ in deeds for t in (behind, *(c for c in behind.rights if c.dep_ == "acl")))
