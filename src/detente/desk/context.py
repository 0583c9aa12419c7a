"""What each request works with: the store, the templates, the day; put together once in `app.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.templating import Jinja2Templates

from detente.desk import queries
from detente.desk.latest import Latest
from detente.desk.security import csrf, writer
from detente.desk.wording import FILTERS
from detente.relations import Relation
from detente.relations.states import States
from detente.store.store import Store

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Desk:
    """store: what is shown. token: who gives it may write. clock: the day that counts as today.

    states: what states are called. relations: those worked out lately. lists: long lists, each as the store is now.
    """

    store: Store
    token: str
    clock: Callable[[], date]
    templates: Jinja2Templates
    states: States
    relations: Latest[tuple[tuple[str, str], str], Relation]
    lists: Latest[str, Any]

    def today(self, connection: Connection) -> str:
        """Today; for a store whose last report and decision on a status are older, the day of the later one."""
        now = self.clock().isoformat()
        return min(now, queries.last_day(connection) or now)

    def listed[Answer](self, connection: Connection, ask: Callable[[Connection], Answer]) -> Answer:
        """What a question that reads the whole store is answered with, asked anew when something was added."""
        return self.kept(ask.__name__, connection, lambda: ask(connection))

    def kept[Answer](self, name: str, connection: Connection, make: Callable[[], Answer]) -> Answer:
        """What was made under that name from the store as it is now, made when it is not there yet."""
        stamp = queries.stamp(connection)
        found: Answer | None = self.lists.get(name, stamp)
        if found is None:
            found = make()
            self.lists.keep(name, stamp, found)
        return found

    def page(self, request: Request, template: str, /, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page made of a template."""
        common = {"may_write": writer(request) is not None, "who": writer(request), "csrf": csrf(request)}
        return self.templates.TemplateResponse(request, template, common | values, status_code=status)


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    found: Desk = request.app.state.desk
    return found


def make_templates() -> Jinja2Templates:
    """The templates; all that is put into them is escaped, and a name that is missing is an error."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    environment.globals["q"] = ""
    return Jinja2Templates(env=environment)
