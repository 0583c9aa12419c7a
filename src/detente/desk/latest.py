"""A few results that take long to work out, each kept for as long as the store stays as it was."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock


class Latest[Key, Value]:
    """The latest `most` results by key, each with the stamp of the store that it was made from."""

    def __init__(self, *, most: int = 200) -> None:
        self._most = most
        self._results: OrderedDict[Key, tuple[object, Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, stamp: object) -> Value | None:
        """The result under that key, if it was made from the store as it is now."""
        with self._lock:
            made, value = self._results.get(key, (None, None))
            return value if made == stamp else None

    def keep(self, key: Key, stamp: object, value: Value) -> None:
        """Keep a result, and let go of the oldest when there are too many."""
        with self._lock:
            self._results[key] = (stamp, value)
            self._results.move_to_end(key)
            if len(self._results) > self._most:
                self._results.popitem(last=False)
