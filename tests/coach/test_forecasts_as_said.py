"""What the page of forecasts tells of a past day is what the program said on that day."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings, strategies as st

from planner import engine
from planner.coach import before_session, record_of_forecasts
from planner.coach.charts import forecast_reading
from planner.coach.parts import at_once
from planner.engine import target
from planner.engine.terms import Experience, Lifter, LoggedSet
from planner.storage import clients

FIRST = date(2026, 1, 5)
LIFTS = ("back-squat", "front-squat", "pull-up", "seated-leg-curl")
LOGS = st.lists(
    st.tuples(
        st.sampled_from(LIFTS),
        st.integers(1, 24),  # days since the session before
        st.integers(4, 24).map(lambda step: 5.0 * step),  # kg
        st.integers(1, 12),
    ),
    min_size=2,
    max_size=14,
)


def said_live(lifter, slug, on, best):
    """Return (low, high, planned, chance) as the cards of the log have it before a day's sets."""
    known = before_session.before(lifter, slug, on)
    if known is None:
        return None
    made = engine.forecast_sets(
        known.state, on, best.load_kg or 0.0, muscle_gap_days=known.gap_days
    )
    meant = target.repeated(known.state.exercise, known.base.sets, known.base.reps)
    planned = None if meant is None else meant.reps_low
    chance = None if planned is None else made.p_hit(planned)
    return *record_of_forecasts.whole_range(made), planned, chance


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LOGS, st.integers(0, 14), st.sampled_from([Experience.NOVICE, Experience.INTERMEDIATE]))
def test_replaying_day_by_day_gives_what_was_said_live(database, train, log, weighed, experience):
    lifter, on, live = clients.add_lifter(Lifter(experience, name="Kim")), FIRST, {}
    for number, (slug, days, kg, reps) in enumerate(log):
        on += timedelta(days=days)
        if number == weighed:
            clients.record_bodyweight(lifter, on, 91.0)
        best = LoggedSet(kg, reps, load=kg)
        live[slug, on] = said_live(lifter, slug, on, best)
        train(lifter, slug, on, best)
    later = on + timedelta(days=30)
    for slug in {slug for slug, *_ in log}:
        made = at_once(forecast_reading.one_lift(lifter, slug, later))
        told = {each.on: each.made for each in made.results}
        for (lift, day), said in live.items():
            if lift == slug and said is not None:
                now = told[day]
                assert (now.low, now.high, now.planned, now.hit_p) == said
