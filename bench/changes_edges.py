"""What may stand before, within and behind a sentence, and how it may be set, as changes that leave its events the same.

In the manner of `changed.py`, whose table they are meant for. What is dated takes no second day, and what only a speaker does
("in a statement") is said of words alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from detente.knowledge.actors import ActorTables

Change = Callable[[str], str | None]

STARTS = frozenset(
    re.findall(
        r"\w+",
        "a an the two three four five six ten dozens hundreds thousands police troops soldiers officials at least about "
        "some gunmen militants rebels protesters workers envoys ministers lawmakers leaders prosecutors authorities tens "
        "fighters nine seven eight eleven twelve forty having hackers inmates clashes raids flights families several jets "
        "fourteen federal separatists pirates saboteurs farmers students shops divers warplanes claims newly former",
    )
)
DATED_BEFORE = {
    "On Friday": "On Friday {small}",
    "In March": "In March {small}",
    "In 2019": "In 2019 {small}",
    "On 12 March": "On 12 March {small}",
    "On March 12": "On March 12 {small}",
    "Late on Tuesday night": "Late on Tuesday night {small}",
    "Last week": "Last week {small}",
    "12 March –": "12 March – {small}",
    "On Friday,": "On Friday, {small}",
    "A day later": "A day later {small}",
}
BEFORE = {
    "Meanwhile,": "Meanwhile, {small}",
    "In a separate development,": "In a separate development, {small}",
    "According to a report,": "According to a Reuters report, {small}",
    "For the second time": "For the second time in a week, {small}",
    "Following days of tension,": "Following days of tension, {small}",
    "Hours after a call,": "Hours after markets closed, {small}",
    "Hours before,": "Hours before a planned vote, {small}",
    "Amid ...,": "Amid growing unease, {small}",
    "Citing ...,": "Citing security concerns, {small}",
    "It emerged": "It emerged on Tuesday that {small}",
    "Separately": "Separately, {small}",
}
SPOKEN_BEFORE = {
    "In a statement,": "In a statement, {small}",
    "Speaking in Geneva,": "Speaking in Geneva, {small}",
    "In a letter": "In a letter made public on Tuesday, {small}",
}
BEHIND = {
    "for the second time": "{bare}, for the second time in a week.",
    "despite a warning": "{bare} despite a warning from analysts.",
    "amid rain": "{bare} amid heavy rain.",
    "called a first": "{bare}, in what observers called a first.",
    "in a bid": "{bare} in a bid to calm tempers at home.",
    "over a row": "{bare} over a border row.",
    "with effect": "{bare} with immediate effect.",
    "ahead of": "{bare} ahead of a vote next month.",
    "a statement said": "{bare}, a statement from the ministry said.",
    "Reuters reported": "{bare}, Reuters reported.",
    "according to Reuters": "{bare}, according to Reuters.",
    "(AFP)": "{bare} (AFP)",
    ". (Reuters)": "{bare}. (Reuters)",
    "- state media": "{bare} - state media",
    "again": "{bare} again.",
    "once more": "{bare} once more.",
}
DATED_BEHIND = {
    "on Tuesday": "{bare} on Tuesday.",
    "since 2019": "{bare} for the first time since 2019.",
    "late on Tuesday": "{bare} late on Tuesday night.",
    "last week": "{bare} last week.",
}
PLACED_BEHIND = {
    "in Geneva": "{bare} in Geneva.",
    "at a summit": "{bare} at a summit in Geneva.",
    "through mediators": "{bare} through mediators.",
}
ADVERBS: tuple[str, ...] = (
    "also",
    "reportedly",
    "formally",
    "again",
    "once more",
    "jointly",
    "later",
    "on Friday",
)
ADVERBS += ("this week", "then", "in turn", "on Friday night", "secretly", "finally", "abruptly")
BESIDE_NAME = {
    "population": "{name} (population 3m)",
    "where it lies": "{name} (pictured)",
    "dashes": "{name} — long a quiet country —",
    "hyphens": "{name} - long a quiet country -",
    "apposition": "{name}, a country of 3 million,",
}
MARKS = {
    "- ": "- {said}",
    "• ": "• {said}",
    "* ": "* {said}",
    "1. ": "1. {said}",
    "no full stop": "{bare}",
    "[1]": "{said}[1]",
    "UPDATE": "UPDATE 1-{said}",
    "Breaking:": "BREAKING: {said}",
    "nbsp at the end": "{said}\u00a0",
}
SPELLINGS = (
    ("ise ", "ize "), ("ised ", "ized "), ("ises ", "izes "), ("ising ", "izing "), ("isation", "ization"),
    ("defence", "defense"), ("labour", "labor"), ("harbour", "harbor"), ("neighbour", "neighbor"),
    ("honour", "honor"), ("favour", "favor"), ("rumour", "rumor"), ("armour", "armor"), ("centre", "center"),
    ("programme ", "program "), ("cancelled", "canceled"), ("travelled", "traveled"), ("licence", "license"),
    ("ceasefire", "cease-fire"), ("airstrike", "air strike"), ("air strike", "airstrike"), ("offence", "offense"),
    ("pretence", "pretense"), ("metre", "meter"), ("kidnapped", "kidnaped"), (" tonnes ", " tons "), ("grey", "gray"),
)  # fmt: skip
LETTERS = {
    "U.S.": (("United States", "U.S."), ("American", "U.S."), ("US", "U.S.")),
    "US": (("United States", "US"), ("American", "US"), ("U.S.", "US")),
    "USA": (("the United States", "the USA"), ("the US", "the USA")),
    "U.K.": (("United Kingdom", "U.K."), ("British", "U.K."), ("UK", "U.K."), ("Britain", "the U.K.")),
}
SHORT = {
    "EU": "European Union",
    "UN": "United Nations",
    "AU": "African Union",
    "IAEA": "International Atomic Energy Agency",
}
SHORT |= {"ICC": "International Criminal Court", "WHO": "World Health Organization"}
_DAY = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|june|july|august|october|may|"
    r"september|november|december|today|tomorrow|yesterday|tonight|(?:next|last|this) \w+|\d{4}|weeks?|ago|until|will|"
    r"days?|months?|years?|later|overnight|would|could|might|may|plans?|planned)\b"
)
_PLACE = re.compile(r"\b(?:in|at|from|near|to) (?:the )?[A-Z]|\b(?:summit|talks|meeting)\b")
_OPENS = re.compile(
    r"(?:On|In|At|After|Before|As|Amid|When|While|For|Despite|Under|With|Late|Last|From|By|Following)\b|[\"“‘]"
)
_NOT_BEFORE = re.findall(
    r"\w+",
    "has have had was were is be been are not to and a the of by in for with that who having Having after",
)
_VERB = re.compile(
    r"(?P<before>[^,;:]{3,60}?"
    + "".join(rf"(?<!\b{word})" for word in _NOT_BEFORE)
    + r"(?<!ly)(?<!men)(?<!planes)) "
    r"(?P<verb>[a-z]{2,}ed|sent|told|met|shot|held|put|took|gave|shut|withdrew|drew|broke|struck|began|swore|tore) "
    r"(?P<rest>(?:a|an|the|its|his|their|two|three|in|on|to|with|that|off|out|up|[A-Z]).*)"
)


def changes(tables: ActorTables) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    names = {s.name: s.capitals[0] for s in tables.states if s.capitals and s.demonyms}
    return {
        **{f"before: {name}": _dated(_opened(words)) for name, words in DATED_BEFORE.items()},
        **{f"before: {name}": _opened(words) for name, words in BEFORE.items()},
        **{f"spoken: {name}": _opened(words) for name, words in SPOKEN_BEFORE.items()},
        **{f"behind: {name}": _around(words) for name, words in BEHIND.items()},
        **{f"behind: {name}": _dated(_around(words)) for name, words in DATED_BEHIND.items()},
        **{f"behind: {name}": _placed(_around(words)) for name, words in PLACED_BEHIND.items()},
        **{f"within: {word}": _parted(word) for word in ADVERBS},
        **{f"within: {name}": _beside(words, names) for name, words in BESIDE_NAME.items()},
        **{f"marks: {name}": _around(words) for name, words in MARKS.items()},
        **{f"letters: {name}": _replaced(pairs) for name, pairs in LETTERS.items()},
        "letters: (EU)": _spelled_out,
        **_labels(names),
        **_typography(),
    }


def _around(words: str) -> Change:
    return lambda text: words.format(said=text, bare=text.rstrip(".")) if text[-1] == "." else None


def _opened(words: str) -> Change:
    def change(text: str) -> str | None:
        first = text.split(" ", 1)[0]
        small = text[0].lower() + text[1:] if first.lower() in STARTS else text
        return None if _OPENS.match(text) else words.format(small=small)

    return change


def _dated(change: Change) -> Change:
    return lambda text: None if _DAY.search(text) or not _VERB.match(text) else change(text)


def _placed(change: Change) -> Change:
    return lambda text: None if _PLACE.search(text) else change(text)


def _parted(word: str) -> Change:
    day = re.search(r"day|week|later", word)

    def change(text: str) -> str | None:
        found = _VERB.match(text)
        if found is None or (day and _DAY.search(text)) or f" {word}" in text:
            return None
        return f"{found['before']} {word} {found['verb']} {found['rest']}"

    return change


def _beside(words: str, names: Mapping[str, str]) -> Change:
    def change(text: str) -> str | None:
        found = re.match(r"((?:[A-Z][a-z]+ ?){1,3}) (?=[a-z]+(?:ed|s) )", text)
        name = found[1] if found else ""
        return text.replace(name, words.format(name=name), 1) if name in names else None

    return change


def _replaced(pairs: tuple[tuple[str, str], ...]) -> Change:
    def change(text: str) -> str | None:
        said = next(
            (re.sub(rf"(?<![\w.]){re.escape(a)}(?![\w.])(?!\S*-)", b, text) for a, b in pairs if a in text),
            text,
        )
        return None if said == text else said

    return change


def _spelled_out(text: str) -> str | None:
    """A body with its short form in brackets, where it stands by itself."""
    for short, name in SHORT.items():
        said = re.sub(
            rf"(?<!-)(?:{name}|\b{short}\b)(?!['’-])(?= (?:[a-z]|[A-Z]\w+ [a-z]+ed ))(?! and )",
            f"{name} ({short})",
            text,
            count=1,
        )
        if said != text and not re.search(
            rf"\({short}\) (?:[a-z]+(?:s|er|or|[^e]e)|peacek\w+|help|human|food|report|aid|mission)\b(?<!calls)(?<!votes)",
            said,
        ):
            return said
    return None


def _labels(names: Mapping[str, str]) -> dict[str, Change]:
    def first(text: str) -> list[str]:
        return sorted((n for n in names if re.search(rf"\b{n}\b", text)), key=text.find)

    def labelled(words: str, least: int = 1) -> Change:
        def change(text: str) -> str | None:
            found = first(text)
            if len(found) < least:
                return None
            one, two = found[0], found[-1]
            return words.format(
                name=one, loud=one.upper(), two=two, capital=names[one], said=text, big=names[one].upper()
            )

        return change

    return {
        "label: capital": labelled("{capital}: {said}"),
        "label: LAND": labelled("{loud}: {said}"),
        "label: Land": labelled("{name}: {said}"),
        "label: bullet and land": labelled("• {name}: {said}"),
        "label: relations": labelled("{name}–{two} relations: {said}", 2),
        "label: relations, a line": labelled("{name}–{two} relations\n{said}", 2),
        "label: conflict, a line": labelled("{name}–{two} conflict\n{said}", 2),
        "label: dateline": labelled("{big}, March 12 (Reuters) - {said}"),
        "label: capital, land": labelled("{capital}, {name} – {said}"),
    }


def _typography() -> dict[str, Change]:
    return {
        "straight": lambda text: _other(text, text.translate(str.maketrans("’‘“”", "''\"\""))),
        "curly": lambda text: _other(text, re.sub(r'"([^"]*)"', r"“\1”", text.replace("'", "’"))),
        "double spaces": lambda text: _other(text, text.replace(" ", "  ", 3)),
        "nbsp": lambda text: re.sub(r" (?=[A-Z0-9])", "\u00a0", text),
        "dash for a comma": lambda text: _other(text, re.sub(r"^([^,]*), ([^,]*), ", r"\1 – \2 – ", text)),
        "American": lambda text: _spelled(text, 0),
        "British": lambda text: _spelled(text, 1),
        "wrapped": lambda text: (
            f"{text[:70]}{text[70:].replace(' ', chr(10), 1)}" if len(text) > 90 else None
        ),
        "bold": lambda text: _other(text, re.sub(r"^([A-Z]\w+) ", r"**\1** ", text)),
        "links": lambda text: _other(text, re.sub(r"\b([A-Z][a-z]+)(?= [a-z])", r"[\1]", text, count=1)),
        "quoted": lambda text: _other(
            text, re.sub(r"\b(illegal|dangerous|brutal|new|unfair|reckless)\b", r"“\1”", text)
        ),
    }


def _other(text: str, said: str) -> str | None:
    return None if said == text else said


def _spelled(text: str, side: int) -> str | None:
    for pair in SPELLINGS:
        text_ = re.sub(rf"(?<=\w){pair[side]}" if pair[side][0] == "i" else pair[side], pair[1 - side], text)
        if text_ != text and not re.search(
            r"\b(?:raise|rise|promise|advise|exercise|surprise|seize|size|premise|cruise|noise|arise|prize|rais|promis|exercis|pris)",
            text,
        ):
            return text_
    return None
