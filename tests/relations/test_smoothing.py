"""Our smoother of one level against the one of a library for any number of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.tsa.statespace.kalman_smoother import KalmanSmoother

from detente.relations.smoothing import ACT_GRID, START_VARIANCE, STEP_GRID, filtered, smoothed


@given(
    st.lists(st.tuples(st.one_of(st.none(), st.floats(-10, 10)), st.floats(0.5, 1)), min_size=1, max_size=60),
    st.sampled_from(ACT_GRID),
    st.sampled_from(STEP_GRID),
)
@settings(deadline=None)
def test_the_smoother_is_that_of_statsmodels(
    weeks: list[tuple[float | None, float]], act: float, step: float
) -> None:
    means, weights = [mean for mean, _ in weeks], [weight for _, weight in weeks]
    other = KalmanSmoother(k_endog=1, k_states=1, k_posdef=1)
    other.bind(np.array([[np.nan if mean is None else mean for mean in means]]))
    for name in ("design", "transition", "selection"):
        other[name] = np.ones((1, 1))
    other["state_cov"] = np.full((1, 1), step)
    other["obs_cov"] = np.array([[[act / weight for weight in weights]]])
    other.initialize_known(np.zeros(1), np.full((1, 1), START_VARIANCE))
    made = other.smooth()
    found = filtered(means, weights, act, step)
    levels, variances = smoothed(found)
    assert levels == pytest.approx(list(made.smoothed_state[0]), rel=1e-6, abs=1e-6)
    assert variances == pytest.approx(list(made.smoothed_state_cov[0, 0]), rel=1e-6, abs=1e-6)
    assert sum(week.likelihood for week in found) == pytest.approx(float(made.llf), rel=1e-6, abs=1e-6)
