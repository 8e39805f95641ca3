"""The phases of a lift in words and marks: the chip, the key, the legend, the days off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach.charts import TimeOff
from planner.engine.terms import Phase, Unit
from planner.ui import happenings, phases
from planner.ui.charts import chart_words, plot_table
from planner.ui.charts.eventful_plot import gaps
from planner.ui.charts.plot_legend import Legend, LegendSign
from planner.ui.widgets import PhaseMark

FIRST = date(2026, 8, 17)


def test_the_chip_names_the_phase_its_day_and_how_sure_it_is(chart):
    assert chart_words.chip(chart) == "levelling off since 19 Oct · 94 %"


def test_the_chip_of_a_plateau_counts_from_the_start_of_its_band(chart, reading):
    flat = replace(
        reading, phase=Phase.PLATEAU, phase_probabilities={Phase.PLATEAU: 1.0}, levelled_off_on=None
    )
    span = replace(chart.spans[-1], phase=Phase.PLATEAU, levelling_off=False)
    said = chart_words.chip(replace(chart, reading=flat, spans=(span,)))
    assert said == "plateau since 19 Oct · 99 %"


def test_the_chip_says_time_off_until_somebody_is_back(chart, reading):
    last = date(2026, 8, 20)
    shares = {Phase.RETURN: 0.99}
    away = replace(reading, phase=Phase.RETURN, phase_probabilities=shares, last_on=last)
    assert chart_words.chip(replace(chart, reading=away)) == "time off since 20 Aug · 77 days"
    assert phases.look(away).word == "not trained"
    back = replace(away, last_on=away.on)
    assert chart_words.chip(replace(chart, reading=back)) == "coming back · 99 %"
    assert phases.look(back).word == "coming back"


def test_the_chip_of_a_lift_left_out_for_others_says_so(chart, reading):
    off = TimeOff(date(2026, 9, 6), reading.on, whole=False, ongoing=True)
    left_out = replace(chart, reading=replace(reading, last_on=off.since), time_off=(off,))
    assert chart_words.chip(left_out) == "other lifts only since 6 Sept · 60 days"


def test_the_chip_says_time_off_only_since_the_last_training_of_its_muscles(chart, reading):
    last, rests = date(2026, 6, 6), date(2026, 9, 1)
    off = TimeOff(last, reading.on, whole=False, ongoing=True, rested=True)
    shares = {Phase.RETURN: 0.99}
    away = replace(reading, phase=Phase.RETURN, phase_probabilities=shares, last_on=last)
    made = replace(chart, reading=away, time_off=(off,))
    assert chart_words.chip(made) == "not trained since 6 Jun · 152 days"
    rested = replace(made, time_off=(replace(off, rests_since=rests),))
    assert chart_words.chip(rested) == "not trained since 6 Jun · time off since 1 Sept"
    assert [(date.fromordinal(int(gap.since)), gap.word) for gap in gaps(rested)] == [
        (last, "not trained"),
        (rests, "time off"),
    ]
    assert chart_words.phase_key(rested)[-1][1] == "time off or not trained"


def test_a_day_in_time_off_is_the_same_in_table_and_plot(chart):
    since, until = date(2026, 9, 14), date(2026, 10, 12)
    off = TimeOff(since, until, whole=True)
    inside = replace(chart.events[1], on=date(2026, 9, 30), kind="decision")
    made = replace(chart, time_off=(off,), events=(inside,))
    phase = {row.on: row.phase for row in plot_table.strength_rows(made, Unit.KG)}
    assert phase[inside.on] == "time off"
    assert (phase[since], phase[until]) == ("early gains", "early gains")


def test_the_chip_admits_that_it_cannot_tell(chart, reading):
    unclear = replace(reading, phase=Phase.UNCLEAR, levelled_off_on=None)
    assert chart_words.chip(replace(chart, reading=unclear)) == "can't tell yet"


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        (0, "A phase can appear here after 3 more sessions."),
        (2, "A phase can appear here after one more session."),
        (3, ""),
        (20, ""),
    ],
)
def test_a_short_history_says_what_is_missing(chart, sessions, said):
    unclear = replace(chart.reading, phase=Phase.UNCLEAR, sessions=sessions)
    assert chart_words.still_missing(replace(chart, reading=unclear)) == said
    named = replace(chart, reading=replace(unclear, phase=Phase.RETURN))
    assert chart_words.still_missing(named) == ""  # it is there already


def test_an_event_of_an_unknown_kind_is_marked_without_a_word():
    assert happenings.look("something new").word == ""


def test_no_event_is_marked_like_a_phase_that_it_does_not_begin():
    taken = {phases.phase_look(phase).mark for phase in Phase}
    for kind in ("decision", "deload", "swap"):
        assert happenings.look(kind).mark not in taken
        mark = PhaseMark(happenings.look(kind))
        assert not mark.grab().isNull()
        mark.deleteLater()


def test_the_key_names_the_phases_of_the_lift_and_its_time_off(chart):
    words = [word for _, word in chart_words.phase_key(chart)]
    assert words == ["early gains", "levelling off"]
    off = tuple(TimeOff(FIRST, FIRST, whole) for whole in (True, False))
    words = [word for _, word in chart_words.phase_key(replace(chart, time_off=off))]
    assert words[-1] == "time off or other lifts only"


def test_the_legend_is_spoken_as_one_sentence_and_drops_what_has_no_room(qtbot):
    early = phases.phase_look(Phase.EARLY)
    made = Legend([*((sign, sign.name.lower()) for sign in LegendSign), (early, early.word)])
    qtbot.addWidget(made)
    assert made.accessibleName() == (
        "Legend: dot, ring, ribbon, dashes, range, shades, hatched, left, right, cross, dots, "
        "early gains"
    )
    for width in (60, 800):
        made.resize(width, 20)
        assert not made.grab().isNull()
