"""A stage of the pipeline: a function with the layers that it needs and the one that it gives."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any

from detente.errors import PipelineError

type Parts[T] = Generator[None, None, T]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """`run` takes the layers named in `needs`, in that order, and returns the layer `gives`.

    `run_many` does so for several texts at once where that is faster: it takes a list of each layer and returns
    the list of what is given. A function in parts has its own.
    """

    gives: str
    needs: tuple[str, ...]
    run: Callable[..., Any]
    run_many: Callable[..., Sequence[Any]] | None = None


class InParts[**P, T]:
    """A function in parts, with a `yield` between each two; called, it goes through all of them and returns its value.

    `many` takes each part in all texts before the next part: what has just run is still at hand in the processor's
    cache. It takes and returns lists, as `Stage.run_many` does. A text that is done with earlier waits for the others.
    """

    def __init__(self, parts: Callable[P, Parts[T]]) -> None:
        self.parts = parts
        update_wrapper(self, parts)

    def __call__(self, *given: P.args, **named: P.kwargs) -> T:
        """The value for one text."""
        return together([self.parts(*given, **named)])[0]

    def many(self, *layers: Sequence[Any]) -> list[T]:
        """The values for several."""
        parts: Callable[..., Parts[T]] = self.parts
        return together([parts(*given) for given in zip(*layers, strict=True)])


def together[T](texts: Sequence[Parts[T]]) -> list[T]:
    """What each comes to, all of them going through their parts side by side."""
    done: dict[int, T] = {}
    while len(done) < len(texts):
        for n, parts in enumerate(texts):
            try:
                next(parts)
            except StopIteration as last:
                done.setdefault(n, last.value)
    return [done[n] for n in range(len(texts))]


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
        many = stage.run.many if isinstance(stage.run, InParts) else stage.run_many
        given = many(*needed) if many is not None else map(stage.run, *needed)
        for layers, layer in zip(done, given, strict=True):
            layers[stage.gives] = layer
    return done
