"""The verb of a sentence that is read rightly said as a noun in, what of its event the coder still finds out.

    changes_nominal.py [FILE...] [--show N] [--limit N] [--only NAME]

"Ruritania expelled two Sylvanian diplomats" is said as "Ruritania's expulsion of two Sylvanian diplomats came as a
surprise", "the expulsion of ... by Ruritania", "Graustark condemned ...". Type and sides must stay; where another
deed is told besides ("condemned"), that must be found too; where something is said of the noun ("called off"), the
status follows from it. The nouns are in nouns_of_verbs.csv. Without files all our items and the examples of the rules
are read, but only such as name who acts, the verb and an object.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import msgspec
from changed import Told, events_of
from items import FOLDER, INVENTED, read_cases
from rich.console import Console
from rich.table import Table
from spacy.language import Language
from spacy.tokens import Token

from detente.knowledge.actor_rows import State
from detente.pipeline import Coder
from detente.reading.syntax import load_model
from detente.records import Document, Event, Report

NOUNS = Path(__file__).with_name("nouns_of_verbs.csv")
DAY = "2025-03-10"
HARSH = ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "ACCUSE", "THREATEN", "REJECT")
FORCE = ("ASSAULT", "COERCE", "MOBILIZE")
MILD = ("RETREAT", "AID", "COOPERATE", "SUPPORT", "CONCEDE", "AGREE")
MEASURES = ("SANCTION", "COERCE", "RETREAT", "AID", "MOBILIZE", "COOPERATE", "CONCEDE")
ANY: tuple[str, ...] = ()
OTHERS = {"Norway": "NOR", "Uruguay": "URY", "Oman": "OMN"}  # who else is told of
CLAUSES = ("relcl", "advcl", "ccomp", "xcomp", "acl", "conj", "cc", "appos", "punct", "pcomp")
SMALL = (
    "DT",
    "CD",
    "NN",
    "NNS",
    "IN",
    "PRP$",
    "VBG",
)  # tags of what is no name, though it opens the sentence
HELPING = ("has", "have", "had", "was", "were", "been")
ITS = re.compile(r"\b(its|their|his|her|it|them)\b")


@dataclass(frozen=True, kw_only=True)
class NounOf:
    """A row of nouns_of_verbs.csv: the noun, the preposition of its object, the verbs that may carry it, and of which
    types the verb must be read for it to mean the same (several are then as good as each other)."""

    noun: str
    object: str
    carried: tuple[str, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What a plain sentence is made of; words of the subject as they stand within a sentence."""

    verb: str
    subject: str
    object: str
    noun: NounOf
    demonym: str | None
    told: Told = ()

    @property
    def plain(self) -> str:
        """The sentence with only these parts."""
        return f"{_opened(self.subject)} {self.verb} {self.object}."


@dataclass(frozen=True, kw_only=True)
class Way:
    """How it is said, of which types; what else is told then (by another state of who acts); the status."""

    words: str
    types: tuple[str, ...] = ANY
    more: str | None = None
    status: str | None = None


WAYS = {
    "possessive": Way(words="{Ss} {N} {P} {O} came after weeks of tension."),
    "by at the end": Way(words="The {N} {P} {O} by {S} came as a surprise."),
    "demonym": Way(words="The {dem} {N} {P} {O} came as a surprise."),
    "demonym's beginning": Way(words="Residents fled when {a_dem} {N} {P} {O} began.", types=("ASSAULT",)),
    "carried": Way(words="{S} {carried} {a_N} {P} {O}."),
    "by before": Way(words="{a_N} by {S} {P} {O} drew wide attention.", types=("ASSAULT", "ACCUSE")),
    "took place": Way(words="The {N} {P} {O} by {S} took place at dawn.", types=FORCE),
    "days after": Way(words="Days after {Ss} {N} {P} {O}, prices rose sharply."),
    "following": Way(words="Shares fell following the {N} {P} {O} by {S}."),
    "no comment": Way(words="There was no immediate comment on {Ss} {N} {P} {O}."),
    "called it": Way(words="Analysts called {Ss} {N} {P} {O} a turning point."),
    "in response": Way(
        words="{Z} recalled its ambassador in response to {Ss} {N} {P} {O}.", types=HARSH, more="SANCTION"
    ),
    "over": Way(words="{Z} summoned the {dem} ambassador over the {N} {P} {O}.", types=HARSH, more="ACCUSE"),
    "condemned": Way(words="{Z} condemned {Ss} {N} {P} {O}.", types=HARSH, more="ACCUSE"),
    "condemned, by": Way(words="{Z} condemned the {N} {P} {O} by {S}.", types=HARSH, more="ACCUSE"),
    "drew": Way(words="{Ss} {N} {P} {O} drew condemnation from {Z}.", types=HARSH, more="ACCUSE"),
    "prompted": Way(words="{Ss} {N} {P} {O} prompted a rebuke from {Z}.", types=HARSH, more="ACCUSE"),
    "blamed for": Way(words="{Z} blamed {S} for the {N} {P} {O}.", types=FORCE, more="ACCUSE"),
    "protested": Way(words="{Z} protested over {Ss} {N} {P} {O}.", types=HARSH, more="ACCUSE"),
    "welcomed": Way(words="{Z} welcomed {Ss} {N} {P} {O}.", types=MILD, more="SUPPORT"),
    "announced": Way(words="{S} announced the {N} {P} {O}.", types=MEASURES),
    "was announced": Way(words="The {N} {P} {O} by {S} was announced on Monday.", types=MEASURES),
    "confirmed": Way(words="{S} confirmed the {N} {P} {O}.", types=MEASURES),
    "ordered": Way(words="{S} ordered the {N} {P} {O}.", types=MEASURES),
    "went ahead": Way(words="{S} went ahead with the {N} {P} {O}.", types=MEASURES),
    "defended": Way(words="{S} defended the {N} {P} {O}.", types=("SANCTION", "COERCE")),
    "planned": Way(words="{S} was planning the {N} {P} {O}.", types=MEASURES, status="planned"),
    "called off": Way(
        words="{S} called off a planned {N} {P} {O}.", types=("MOBILIZE", "COERCE"), status="cancelled"
    ),
    "reported": Way(words="State media reported the {N} {P} {O} by {S}."),
    "headline": Way(words="{Ss} {N} {P} {O}: what we know so far"),
    "drew from": Way(words="{O} drew {N} from {S}.", types=("ACCUSE", "SUPPORT")),
    "faced": Way(words="{O} faced {a_N} by {S}.", types=("ASSAULT", "SANCTION")),
    "despite": Way(words="Life went on in the city despite the {dem} {N} {P} {O}."),
}


def nouns() -> dict[str, NounOf]:
    """By verb."""
    with NOUNS.open(encoding="utf-8") as file:
        return {
            row["verb"]: NounOf(
                noun=row["noun"],
                object=row["object"],
                carried=tuple(filter(None, row["carried"].split(";"))),
                types=tuple(filter(None, row["types"].split(";"))),
            )
            for row in csv.DictReader(file)
        }


def taken_apart(
    text: str, nlp: Language, known: Mapping[str, NounOf], states: Mapping[str, State]
) -> Parts | None:
    """A sentence that opens with its subject, told plainly of its object; nothing if it is of another shape."""
    doc = nlp(text)
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or root.tag_ not in ("VBD", "VBN") or not _is_plain(root):
        return None
    particle = next((c for c in root.children if c.dep_ == "prt"), None)
    noun = known.get(f"{root.lemma_} {particle.lower_}" if particle else root.lemma_)
    passive = next((c for c in root.children if c.dep_ == "nsubjpass"), None)
    agent = next(
        (g for c in root.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None
    )
    subject = agent if passive else next((c for c in root.children if c.dep_ == "nsubj"), None)
    aim = passive or next((c for c in root.children if c.dep_ == "dobj"), None)
    if noun is None or subject is None or aim is None or not (_is_short(subject, 6) and _is_short(aim, 9)):
        return None
    if min(subject.left_edge.i, aim.left_edge.i) > 0:
        return None
    after = max(root.i, aim.right_edge.i if not passive else subject.right_edge.i)
    rest = [c for c in root.children if c.dep_ == "prep" and c.i > after and _is_short(c, 6)]
    return Parts(
        verb=f"{root.text} {particle.text}" if particle else root.text,
        subject=_span(subject),
        object=_span(aim) + "".join(f" {_span(c)}" for c in rest[:1]),
        noun=noun,
        demonym=states[_span(subject)].demonyms[0] if _span(subject) in states else None,
    )


def _is_plain(root: Token) -> bool:
    if any(c.dep_ in ("neg", "cc", "conj") for c in root.children):
        return False
    helping = (c for c in root.children if c.dep_ in ("aux", "auxpass"))
    return all(c.lower_ in HELPING for c in helping)


def _is_short(head: Token, longest: int) -> bool:
    words = list(head.subtree)
    if head.pos_ == "PRON" or len(words) > longest:
        return False
    return not any(w.dep_ in CLAUSES and w.text != "-" for w in words if w.i != head.i)


def _span(head: Token) -> str:
    """As it stands within a sentence."""
    first = head.left_edge
    text = head.doc[first.i : head.right_edge.i + 1].text
    return text[0].lower() + text[1:] if first.i == 0 and first.tag_ in SMALL else text


def _opened(text: str) -> str:
    return text[0].upper() + text[1:]


def _with_article(noun: str) -> str:
    if re.search(r"(?:ions|gs|nks|rges|ats|ism|ing|port|aise|ame)$", noun) and noun not in (
        "meeting",
        "bombing",
        "killing",
    ):
        return noun  # "criticism", "sanctions"
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def said(parts: Parts, way: Way) -> tuple[str, Told | None] | None:
    """As the way has it, and what else must be found; nothing where that makes no sense."""
    nouns = parts.noun
    if (way.types and parts.told[0] not in way.types) or ("dem}" in way.words and parts.demonym is None):
        return None
    if ("{carried}" in way.words and not nouns.carried) or ("{Z}" in way.words and ITS.search(parts.object)):
        return None
    other = next(o for o in OTHERS if o not in parts.plain)
    demonym = parts.demonym or ""
    text = way.words.format(
        S=parts.subject,
        Ss=parts.subject + ("'" if parts.subject.endswith("s") else "'s"),
        dem=demonym,
        a_dem=f"{'an' if demonym[:1] in 'AEIO' else 'a'} {demonym}",
        N=nouns.noun,
        a_N=_with_article(nouns.noun),
        P=nouns.object,
        O=parts.object,
        Z=other,
        carried=nouns.carried[len(parts.plain) % len(nouns.carried)] if nouns.carried else "",
    )
    acting = parts.told[1 : parts.told.index("|")] if "|" in parts.told else ()
    return _opened(text), (way.more, OTHERS[other], "|", *acting) if way.more else None


def sentences(files: Sequence[Path], coder: Coder) -> Iterator[str]:
    """Those of our items that are read rightly, and the examples of the rules for verbs."""
    for case in (case for file in files for case in read_cases(file)):
        if len(case.item.events) == 1 and not case.known_wrong and len(case.item.text.split()) < 26:
            yield case.item.text
    for line in chain.from_iterable(f.examples for f in coder.knowledge.events.frames if f.verbs):
        yield re.sub(r"\[\[|\]\]", "", line.partition("=>")[0]).strip()


def plain_sentences(files: Sequence[Path], coder: Coder, limit: int) -> list[Parts]:
    """Those that can be taken apart and of which one event with both sides is read, also when shortened."""
    nlp, known = load_model(), nouns()
    states = {s.name: s for s in coder.knowledge.actors.states if s.demonyms}
    found = [
        parts
        for text in dict.fromkeys(sentences(files, coder))
        if re.fullmatch(r"[^.!?]+[.]?", text) and (parts := taken_apart(text, nlp, known, states)) is not None
    ]
    reports = coder.code_many(Document(text=p.plain, published=DAY) for p in found)
    read = []
    for parts, report in zip(found, reports, strict=True):
        told = _told(report, coder)
        if len(told) == 1 and _is_of_verb(report.events[0], parts) and _can_be_noun(told[0], parts):
            read.append(replace(parts, told=told[0]))
    step = max(1.0, len(read) / limit)
    return [read[int(n * step)] for n in range(min(limit, len(read)))]


def _is_of_verb(event: Event, parts: Parts) -> bool:
    at = len(parts.subject) + 1
    return event.trigger.start <= at < event.trigger.end and event.status == "occurred"


def _can_be_noun(told: Told, parts: Parts) -> bool:
    """Whether both sides are known, and the verb is read in the sense that the noun has."""
    if parts.noun.types and told[0] not in parts.noun.types:
        return False
    return told[1] != "|" and told[-1] != "|" and not any("unknown" in side for side in told)


def _told(report: Report, coder: Coder) -> list[Told]:
    """The types that the events have when they occurred, whatever became of them, and their sides."""
    kinds = {k.kind: k.type for k in coder.knowledge.events.kinds}
    each = (next(iter(events_of(msgspec.structs.replace(report, events=(e,)))))[1:] for e in report.events)
    return [
        (kinds.get(e.kind) or e.type or "", *(s if s.isupper() else s.lower() for s in sides))
        for e, sides in zip(report.events, each, strict=True)
    ]


def is_right(report: Report, parts: Parts, way: Way, more: Told | None, coder: Coder) -> bool:
    """Whether the deed is found, as it should stand, and what is told besides; nothing else but its denial."""
    alike = parts.noun.types or (parts.told[0],)
    left = [(t, e.status) for t, e in zip(_told(report, coder), report.events, strict=True)]
    deed = next((x for x in left if x[0][0] in alike and x[0][1:] == parts.told[1:]), None)
    if deed is None or (way.status and deed[1] != way.status):
        return False
    left.remove(deed)
    if more is not None:
        besides = next((x for x in left if x[0] == more), None)
        if besides is None:
            return False
        left.remove(besides)
    return not left


def main(arguments: Sequence[str] | None = None) -> None:
    """Change, code, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="files of items (default: all of ours)")
    parser.add_argument("--limit", type=int, default=400)
    parser.add_argument("--show", type=int, default=0, help="sentences to print for each way that differ")
    parser.add_argument("--only", default="", help="only the ways with this in their names")
    options = parser.parse_args(arguments)
    coder = Coder(INVENTED)
    items = plain_sentences(options.files or sorted(FOLDER.glob("*.txt")), coder, options.limit)
    console = Console(width=200)
    table = Table("way", "sentences", "the same", "%")
    for name, way in WAYS.items():
        if options.only not in name:
            continue
        pairs = [(parts, *new) for parts in items if (new := said(parts, way)) is not None]
        reports = coder.code_many(Document(text=text, published=DAY) for _, text, _ in pairs)
        same = 0
        for (parts, text, more), report in zip(pairs, reports, strict=True):
            right = is_right(report, parts, way, more, coder)
            same += right
            if not right:
                print(
                    f"{name}: {text}\n    want {' '.join(parts.told)} {' '.join(more or ())}; got",
                    "; ".join(
                        f"{' '.join(t)} {e.status}"
                        for t, e in zip(_told(report, coder), report.events, strict=True)
                    ),
                )
        table.add_row(name, str(len(pairs)), str(same), f"{100 * same / max(1, len(pairs)):.1f}")
    console.print(table)


if __name__ == "__main__":
    main()
