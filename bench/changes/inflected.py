"""A verb as a sentence has it in, its other forms out."""

from __future__ import annotations

import re
from dataclasses import dataclass

# base, past and participle; the participle is left out where it is like the past
IRREGULAR = """
arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun|bind bound|bleed bled
|break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|come came come|cut cut|deal dealt
|draw drew drawn|drive drove driven|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown
|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got|give gave given
|go went gone|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept
|know knew known|lay laid|lead led|leave left|lend lent|let let|lose lost|make made|mean meant|meet met|outbid outbid
|overthrow overthrew overthrown|overtake overtook overtaken|pay paid|put put|quit quit|read read|rebuild rebuilt
|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set
|shake shook shaken|shoot shot|show showed shown|shut shut|sink sank sunk|sit sat|speak spoke spoken|spend spent|split split
|spread spread|stand stood|steal stole stolen|strike struck|swear swore sworn|sweep swept|take took taken|teach taught
|tear tore torn|tell told|think thought|throw threw thrown|uphold upheld|undertake undertook undertaken|win won
|withdraw withdrew withdrawn|withhold withheld|write wrote written|overrun overran overrun|rewrite rewrote rewritten
"""
STRESSED = re.compile(
    r"(?:admit|commit|submit|permit|refer|defer|deter|expel|compel|repel|rebut|regret|control|patrol|"
    r"transfer|begin|forbid|forget|outbid|overrun|[^aeiou]+[aeiou][bdgmnprt]|quit)"
)  # whose last letter is doubled


@dataclass(frozen=True, kw_only=True)
class Verb:
    """The forms of a verb."""

    base: str
    past: str
    part: str
    ing: str
    third: str


def inflected(base: str, said: str) -> Verb:
    """All forms of a verb that a text has as `said`, whose past is taken from there if it is one."""
    rows = (row.split() for row in IRREGULAR.replace("\n", "").split("|"))
    own = next((row for row in rows if row[0] == base), None)
    if own is None and said == f"{base}ed" and STRESSED.fullmatch(base):
        base += "e"  # "fined" is not of "fin"
    doubled = bool(STRESSED.fullmatch(base)) or said == f"{base}{base[-1]}ed"
    stem = f"{base}{base[-1]}" if doubled else base
    past = own[1] if own else said if said.endswith("ed") and said != base else _with_ed(stem)
    return Verb(base=base, past=past, part=own[-1] if own else past, ing=_with_ing(stem), third=_with_s(base))


def _with_ed(stem: str) -> str:
    if re.search(r"[^aeiou]y$", stem):
        return f"{stem[:-1]}ied"
    return f"{stem}d" if stem.endswith("e") else f"{stem}ed"


def _with_ing(stem: str) -> str:
    return f"{stem[:-1]}ing" if stem.endswith("e") and not stem.endswith(("ee", "ye", "oe")) else f"{stem}ing"


def _with_s(base: str) -> str:
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "o", "z")) else f"{base}s"
