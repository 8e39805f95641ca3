"""The scores and rivals of the benchmark on cases whose answer is known."""

from dataclasses import replace
from datetime import date, timedelta
from math import log, pi, sqrt
from pathlib import Path
from statistics import NormalDist

import forecast_figures
import forecasts
import levelling
import lifts
import logs
import made_up
import numpy as np
import pytest
import scores
from detectors import Cusum, NoRecord, Session, Slope
from figures import Figure
from rivals import RIVALS

from planner.engine.simulate import WORLDS
from planner.engine.terms import Experience

BEGAN = date(2025, 1, 6)


def _shown(log_kg: float, day: int = 0) -> lifts.Shown:
    return lifts.Shown(BEGAN + timedelta(days=day), log_kg, log_kg - 0.2, 80.0, 8, 1.0, 3)


def _scored(gains: list[float], scored: list[float]) -> levelling.Course:
    days = np.array([7.0 * number for number in range(len(gains))])
    return levelling.Course(days, np.array(gains), {"it": np.array(scored)}, len(gains), ())


def test_the_crps_of_a_point_is_its_error() -> None:
    points = np.repeat([[0.3], [-0.1]], len(scores.TAILS), axis=1)
    assert scores.crps(points, np.array([0.1, 0.1])) == pytest.approx([0.2, 0.2])


def test_the_crps_of_a_normal_forecast_is_nearly_that_of_the_formula() -> None:
    quantiles = np.array([[NormalDist().inv_cdf(float(tail)) for tail in scores.TAILS]])
    exact = 2.0 / sqrt(2.0 * pi) - 1.0 / sqrt(pi)
    assert scores.crps(quantiles, np.array([0.0]))[0] == pytest.approx(exact, rel=0.03)


def test_a_quantile_of_t4_has_its_share_above_it() -> None:
    shares = np.array([0.01, 0.1, 0.5, 0.8, 0.99])
    assert scores.t4_above(scores.t4_quantile(shares)) == pytest.approx(1.0 - shares, abs=1e-9)
    assert scores.t4_quantile(np.array([0.975]))[0] == pytest.approx(2.776, abs=1e-3)


def test_chances_that_come_true_as_often_as_they_say_are_calibrated() -> None:
    rng = np.random.default_rng(7)
    p = rng.uniform(size=200_000)
    hit = rng.uniform(size=len(p)) < p
    assert scores.ece(p, hit) < 0.005
    assert scores.ece(np.full(len(p), 0.9), hit) == pytest.approx(0.4, abs=0.01)
    assert scores.brier(hit.astype(float), hit) == 0.0


def test_a_perfect_score_ranks_all_positives_first() -> None:
    low, high = np.array([0.1, 0.2]), np.array([0.3, 0.9])
    assert scores.auc(high, low) == 1.0
    assert scores.auc(low, high) == 0.0
    assert scores.auc(low, low) == 0.5


def test_an_abstention_costs_recall_but_is_no_wrong_call() -> None:
    sure = np.array([[4.0, 0.0, 0.0], [0.0, 4.0, 0.0]])
    unsure = np.array([[2.0, 0.0, 2.0], [0.0, 4.0, 0.0]])
    assert scores.macro_f1(sure) == 1.0
    assert list(scores.recalls(unsure)) == [0.5, 1.0]
    assert scores.macro_f1(unsure) == pytest.approx((2.0 / 3.0 + 1.0) / 2.0)


def test_the_bootstrap_interval_of_a_mean_is_about_two_standard_errors() -> None:
    values = np.random.default_rng(7).normal(size=400)
    low, high = scores.bootstrap(values, lambda each: float(np.mean(each)))
    assert low < np.mean(values) < high
    assert high - low == pytest.approx(4.0 * np.std(values) / 20.0, rel=0.2)
    owner = np.arange(400)
    assert scores.interval(
        scores.sums(owner, values), lambda total: float(total[0] / total[-1])
    ) == pytest.approx((low, high))


def test_who_knows_the_answer_closes_the_whole_gap_to_the_oracle() -> None:
    lift = lifts.simulated(10_001, WORLDS[0], Experience.NOVICE)
    table = forecasts.measure([lift])
    known = table.truth + forecasts.offsets(table, table.log_kg)
    said = replace(table.said["last value"], middle=known, level=table.truth)
    rows = forecast_figures.compared(replace(table, said={**table.said, "oracle": said}))
    closed, level, gain = rows["oracle"][-3:]
    assert (closed, level, gain) == pytest.approx((100.0, 0.0, 0.0))
    assert rows["last value"][-3] == pytest.approx(0.0)


@pytest.mark.parametrize("name", RIVALS)
def test_a_lifter_who_never_changes_surprises_no_rival(name: str) -> None:
    rival = RIVALS[name]()
    seen = [_shown(log(100.0), 3 * number) for number in range(40)]
    for each in seen:
        rival.see(each)
    expected = rival.expect(seen[-1].on + timedelta(days=3), seen[-1].log_load)
    assert expected == pytest.approx(log(100.0), abs=1e-3)


def test_detectors_count_sessions_without_a_record_and_measure_slopes() -> None:
    record, slope, cusum = NoRecord(), Slope(28), Cusum()
    rise = [0.001 * day for day in range(0, 28, 7)]
    for number, strength in enumerate(rise):
        session = Session(7 * number, _shown(strength, 7 * number), failed=False)
        counted, fallen, behind = record.see(session), slope.see(session), cusum.see(session)
    assert counted == 0.0
    assert fallen == pytest.approx(-0.028)
    assert behind == pytest.approx(21 * (0.045 / 28 - 0.001))
    assert record.see(Session(28, _shown(0.0, 28), failed=True)) == 1.0


def test_a_call_is_late_by_the_days_since_the_bend_and_false_while_still_rising() -> None:
    gains = [0.08, 0.05, 0.035, 0.02, 0.01]
    course = _scored(gains, [0.0, 0.1, 0.2, 0.5, 0.9])
    late = levelling.calls([course], levelling.called_by([course], "it", 0.8))
    early = levelling.calls([course], levelling.called_by([course], "it", 0.1))
    never = levelling.calls([course], levelling.called_by([course], "it", 0.95))
    assert (late.false_share, late.delay()) == (0.0, 7.0)
    assert (early.false_share, len(early.delays)) == (1.0, 0)
    assert (never.false_share, never.missed_share) == (0.0, 1.0)


def test_a_threshold_is_chosen_for_a_share_of_false_calls() -> None:
    gains = [0.08, 0.05, 0.02]
    courses = [_scored(gains, [0.0, early, 1.0]) for early in (0.2, 0.4, 0.6, 0.8)]
    threshold = levelling.threshold_for(courses, "it", 0.25)
    assert 0.6 < threshold <= 0.8


def test_a_figure_says_whether_its_bar_is_met() -> None:
    assert Figure("A1", "share", 80.0, 78.0).verdict == "met"
    assert Figure("A1", "share", 75.5, 78.0, digits=1).verdict == "missed by 2.5"
    assert Figure("A2", "cover", 0.83, 0.77, 0.86).verdict == "met"
    assert Figure("A2", "for information", 0.83).verdict == ""


def test_exports_become_histories_that_know_when_their_muscles_were_trained(
    tmp_path: Path,
) -> None:
    made_up.export(tmp_path / "one.csv", rows=500)
    (found,) = logs.histories(tmp_path)
    assert {lift.exercise.slug for lift in found} >= {"back-squat", "deadlift"}
    assert all(len(lift.days) == 20 for lift in found)
    assert all(day.muscle_gap_days is not None for lift in found for day in lift.days[1:])
    table = forecasts.measure(found)
    assert len(table.owner) == 17 * len(found)
    assert np.isnan(table.truth).all()
