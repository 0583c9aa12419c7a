"""Every error a user can meet: what is wrong, in which file and record, and what to do about it."""


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


class PipelineError(DetenteError):
    """The stages are in an order in which one of them lacks what it needs."""


class ModelError(DetenteError):
    """The language model that was asked for is not installed or lacks a component."""


class StoreError(DetenteError):
    """The store cannot be opened, or does not hold what was asked for."""
