"""The id of an actor in, its sort out: `IGO:EU`, `NGO:Red Cross`, `NSA:Hamas`, `person:name`."""

from __future__ import annotations

from typing import TypeGuard

ORGANISATION, WATCHER, GROUP, PERSON = "IGO:", "NGO:", "NSA:", "person:"  # how they begin
BODIES, OF_NO_STATE = (ORGANISATION, WATCHER), (ORGANISATION, GROUP)


def is_organisation(actor_id: str | None) -> TypeGuard[str]:
    """Whether it is one of states."""
    return actor_id is not None and actor_id.startswith(ORGANISATION)


def is_watcher(actor_id: str | None) -> TypeGuard[str]:
    """Whether it is one of nobody's, which mostly tells what others do."""
    return actor_id is not None and actor_id.startswith(WATCHER)


def is_body(actor_id: str | None) -> TypeGuard[str]:
    """Whether it is an organisation, of states or not."""
    return actor_id is not None and actor_id.startswith(BODIES)


def is_group(actor_id: str | None) -> TypeGuard[str]:
    """Whether it is a group that is no state's: rebels, a party, a people."""
    return actor_id is not None and actor_id.startswith(GROUP)


def is_of_no_state(actor_id: str | None) -> TypeGuard[str]:
    """Whether it is a group, or an organisation of several states."""
    return actor_id is not None and actor_id.startswith(OF_NO_STATE)


def is_person(actor_id: str | None) -> TypeGuard[str]:
    """Whether it is somebody whom a table or the text names."""
    return actor_id is not None and actor_id.startswith(PERSON)
