"""A writer that has to wait for another one says so, and writes when that has ended."""

import threading

import pytest

from detente.dossiers import Watchlist
from detente.store import Store, engine, open_store
from detente.store.engine import writing


def test_waiting_for_another_writer_is_said(
    store: Store, address: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.05)
    said = "another program is writing into the store; waiting"
    watchlist = Watchlist(name="Strait", kinds=("visit",))
    with open_store(address) as other:
        waiting = threading.Thread(target=other.keep_watchlists, args=([watchlist],))
        with writing(store.engine):
            waiting.start()
            while said not in caplog.text:
                waiting.join(0.01)
        waiting.join()
    assert [one.name for one in store.watchlists()] == ["Strait"]


def test_nothing_is_said_of_what_comes_at_once(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    store.keep_watchlists([Watchlist(name="Strait", kinds=("visit",))])
    assert caplog.text == ""
