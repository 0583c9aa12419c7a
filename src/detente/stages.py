"""A stage of the pipeline: a function with the layers that it needs and the one that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from detente.errors import PipelineError


@dataclass(frozen=True, kw_only=True)
class Stage:
    """`run` takes the layers named in `needs`, in that order, and returns the layer `gives`.

    `run_many` does so for several texts at once where that is faster: it takes a list of each layer and returns
    the list of what is given.
    """

    gives: str
    needs: tuple[str, ...]
    run: Callable[..., Any]
    run_many: Callable[..., Sequence[Any]] | None = None


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


def run_stages_many(stages: Iterable[Stage], texts: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What `run_stages` gives for each text.

    Each stage runs on all texts before the next one does: a stage that has just run is still at hand in the processor's
    cache, and some take several texts at once.
    """
    done = [dict(layers) for layers in texts]
    for stage in stages if done else ():
        needed = [[layers[name] for layers in done] for name in stage.needs]
        given = stage.run_many(*needed) if stage.run_many is not None else map(stage.run, *needed)
        for layers, layer in zip(done, given, strict=True):
            layers[stage.gives] = layer
    return done
