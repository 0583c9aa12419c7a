"""The API described as OpenAPI 3.1, made from the same table as its routes."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import msgspec

from detente.desk.api import Endpoint, Problem, endpoints

PROBLEMS = {400: "Something asked for cannot be.", 404: "There is no such thing in the store."}


def openapi() -> dict[str, Any]:
    """The description, as JSON can hold it."""
    table = endpoints()
    answers, components = msgspec.json.schema_components(
        [*(endpoint.answer for endpoint in table), Problem], ref_template="#/components/schemas/{name}"
    )
    *schemas, problem = answers
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "détente desk",
            "version": version("detente"),
            "description": "Dossiers, changes and reports of a store. Reading only.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {
            endpoint.path: {"get": _operation(endpoint, schema, problem)}
            for endpoint, schema in zip(table, schemas, strict=True)
        },
        "components": {"schemas": components},
    }


def _operation(endpoint: Endpoint, schema: dict[str, Any], problem: dict[str, Any]) -> dict[str, Any]:
    given = [
        {
            "name": one.name,
            "in": one.where,
            "required": one.needed,
            "description": one.words,
            "schema": one.schema,
        }
        for one in endpoint.given
    ]
    failures = {str(code): _json(words, problem) for code, words in PROBLEMS.items()}
    return {
        "summary": endpoint.words,
        "parameters": given,
        "responses": {"200": _json("What was asked for.", schema)} | failures,
    }


def _json(words: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": schema}}}
