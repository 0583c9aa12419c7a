"""A stage of the pipeline: a function with the layers that it needs and the one that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from detente.errors import PipelineError


@dataclass(frozen=True, kw_only=True)
class Stage:
    """`run` takes the layers named in `needs`, in that order, and returns the layer `gives`."""

    gives: str
    needs: tuple[str, ...]
    run: Callable[..., Any]


def check_order(stages: Iterable[Stage], *, given: Iterable[str]) -> None:
    """Raise `PipelineError` unless every stage finds what it needs and no layer is given twice."""
    ready = set(given)
    for stage in stages:
        missing = [name for name in stage.needs if name not in ready]
        if missing:
            raise PipelineError(
                f"stage '{stage.gives}' needs {', '.join(missing)}, which no earlier stage gives; reorder the stages"
            )
        if stage.gives in ready:
            raise PipelineError(
                f"stage '{stage.gives}' gives a layer that is there already; rename or remove it"
            )
        ready.add(stage.gives)


def run_stages(stages: Iterable[Stage], layers: Mapping[str, Any]) -> dict[str, Any]:
    """The given layers and those that the stages add, by name."""
    done = dict(layers)
    for stage in stages:
        done[stage.gives] = stage.run(*(done[name] for name in stage.needs))
    return done
