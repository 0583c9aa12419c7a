"""What a reader with the token may change, kept with who and when.

Merge two dossiers, take a report out of one, decide on a dossier's status.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Literal, cast

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.desk.asking import day
from detente.desk.context import desk_of
from detente.desk.pages import stored_dossier
from detente.desk.security import checked_form, same, writer
from detente.dossiers.records import STATUSES, DossierStatus, Overrule
from detente.errors import StoreError
from detente.store.adding import now

SEE_OTHER = 303


async def enter(request: Request) -> Response:
    """Take the token, and remember that this reader may write, and under what name."""
    form = await checked_form(request, writing=False)
    who = str(form.get("who", "")).strip()[:80]
    if not same(form.get("token"), desk_of(request).token):
        raise HTTPException(403, "That is not the token. It was printed when the desk was started.")
    if not who:
        raise HTTPException(400, "Give your name: it is kept beside each change.")
    request.session.update(who=who, csrf=secrets.token_urlsafe(24))
    return RedirectResponse(_own_page(str(form.get("next", "/"))), SEE_OTHER)


async def leave(request: Request) -> Response:
    """Forget that this reader may write."""
    await checked_form(request)
    request.session.clear()
    return RedirectResponse("/", SEE_OTHER)


async def merge(request: Request) -> Response:
    """Say that another dossier is this same happening."""
    form = await checked_form(request)
    here = await run_in_threadpool(stored_dossier, request)
    other = str(form.get("other", "")).strip()
    try:
        there = await run_in_threadpool(desk_of(request).store.dossier, other)
    except StoreError as error:
        raise HTTPException(400, str(error)) from error
    if there.id == here.id:
        raise HTTPException(400, f"{other} is this dossier; give the id of the other one.")
    await _decide(request, "same", here.accounts[0].id, there.accounts[0].id, why=str(form.get("why", "")))
    return RedirectResponse(f"/dossiers/{here.id}", SEE_OTHER)


async def split(request: Request) -> Response:
    """Say that a report's account does not belong to this dossier."""
    form = await checked_form(request)
    here = await run_in_threadpool(stored_dossier, request)
    account = str(form.get("account", ""))
    others = [one.id for one in here.accounts if one.id != account]
    if account not in {one.id for one in here.accounts} or not others:
        raise HTTPException(400, "There is nothing to take it apart from: the dossier has no other report.")
    joined = {placement.account: placement.joined for placement in here.placements}.get(account)
    await _decide(request, "different", joined or others[0], account, why=str(form.get("why", "")))
    return RedirectResponse(f"/dossiers/{here.id}", SEE_OTHER)


async def status(request: Request) -> Response:
    """Decide what status a dossier has from a day on, or with none leave it to the reports again."""
    form = await checked_form(request)
    here = await run_in_threadpool(stored_dossier, request)
    value = str(form.get("value", ""))
    if value and value not in STATUSES:
        raise HTTPException(400, f"{value} is no status; give one of {', '.join(STATUSES)}.")
    start = day({name: str(given) for name, given in form.items()}, "day") or now()[:10]
    first = min(here.accounts, key=lambda one: (one.published is None, one.published or "", one.id))
    await _decide(request, "status", first.id, why=str(form.get("why", "")), value=value or None, since=start)
    return RedirectResponse(f"/dossiers/{here.id}", SEE_OTHER)


async def _decide(
    request: Request,
    verdict: Literal["same", "different", "status"],
    first: str,
    second: str | None = None,
    *,
    why: str,
    value: str | None = None,
    since: str | None = None,
) -> None:
    made = now()
    told = (verdict, *sorted((first, second))) if second else (verdict, first, str(value), str(since), made)
    overrule = Overrule(
        id=f"overrule:{hashlib.sha256('\n'.join(told).encode()).hexdigest()[:12]}",
        verdict=verdict,
        first=first,
        second=second,
        value=cast("DossierStatus | None", value),
        day=since,
        who=writer(request),
        made=made,
        why=why.strip()[:500] or None,
    )
    await run_in_threadpool(desk_of(request).store.overrule, overrule)


def _own_page(address: str) -> str:
    """A path of this desk; anything else becomes the first page."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"
