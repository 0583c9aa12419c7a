"""A stage of the pipeline: a function with the layers that it needs and the one that it gives."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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


def run_stages_many(
    stages: Sequence[Stage], texts: Sequence[Mapping[str, Any]], *, together: int = 1
) -> Iterator[dict[str, Any]]:
    """What `run_stages` gives for each text, the stages that take several texts at once run so.

    Those after the last such stage run on a few texts at a time: so the layers of these need not be kept until all are
    done. together: how many these are. For short texts more are faster: a stage that has just run is still at hand
    in the processor's cache.
    """
    done = deque(dict(layers) for layers in texts)
    last = max((n for n, stage in enumerate(stages, 1) if stage.run_many is not None), default=0)
    for stage in stages[:last]:
        _run_many(stage, done)
    while done:
        group = [done.popleft() for _ in range(min(together, len(done)))]
        for stage in stages[last:]:
            for layers in group:
                layers[stage.gives] = stage.run(*[layers[name] for name in stage.needs])
        while group:
            yield group.pop(0)


def _run_many(stage: Stage, texts: Collection[dict[str, Any]]) -> None:
    if stage.run_many is None:
        for layers in texts:
            layers[stage.gives] = stage.run(*(layers[name] for name in stage.needs))
        return
    given = stage.run_many(*([layers[name] for layers in texts] for name in stage.needs))
    for layers, layer in zip(texts, given, strict=True):
        layers[stage.gives] = layer
