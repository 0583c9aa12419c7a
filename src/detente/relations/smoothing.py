"""Weekly means with their weights in, a level with a band for each week out, by the Kalman smoother.

The level of a relation is a random walk from week to week; the mean of a week's acts is the level with an error
that shrinks with the weight of the acts. Weeks without acts have no observation: the band widens there. How much
acts and levels vary is estimated from twelve observed weeks on; with fewer, fixed values are taken and named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, pi

ENOUGH = 12  # observed weeks from which variances are estimated
ACT_VARIANCE = 20.0  # of the scores in PLOVER's table, as nothing is known yet of these two states
STEP_VARIANCE = 0.5  # per week: a level moves by about 0.7 in a week and by 5 in a year
START_VARIANCE = 25.0  # around 0 before the first act
ACT_GRID = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
STEP_GRID = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 9.0)
NINE_IN_TEN = 1.645


@dataclass(frozen=True)
class Band:
    """The level of each week and the bounds that hold it in nine cases of ten; `how` names the variances."""

    level: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    how: str


def smooth(means: Sequence[float | None], weights: Sequence[float]) -> Band:
    """The band; empty for no weeks."""
    if not means:
        return Band((), (), (), "no week with an act")
    observed = sum(mean is not None for mean in means)
    if observed >= ENOUGH:
        act, step = _estimated(means, weights)
        how = f"variances estimated from {observed} weeks with acts (acts {act:.1f}, weekly step {step:.2f})"
    else:
        act, step = ACT_VARIANCE, STEP_VARIANCE
        how = f"fixed variances, as only {_with_acts(observed)} and {ENOUGH} are needed to estimate them"
    level, variances = smoothed(filtered(means, weights, act, step))
    spread = [NINE_IN_TEN * variance**0.5 for variance in variances]
    low = tuple(value - wide for value, wide in zip(level, spread, strict=True))
    high = tuple(value + wide for value, wide in zip(level, spread, strict=True))
    return Band(tuple(level), low, high, how)


@dataclass(frozen=True)
class _Week:
    """What is believed of a level before and after its week is seen, and how likely what was seen is (its logarithm)."""

    before: float
    before_variance: float
    after: float
    after_variance: float
    likelihood: float = 0.0


def filtered(means: Sequence[float | None], weights: Sequence[float], act: float, step: float) -> list[_Week]:
    """Each week by those before it."""
    weeks: list[_Week] = []
    level, variance = 0.0, START_VARIANCE
    for mean, weight in zip(means, weights, strict=True):
        if mean is None:
            week = _Week(level, variance, level, variance)
        else:
            error = mean - level
            whole = variance + act / max(weight, 1e-6)
            gain = variance / whole
            likelihood = -(log(2 * pi * whole) + error**2 / whole) / 2
            week = _Week(level, variance, level + gain * error, variance * (1 - gain), likelihood)
        weeks.append(week)
        level, variance = week.after, week.after_variance + step
    return weeks


def smoothed(weeks: Sequence[_Week]) -> tuple[list[float], list[float]]:
    """The level of each week and its variance, by all weeks."""
    levels, variances = [weeks[-1].after], [weeks[-1].after_variance]
    for later, week in pairwise(reversed(weeks)):
        share = week.after_variance / later.before_variance
        levels.append(week.after + share * (levels[-1] - later.before))
        variances.append(week.after_variance + share**2 * (variances[-1] - later.before_variance))
    return levels[::-1], variances[::-1]


def _estimated(means: Sequence[float | None], weights: Sequence[float]) -> tuple[float, float]:
    """The variances of a grid under which what was observed is likeliest; the smallest of several that are."""
    grid = ((act, step) for act in ACT_GRID for step in STEP_GRID)
    return max(grid, key=lambda pair: sum(week.likelihood for week in filtered(means, weights, *pair)))


def change_points(means: Sequence[float | None]) -> tuple[tuple[int, ...], str | None]:
    """The indexes of weeks from which the mean is another one (ruptures, PELT on least squares), or why none is sought.

    A change must last for three weeks with acts and be worth a penalty of three times the logarithm of their number
    in units of the variance from one week to the next.
    """
    seen = [index for index, mean in enumerate(means) if mean is not None]
    if len(seen) < ENOUGH:
        return (), f"not sought: {_with_acts(len(seen))}, {ENOUGH} are needed"
    import numpy as np  # noqa: PLC0415
    import ruptures  # noqa: PLC0415

    signal = np.array([mean for mean in means if mean is not None], dtype=float)
    variance = float(np.median(np.diff(signal) ** 2)) / 2 or 1.0
    found = (
        ruptures.Pelt(model="l2", min_size=3, jump=1)
        .fit(signal)
        .predict(pen=3 * np.log(len(seen)) * variance)
    )
    return tuple(seen[index] for index in found[:-1]), None


def _with_acts(weeks: int) -> str:
    return "1 week has acts" if weeks == 1 else f"{weeks} weeks have acts"
