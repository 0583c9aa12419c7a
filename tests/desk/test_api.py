"""The API keeps to its own description, whatever it is asked."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from detente.desk.api import endpoints
from detente.desk.app import make_desk
from detente.desk.openapi import openapi
from detente.store.store import Store

TOKEN = "let-me-write"


@pytest.mark.parametrize("path", [endpoint.path for endpoint in endpoints()])
def test_no_question_breaks_it(example_store: Store, path: str) -> None:
    app = make_desk(example_store, token=TOKEN)
    operation = schemathesis.openapi.from_asgi("/api", app)[path]["GET"]

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case[Any]) -> None:
        assert case.call_and_validate().status_code < 500

    ask()


def test_the_description_is_sound() -> None:
    described = openapi()
    assert list(described["paths"]) == [endpoint.path for endpoint in endpoints()]
    for part in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(part)


def test_answers_are_the_records(desk: TestClient) -> None:
    first = desk.get("/api/dossiers?limit=1").json()
    assert len(first) == 1
    state = desk.get(f"/api/dossiers/{first[0]['dossier']}/state").json()
    assert state["status"] == first[0]["status"]
    problem = desk.get("/api/dossiers?limit=x")
    assert (problem.status_code, list(problem.json())) == (400, ["error"])
