"""The briefing: the right line in the right section, with source and sentence, and nothing of a report as markup."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

import pytest
from rich.console import Console
from rich.markdown import Markdown

from detente.dossiers import link
from detente.dossiers.records import Account, Dossier
from detente.knowledge.dossiers import DossierTables
from detente.outputs.brief import brief_of, render_brief
from detente.outputs.brief.items import planned_said, when_said
from detente.records import Time
from tests.dossiers.making import account, event


def told(
    dossiers: Sequence[Dossier], tables: DossierTables, since: str, until: str, form: str = "markdown"
) -> str:
    brief = brief_of(dossiers, since=since, until=until, tables=tables)
    return render_brief(brief, form)  # type: ignore[arg-type]


LINES = [
    ("2013-02-11", "## New", "planned for Mar 2013"),
    ("2013-02-11", "## Coming up", "planned for Mar 2013"),
    ("2013-02-12", "## Moved, put off or called off", "fixed for 4 Mar 2013"),
    ("2013-02-12", "## Confirmed or held", "confirmed by foreign ministry for 4 Mar 2013"),
    ("2013-02-14", "## Moved, put off or called off", "moved from 4 Mar 2013 to 11 Mar 2013"),
    ("2013-02-18", "## Moved, put off or called off", "called off"),
]


@pytest.mark.parametrize("day, section, words", LINES)
def test_each_change_stands_in_its_section(
    day: str, section: str, words: str, moving: Dossier, tables: DossierTables
) -> None:
    text = told([moving], tables, day, day)
    below = text.partition(section)[2].partition("\n## ")[0]
    assert words in below


def test_each_line_has_its_source_sentence_and_address(moving: Dossier, tables: DossierTables) -> None:
    text = told([moving], tables, "2013-02-14", "2013-02-14")
    said = "“A event was told.” – foreign ministry, Strelsau Courier, 14 Feb 2013 – <https://post.example/c>"
    assert said in text


def test_each_act_of_an_incident_is_told_as_itself(tables: DossierTables) -> None:
    def act(name: str, day: str, kind: str, actors: str, recipients: str) -> Account:
        one = event(kind=kind, status="occurred", when=day, actors=actors, recipients=recipients)
        return account(name, day, one, tells_of="tanker", lead="The")

    seized = act("doc1", "2013-02-10", "seizure", "RUR", "SYL")
    condemned = act("doc2", "2013-02-11", "condemnation", "SYL", "RUR")
    [whole] = link([seized, condemned], tables=tables)
    text = told([whole], tables, "2013-02-11", "2013-02-11")
    assert "condemnation" in text
    assert "seizure" not in text


def test_a_quiet_week_says_so(moving: Dossier, tables: DossierTables) -> None:
    assert "Nothing new, and nothing coming up." in told([moving], tables, "2014-01-01", "2014-01-07")


def test_what_is_told_of_years_ago_is_no_news(tables: DossierTables) -> None:
    old = account("a", "2013-02-11", event(status="occurred", when="2009-05-01/2009-05-31"))
    text = told([Dossier(id="dossier:1", accounts=(old,))], tables, "2013-02-11", "2013-02-11")
    assert "## New" not in text
    assert "## Told of earlier times" in text
    assert "took place in May 2009" in text


class Tags(HTMLParser):
    """Collects the tags, and fails at one that is closed and was not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_web_page_is_well_formed_and_escapes_what_reports_say(tables: DossierTables) -> None:
    bad = account("a", "2013-02-11", event(when="2013-03-04"), lead="<script>alert(1)</script> *A*")
    dossier = Dossier(id="dossier:1", accounts=(bad,))
    page = told([dossier], tables, "2013-02-11", "2013-02-11", "html")
    tags = Tags()
    tags.feed(page)
    assert not tags.open
    assert "script" not in tags.seen
    assert "&lt;script&gt;" in page
    assert r"\<script\>alert(1)\</script\> \*A\*" in told([dossier], tables, "2013-02-11", "2013-02-11")


def test_only_web_addresses_become_links(tables: DossierTables, moving: Dossier) -> None:
    assert '<a href="https://post.example/c">' in told([moving], tables, "2013-02-14", "2013-02-14", "html")


def test_a_terminal_draws_it(examples: Sequence[Dossier], tables: DossierTables) -> None:
    console = Console(width=100, record=True, file=None)
    with console.capture() as captured:
        console.print(Markdown(told(examples, tables, "2024-11-25", "2024-12-20", "terminal")))
    assert "Visit to Uruguay" in captured.get()


TIMES = [
    (None, None, None),
    (Time(), None, None),
    (Time(earliest="2013-03-04", latest="2013-03-04"), "on 4 Mar 2013", "for 4 Mar 2013"),
    (Time(earliest="2013-03-01", latest="2013-03-31"), "in Mar 2013", "for Mar 2013"),
    (Time(earliest="2013-03-04", latest="2013-03-10"), "some time 4–10 Mar 2013", "for 4–10 Mar 2013"),
    (Time(earliest="2013-03-04"), "from 4 Mar 2013", "from 4 Mar 2013"),
    (Time(latest="2013-03-04"), "by 4 Mar 2013", "by 4 Mar 2013"),
]


@pytest.mark.parametrize("time, held, planned", TIMES)
def test_times_in_words(time: Time | None, held: str | None, planned: str | None) -> None:
    assert (when_said(time), planned_said(time)) == (held, planned)
