"""A sentence that is read rightly in, the same with another syntax around its verb out, and what must be read in that.

Two such sentences in one must give the events of both; one said in the passive, as a relative clause, as a gerund or
with another subject or object beside the first must give its own, or those with one side more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from said import Forms, Said, Test, Told

from detente.knowledge.actors import ActorTables

SUBORDINATE = re.compile(
    r",|\b(that|wh\w+|unless|after|before|until|as|if|to [a-z]+ (?:the|a|its|it|an)|and|by|having|on \w+day)\b"
)

Change = Callable[[Said, Said], Test | None]

# Two sentences in one; another subject
BOTH = {
    "and": "{a}, and {b}.",
    "but": "{a}, but {b}.",
    "while": "{a}, while {b}.",
    "while first": "While {a}, {b}.",
    "as": "{a} as {b}.",
    "after": "{a} after {b}.",
    "after first": "Hours after {a}, {b}.",
    "before": "{a}, a day before {b}.",
    "because": "{a} because {b}.",
    "semicolon": "{a}; {b}.",
    "dash": "{a} — {b}.",
    "meanwhile": "{a}; {b_subject}, meanwhile, {b_verb} {b_rest}.",
    "same day": "{a} on the same day that {b}.",
}
# the same subject: x is whose two deeds they are
SHARED = {
    "and it": "{x} {a} and {b}.",
    "then it": "{x} {a}, then {b}.",
    "and also": "{x} {a} and also {b}.",
    "three": "{x} weighed its options, {a} and {b}.",
    "which": "{x}, which {b}, {a}.",
    "which, day": "{x}, which {b}, on Monday {a}.",
    "after doing": "{x} {a} after {b_ing}.",
    "after doing, first": "After {b_ing}, {x} {a}.",
    "before doing": "{x} {a} before {b_ing}.",
    "doing at the end": "{x} {a}, {b_ing}.",
    "doing first": "{b_Ing}, {x} {a}.",
    "having done": "Having {b_done}, {x} {a}.",
    "while doing": "{x} {a} while {b_ing}.",
    "besides doing": "Besides {b_ing}, {x} {a}.",
    "as well as doing": "{x} {a}, as well as {b_ing}.",
    "semicolon, it also": "{x} {a}; it also {b}.",
    "had done": "{x}, having {b_done}, {a}.",
    "by doing": "{x} responded by {b_ing} and {a}.",
    "when it": "{x} {a} when it {b}.",
    "insertion, clause": "{x} {a}, two days after floods hit its coast, and {b}.",
    "insertion, as": "{x} {a}, as prices rose, and {b}.",
    "insertion, while": "{x} {a} while its king was abroad, and {b}.",
    "insertion, participle": "{x} {a}, angering its own farmers, and {b}.",
    "insertion, move": "{x} {a}, a move that surprised many, and {b}.",
    "insertion, said": "{x} {a}, its king said, and {b}.",
    "insertion, following": "{x} {a} following days of rain, and {b}.",
    "not only": "{x} not only {a} but also {b}.",
}
PAST_ONLY = re.compile(r"Monday|weighed|responded")
ALONE = {  # one sentence; the state is its subject
    "which, aside": "{x}, which {a}, goes to the polls on Sunday.",
    "the land that": "{x} is the country that {a}.",
    "cleft": "It was {x} that {a}.",
    "cleft, which": "It was {x}, not Kenya, that {a}.",
    "gerund after": "{x} held a minute of silence after {a_ing}.",
    "having": "Having {a_done}, {x} goes to the polls on Sunday.",
    "participle first": "{a_Ing}, {x} took a big risk.",
    "participle at the end": "{x} took a big risk, {a_ing}.",
    "by doing": "By {a_ing}, {x} took a big risk.",
    "move to, gerund": "The day after {a_ing}, {x} marked its national day.",
    "who": "It is {x} who {a}.",
}
BESIDE = {  # another subject beside the state
    "and Portugal": "{x} and Portugal {a}.",
    "both": "Both {x} and Portugal {a}.",
    "Portugal and": "Portugal and {x} {a}.",
    "along with": "{x}, along with Portugal, {a}.",
    "together with": "{x}, together with Portugal, {a}.",
    "as well as": "{x} as well as Portugal {a}.",
    "as well as, commas": "{x}, as well as Portugal, {a}.",
    "like": "{x}, joined by Portugal, {a}.",
    "list": "{x}, Portugal and Kenya {a}.",
    "list, last": "Kenya, Portugal and {x} {a}.",
    "as did": "{x} {a}, as did Portugal.",
    "so did": "{x} {a}, and so did Portugal.",
    "and later": "{x}, and later Portugal, {a}.",
}
PASSIVE = {
    "passive": "{Y} {was} {done} by {x}{behind}.",
    "passive, day": "{Y} {was} {done} on Friday by {x}{behind}.",
    "passive, agent last": "{Y} {was} {done}{behind} by {x}.",
    "reduced": "{Y}, {done} by {x}{behind}, drew much attention.",
    "cleft, object": "It was {y} that {x} {verb}{behind}.",
    "after being": "After being {done} by {x}{behind}, {y} drew much attention.",
}
OBJECTS = {
    "and Portugal, object": "{y} and Portugal",
    "both, object": "both {y} and Portugal",
    "list, object": "{y}, Portugal and Kenya",
    "as well as, object": "{y} as well as Portugal",
    "along with, object": "{y}, along with Portugal",
}
CAUSED = {
    "in response to": "{x} {a} in response to a missile test by {z}.",
    "in retaliation": "{x} {a} in retaliation for the expulsion of two of its diplomats by {z}.",
    "in response, first": "In response to an air strike by {z}, {x} {a}.",
    "in retaliation, its": "{x} {a} in retaliation for {z}'s tariffs on its tea.",
    "despite": "{x} {a} despite {z}'s warnings.",
    "amid": "Amid a row with {z} over tea, {x} {a}.",
}


def changes(tables: ActorTables, forms: Forms) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit."""
    codes = {state.name: state.id for state in tables.states}
    made: dict[str, Change] = {}
    made |= {f"two: {name}": _both(words) for name, words in BOTH.items()}
    made |= {f"one: {name}": _shared(words, forms, codes) for name, words in SHARED.items()}
    made |= {f"alone: {name}": _alone(words, forms, codes) for name, words in ALONE.items()}
    made |= {f"beside: {name}": _beside(words, codes) for name, words in BESIDE.items()}
    made |= {f"object: {name}": _objects(words, codes) for name, words in OBJECTS.items()}
    made |= {f"voice: {name}": _passive(words, forms, codes) for name, words in PASSIVE.items()}
    made |= {f"cause: {name}": _caused(words, codes) for name, words in CAUSED.items()}
    return made


def _both(words: str) -> Change:
    def change(a: Said, b: Said) -> Test | None:
        if a.states & b.states or not _joinable(a, b):
            return None
        first = words.startswith("{a}")
        text = words.format(
            a=_clause(a, opens=first),
            b=_clause(b, opens=False),
            b_subject=_small(b.subject),
            b_verb=b.verb,
            b_rest=b.rest,
        )
        return Test(text=text, day=a.day, wanted=a.told | b.told)

    return change


def _shared(words: str, forms: Forms, codes: Mapping[str, str]) -> Change:
    def change(a: Said, b: Said) -> Test | None:
        mine, other = codes.get(a.subject), codes.get(b.subject)
        if not mine or not other or not _joinable(a, b):
            return None
        if (a.states | {mine}) & (b.states - {other}) or (other in a.states - {mine}):
            return None
        told = frozenset(_with(t, other, mine) for t in b.told)
        parts = _verb_parts(b, forms, "b")
        if parts is None:
            return None
        if PAST_ONLY.search(words) and a.tag != "VBD":
            return None
        text = words.format(x=a.subject, a=f"{a.verb} {a.rest}", **parts)
        return Test(text=text, day=a.day, wanted=a.told | told)

    return change


def _joinable(a: Said, b: Said) -> bool:
    """Told in one tense, of one kind each, and both in one plain clause."""
    if a.tag != b.tag or {t[0] for t in a.told} & {t[0] for t in b.told}:
        return False
    return not SUBORDINATE.search(a.rest) and not SUBORDINATE.search(b.rest) and len(b.rest.split()) < 13


def _with(told: Told, old: str, new: str) -> Told:
    kind, status, actor, recipient = told
    return (kind, status, new if actor == old else actor, new if recipient == old else recipient)


def _alone(words: str, forms: Forms, codes: Mapping[str, str]) -> Change:
    def change(a: Said, _: Said) -> Test | None:
        parts = _verb_parts(a, forms, "a")
        if a.subject not in codes or parts is None:
            return None
        return Test(text=words.format(x=a.subject, **parts), day=a.day, wanted=a.told)

    return change


def _beside(words: str, codes: Mapping[str, str]) -> Change:
    def change(a: Said, _: Said) -> Test | None:
        mine = codes.get(a.subject)
        if not mine or a.tag != "VBD" or "PRT" in a.states or re.search(r"\b(its|itself|was)\b", a.text):
            return None
        others = ["PRT", "KEN"] if "Kenya" in words else ["PRT"]
        wanted = a.told | {_with(t, mine, other) for t in a.told for other in others}
        if any(t[3] == mine for t in a.told):  # a meeting of three
            return None
        return Test(text=words.format(x=a.subject, a=f"{a.verb} {a.rest}"), day=a.day, wanted=wanted)

    return change


def _objects(words: str, codes: Mapping[str, str]) -> Change:
    def change(a: Said, _: Said) -> Test | None:
        aimed = {t[3] for t in a.told}
        named = [
            m
            for name, code in codes.items()
            if code in aimed and name != a.subject
            for m in re.finditer(
                rf"\b(?:the )?{re.escape(name)}(?=$|,| on | in | over | after | for )", a.rest
            )
        ]
        if len(named) != 1 or "PRT" in a.states or len(aimed) != 1:
            return None
        if "mutual" in aimed or any((t[0], t[1], t[3], t[2]) in a.told for t in a.told):
            return None
        found, code = named[0], next(iter(aimed))
        others = ["PRT", "KEN"] if "Kenya" in words else ["PRT"]
        rest = a.rest[: found.start()] + words.format(y=found[0]) + a.rest[found.end() :]
        if " between " in f" {a.rest[: found.start()]}"[-12:]:
            return None
        wanted = a.told | {_with(t, code, other) for t in a.told for other in others}
        return Test(text=f"{a.subject} {a.verb} {rest}.", day=a.day, wanted=wanted)

    return change


def _passive(words: str, forms: Forms, codes: Mapping[str, str]) -> Change:
    def change(a: Said, _: Said) -> Test | None:
        done = forms.participles.get(a.lemma)
        if not a.object_end or done is None or a.tag != "VBD":
            return None
        object_ = a.object
        if re.search(r"\b(its|their|his|her|itself|themselves|it|them|him)\b", f"{object_}{a.behind}"):
            return None
        plural = bool(
            re.search(
                r"(?<!s)s$|\band\b|people$", object_.split(" of ")[0].split(" from ")[0].split(" in ")[0]
            )
        )
        if object_ in codes:
            plural = False
        text = words.format(
            Y=object_[0].upper() + object_[1:],
            y=object_,
            x=_small(a.subject),
            was="were" if plural else "was",
            has="have" if plural else "has",
            done=done,
            verb=a.verb,
            behind=a.behind if "{behind}" in words else "",
        )
        return Test(text=text, day=a.day, wanted=a.told)

    return change


def _caused(words: str, codes: Mapping[str, str]) -> Change:
    def change(a: Said, b: Said) -> Test | None:
        other = next((s for s in ("Portugal", "Kenya") if s not in a.text), "Chile")
        if a.subject not in codes:
            return None
        text = words.format(x=a.subject, a=f"{a.verb} {a.rest}", z=other)
        return Test(text=text, day=a.day, wanted=a.told, open_end=True)

    return change


def _verb_parts(said: Said, forms: Forms, key: str) -> dict[str, str] | None:
    """The verb and what follows, in the forms that templates ask for."""
    ing, done = forms.gerunds.get(said.lemma), forms.participles.get(said.lemma)
    if ing is None or done is None:
        return None
    return {
        key: f"{said.verb} {said.rest}",
        f"{key}_ing": f"{ing} {said.rest}",
        f"{key}_Ing": f"{ing.capitalize()} {said.rest}",
        f"{key}_done": f"{done} {said.rest}",
    }


def _clause(said: Said, *, opens: bool) -> str:
    return f"{said.subject if opens else _small(said.subject)} {said.verb} {said.rest}"


def _small(subject: str) -> str:
    """As it goes on within a sentence."""
    first = subject.split(" ", 1)[0]
    keep = not re.fullmatch(
        r"(The|A|An|Two|Three|Four|Five|Police|Troops|Soldiers|At|Thousands|Hundreds)", first
    )
    return subject if keep else subject[0].lower() + subject[1:]
