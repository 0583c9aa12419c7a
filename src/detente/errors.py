"""Every error a user can meet: what is wrong, in which file and record, and what to do about it."""

import errno
from collections.abc import Callable, Iterable
from difflib import get_close_matches

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})  # of the disk, whatever is written
MAKE_ROOM = "make room on the disk, or write to another"
FEW = 20  # names that are listed rather than looked through for near ones


class DetenteError(Exception):
    """Base of all errors raised on purpose; its text is one line that a user can act on."""


class KnowledgeError(DetenteError):
    """A knowledge file cannot be used as it stands."""

    def __init__(self, *, file: str, record: str, problem: str, remedy: str) -> None:
        super().__init__(f"{file}: {record}: {problem}; {remedy}")
        self.file, self.record, self.problem, self.remedy = file, record, problem, remedy


class DocumentError(DetenteError):
    """One input cannot be read as a document; the rest of the batch goes on."""

    def __init__(self, *, file: str, problem: str, remedy: str, record: str | None = None) -> None:
        where = f"{file}: {record}" if record else file
        super().__init__(f"{where}: {problem}; {remedy}")
        self.file, self.record, self.problem, self.remedy = file, record, problem, remedy
        self.source_id: str | None = None  # the document's own id, where it has one


class PipelineError(DetenteError):
    """The stages are in an order in which one of them lacks what it needs."""


class ModelError(DetenteError):
    """The language model that was asked for is not installed or lacks a component."""


class StoreError(DetenteError):
    """The store cannot be opened, or does not hold what was asked for."""


def did_you_mean(
    word: str,
    known: Iterable[str],
    *,
    otherwise: str,
    cutoff: float = 0.7,
    show: Callable[[str], str] = lambda name: name,
) -> str:
    """The remedy for a name that there is not: up to three near ones, in any case of letters, else `otherwise`."""
    cases = {name.casefold(): name for name in known}
    folded = word.casefold()
    near = [folded] if folded in cases else get_close_matches(folded, cases, n=3, cutoff=cutoff)
    shown = dict.fromkeys(show(cases[name]) for name in near)
    return f"did you mean {' or '.join(shown)}?" if near else otherwise


def check_known(
    asked: Iterable[str], known: Iterable[str], *, what: str, otherwise: str | None = None
) -> None:
    """Raise `DetenteError` for the first of the words that is none of the known ones: near ones, and all when few."""
    names = sorted(known)
    listed = ", ".join(names) if len(names) <= FEW else ""
    for word in sorted(set(asked) - set(names)):
        near = did_you_mean(word, names, otherwise="")
        if listed:
            remedy = f"{near} There are {listed}" if near else f"give any of {listed}"
        else:
            remedy = near or otherwise or "check the spelling"
        raise DetenteError(f"{word}: there is no such {what}; {remedy}")
