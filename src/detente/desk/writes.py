"""What a reader with the token may change: merge two dossiers, take a report out of one. Kept with who and when."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime
from typing import Literal

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.desk.context import desk_of
from detente.desk.pages import stored_dossier
from detente.desk.security import checked_form, same, writer
from detente.dossiers.records import Overrule
from detente.errors import StoreError

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


async def _decide(
    request: Request, verdict: Literal["same", "different"], first: str, second: str, *, why: str
) -> None:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    name = hashlib.sha256("\n".join((verdict, *sorted((first, second)))).encode()).hexdigest()[:12]
    overrule = Overrule(
        id=f"overrule:{name}",
        verdict=verdict,
        first=first,
        second=second,
        who=writer(request),
        made=made,
        why=why.strip()[:500] or None,
    )
    await run_in_threadpool(desk_of(request).store.overrule, overrule)


def _own_page(address: str) -> str:
    """A path of this desk; anything else becomes the first page."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"
