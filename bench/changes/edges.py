"""What may stand before, within and behind a sentence, and how it may be set; the events stay what they are.

What is dated takes no second day, and what only a speaker does ("in a statement") is said of words alone. Most phrases
are their own names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from changes.clauses import Clause
from changes.shape import Change, World, keeping, opened

Said = Callable[[str], str | None]

SPEECH = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "AGREE", "CONCEDE"})
STARTS = frozenset(
    "a an the two three four five six ten dozens hundreds thousands police troops soldiers officials at least about "  # noqa: SIM905
    "some gunmen militants rebels protesters workers envoys ministers lawmakers leaders prosecutors authorities tens "
    "fighters nine seven eight eleven twelve forty having hackers inmates clashes raids flights families several jets "
    "fourteen federal separatists pirates saboteurs farmers students shops divers warplanes claims newly former".split()
)  # fmt: skip
DATED_BEFORE = (
    "On Friday|On Friday,|In March|In 2019|On 12 March|Late on Tuesday night|12 March –|A day later"
)
BEFORE = (
    "Meanwhile,|In a separate development,|According to a Reuters report,|For the second time in a week,|"
    "Following days of tension,|Hours after markets closed,|Hours before a planned vote,|Amid growing unease,|"
    "Citing security concerns,|It emerged on Tuesday that|Separately,"
)
SPOKEN_BEFORE = "In a statement,|Speaking in Geneva,|In a letter made public on Tuesday,"
BEHIND = (
    ", for the second time in a week.| despite a warning from analysts.| amid heavy rain.|, in what observers called a first.|"
    " in a bid to calm tempers at home.| over a border row.| with immediate effect.| ahead of a vote next month.|"
    ", a statement from the ministry said.|, Reuters reported.|, according to Reuters.| (AFP)|. (Reuters)| - state media|"
    " once more."
)
DATED_BEHIND = " on Tuesday.| for the first time since 2019.| late on Tuesday night.| last week."
PLACED_BEHIND = " in Geneva.| through mediators."
ADVERBS = "also|reportedly|formally|again|jointly|later|on Friday|this week|then|secretly|finally|abruptly"
BESIDE_NAME = " (population 3m)| (pictured)| — long a quiet country —|, a country of 3 million,"
MARKS = {
    "- ": "- {said}", "• ": "• {said}", "1. ": "1. {said}", "no full stop": "{bare}", "[1]": "{said}[1]",
    "UPDATE": "UPDATE 1-{said}", "BREAKING": "BREAKING: {said}", "nbsp at the end": "{said}\u00a0",
}  # fmt: skip
LABELS = {
    "capital": "{capital}: {said}", "LAND": "{loud}: {said}", "Land": "{name}: {said}",
    "relations": "{name}–{two} relations: {said}", "conflict, a line": "{name}–{two} conflict\n{said}",
    "dateline": "{big}, March 12 (Reuters) - {said}", "capital, land": "{capital}, {name} – {said}",
}  # fmt: skip
SPELLINGS = (
    ("ise ", "ize "), ("ised ", "ized "), ("ises ", "izes "), ("ising ", "izing "), ("isation", "ization"),
    ("defence", "defense"), ("labour", "labor"), ("harbour", "harbor"), ("neighbour", "neighbor"),
    ("honour", "honor"), ("favour", "favor"), ("rumour", "rumor"), ("armour", "armor"), ("centre", "center"),
    ("programme ", "program "), ("cancelled", "canceled"), ("travelled", "traveled"), ("licence", "license"),
    ("ceasefire", "cease-fire"), ("air strike", "airstrike"), ("offence", "offense"), (" tonnes ", " tons "),
)  # fmt: skip
SPELLED_ALIKE = re.compile(
    r"\b(?:rais|ris|promis|advis|exercis|surpris|seiz|siz|premis|cruis|nois|aris|priz)(?:e|es|ed|ing)\b"
)
LETTERS = {
    "U.S.": (("United States", "U.S."), ("American", "U.S."), ("US", "U.S.")),
    "US": (("United States", "US"), ("American", "US"), ("U.S.", "US")),
    "USA": (("the United States", "the USA"), ("the US", "the USA")),
    "U.K.": (("United Kingdom", "U.K."), ("British", "U.K."), ("UK", "U.K."), ("Britain", "the U.K.")),
}
SHORT = {
    "EU": "European Union", "UN": "United Nations", "AU": "African Union", "IAEA": "International Atomic Energy Agency",
    "ICC": "International Criminal Court", "WHO": "World Health Organization",
}  # fmt: skip
_DAY = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|june|july|august|october|may|"
    r"september|november|december|today|tomorrow|yesterday|tonight|(?:next|last|this) \w+|\d{4}|weeks?|ago|until|will|"
    r"days?|months?|years?|later|overnight|would|could|might|may|plans?|planned)\b"
)
_PLACE = re.compile(r"\b(?:in|at|from|near|to) (?:the )?[A-Z]|\b(?:summit|talks|meeting)\b")
_OPENS = re.compile(
    r"(?:On|In|At|After|Before|As|Amid|When|While|For|Despite|Under|With|Late|Last|From|By|Following)\b|[\"“‘]"
)


def changes(world: World) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    names = {name: state.capitals[0] for name, state in world.states.items()}
    clauses = world.clauses
    said: dict[str, Said] = {
        **{f"before: {words}": _dated(_opened(words), clauses) for words in DATED_BEFORE.split("|")},
        **{f"before: {words}": _opened(words) for words in BEFORE.split("|")},
        **{f"behind: {words.strip()}": _closed(words) for words in BEHIND.split("|")},
        **{f"behind: {words.strip()}": _dated(_closed(words), clauses) for words in DATED_BEHIND.split("|")},
        **{f"within: {word}": _parted(word, clauses) for word in ADVERBS.split("|")},
        **{f"name: {words.strip()}": _beside(words, names) for words in BESIDE_NAME.split("|")},
        **{f"marks: {name}": _marked(words) for name, words in MARKS.items()},
        **{f"letters: {name}": _replaced(pairs) for name, pairs in LETTERS.items()},
        "letters: (EU)": _spelled_out,
        **{f"label: {name}": _labelled(words, names) for name, words in LABELS.items()},
        **{f"set: {name}": change for name, change in _typography().items()},
    }
    spoken = {
        **{words: _opened(words) for words in SPOKEN_BEFORE.split("|")},
        **{words.strip(): _placed(_closed(words)) for words in PLACED_BEHIND.split("|")},
    }
    return {
        **{name: keeping(change) for name, change in said.items()},
        **{f"spoken: {name}": _spoken(change) for name, change in spoken.items()},
    }


def _spoken(said: Said) -> Change:
    change = keeping(said)
    return lambda sentence: change(sentence) if {told.type for told in sentence.events} <= SPEECH else None


def _marked(words: str) -> Said:
    return lambda text: words.format(said=text, bare=text.rstrip(".")) if text[-1] == "." else None


def _closed(words: str) -> Said:
    return _marked(f"{{bare}}{words}")


def _opened(words: str) -> Said:
    def change(text: str) -> str | None:
        small = text[0].lower() + text[1:] if text.split(" ", 1)[0].lower() in STARTS else text
        return None if _OPENS.match(text) else f"{words} {small}"

    return change


def _dated(change: Said, clauses: Mapping[str, Clause]) -> Said:
    """Of a plain clause in the past without a day, of which alone it is sure that it could have one."""

    def dated(text: str) -> str | None:
        clause = clauses.get(text)
        return None if clause is None or not clause.in_past or _DAY.search(text) else change(text)

    return dated


def _placed(change: Said) -> Said:
    return lambda text: None if _PLACE.search(text) else change(text)


def _parted(word: str, clauses: Mapping[str, Clause]) -> Said:
    def change(text: str) -> str | None:
        clause = clauses.get(text)
        if clause is None or clause.passive or f" {word}" in text:
            return None
        return opened(f"{clause.subject} {word} {clause.said} {clause.rest}.")

    return _dated(change, clauses) if re.search(r"day|week|later", word) else change


def _beside(words: str, names: Mapping[str, str]) -> Said:
    def change(text: str) -> str | None:
        found = re.match(r"((?:[A-Z][a-z]+ ?){1,3}) (?=[a-z]+(?:ed|s) )", text)
        name = found[1] if found else ""
        return text.replace(name, f"{name}{words}", 1) if name in names else None

    return change


def _labelled(words: str, names: Mapping[str, str]) -> Said:
    def change(text: str) -> str | None:
        found = sorted((n for n in names if re.search(rf"\b{n}\b", text)), key=text.find)
        if not found or ("{two}" in words and len(found) < 2):
            return None
        one, two = found[0], found[-1]
        capital = names[one]
        return words.format(
            name=one, loud=one.upper(), two=two, capital=capital, said=text, big=capital.upper()
        )

    return change


def _replaced(pairs: tuple[tuple[str, str], ...]) -> Said:
    def change(text: str) -> str | None:
        pair = next((pair for pair in pairs if pair[0] in text), None)
        if pair is None:
            return None
        return _other(text, re.sub(rf"(?<![\w.]){re.escape(pair[0])}(?![\w.])(?!\S*-)", pair[1], text))

    return change


def _spelled_out(text: str) -> str | None:
    """A body with its short form in brackets, where it stands by itself."""
    for short, name in SHORT.items():
        alone = rf"(?<!-)(?:{name}|\b{short}\b)(?!['’-])(?= (?:[a-z]|[A-Z]\w+ [a-z]+ed ))(?! and )"
        said = re.sub(alone, f"{name} ({short})", text, count=1)
        of_it = (
            r"(?:[a-z]+(?:s|er|or|[^e]e)|peacek\w+|help|human|food|report|aid|mission)\b(?<!calls)(?<!votes)"
        )
        if said != text and not re.search(rf"\({short}\) {of_it}", said):
            return said
    return None


def _typography() -> dict[str, Said]:
    return {
        "straight": lambda text: _other(text, text.translate(str.maketrans("’‘“”", "''\"\""))),
        "curly": lambda text: _other(text, re.sub(r'"([^"]*)"', r"“\1”", text.replace("'", "’"))),
        "double spaces": lambda text: _other(text, text.replace(" ", "  ", 3)),
        "nbsp": lambda text: re.sub(r" (?=[A-Z0-9])", "\u00a0", text),
        "dash for a comma": lambda text: _other(text, re.sub(r"^([^,]*), ([^,]*), ", r"\1 – \2 – ", text)),
        "American": lambda text: _spelled(text, old=0),
        "British": lambda text: _spelled(text, old=1),
        "wrapped": lambda text: _other(text, f"{text[:70]}{text[70:].replace(' ', chr(10), 1)}"),
        "bold": lambda text: _other(text, re.sub(r"^([A-Z]\w+) ", r"**\1** ", text)),
        "quoted": lambda text: _other(
            text, re.sub(r"\b(illegal|dangerous|brutal|new|unfair|reckless)\b", r"“\1”", text)
        ),
    }


def _other(text: str, said: str) -> str | None:
    return None if said == text else said


def _spelled(text: str, *, old: int) -> str | None:
    if SPELLED_ALIKE.search(text):
        return None
    for pair in SPELLINGS:
        ending = r"(?<=\w)" if pair[0].startswith("is") else ""
        said = re.sub(f"{ending}{pair[old]}", pair[1 - old], text)
        if said != text:
            return said
    return None
