"""A sheet tells what the whole log tells, though only a part of it is replayed."""

from datetime import timedelta

import pytest

from planner.coach import demo, expecting, printing, readings, sheet_notes, wording
from planner.coach.few_lifts import FewLifts
from planner.engine.terms import LoggedSet, Phase, Reading
from planner.storage import clients, library, plan_days

MADE_UP = [
    demo.Sample("New", 4, seed=1),
    demo.Sample("Rising", 7, seed=5),
    demo.Sample("Away", 12, seed=2, away=(5, 1)),
    demo.Sample("Settled", 26, seed=3),
]


def _is_return(read: Reading | None) -> bool:
    return read is not None and read.phase is Phase.RETURN


@pytest.mark.parametrize("sample", MADE_UP, ids=lambda made: made.name)
def test_a_sheet_says_what_a_reading_of_every_lift_says(database, today, sample):
    lifter = demo.add_made_up(sample, today)
    replays, read = readings.replays(lifter, today), readings.readings(lifter, today)
    for days in range(-14, 15, 7):
        on = today + timedelta(days=days)
        planned = plan_days.week_on(lifter, on)
        if planned is None:
            continue
        few = FewLifts(clients.lifter(lifter), today, library.by_slug())
        slugs = sheet_notes.lifts(planned.week)
        named = {slug: read[slug] for slug in slugs if slug in read}
        unread = {slug for slug in slugs if not few.may_be_back(slug)}
        assert dict(few.readings(slugs)) == named
        assert unread <= {slug for slug in slugs if not _is_return(named.get(slug))}
        _, lines = expecting.for_week(replays, named, planned.week, today)
        told = printing.week_sheet(lifter, on, today).this_week
        assert [line for line in told if "Such gains" in line] == list(map(wording.render, lines))


def test_what_is_done_ahead_of_today_is_not_done_last(squatter, today, train):
    train(squatter, "back-squat", today + timedelta(days=2), LoggedSet(60.0, 5, load=60.0))
    few = FewLifts(clients.lifter(squatter), today, library.by_slug())
    assert few.done_last(["back-squat"])["back-squat"][0] <= today
