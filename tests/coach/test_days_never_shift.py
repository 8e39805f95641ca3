"""A session stays on its day: after midnight, across clock changes, in other zones, leap days."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from planner.coach import importing, library, logging
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.formats import csv_log, json_log
from planner.formats.text import open_table
from planner.storage import clients, database, log

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="zones of a process are POSIX's")

ZONES = (
    "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    "Australia/Lord_Howe",
)  # fmt: skip
TRICKY = (
    datetime(2024, 2, 29, 23, 59),  # a leap day
    datetime(2026, 1, 1, 0, 0),  # the first minute of a year
    datetime(2026, 3, 29, 2, 30),  # skipped by the clocks of Berlin
    datetime(2026, 10, 25, 2, 30),  # there twice
    datetime(2026, 12, 31, 23, 59, 59),
)


@contextmanager
def zone(name: str) -> Iterator[None]:
    """Let the process live in another zone."""
    before = os.environ.get("TZ", "UTC")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        os.environ["TZ"] = before
        time.tzset()


def session(at: datetime, offset: int | None) -> Session:
    """Make a session that goes on after midnight."""
    sets = tuple(
        LoggedSet(100.0, 5, load=100.0, logged_at=at + timedelta(minutes=9 * number))
        for number in range(3)
    )
    return Session(
        at.date(), (LoggedExercise("back-squat", sets),), "Late", at, 1080, offset, finished=True
    )


def times(made: Session) -> tuple[object, ...]:
    stamps = tuple(entry.logged_at for slot in made.exercises for entry in slot.sets)
    return made.on, made.started_at, made.utc_offset_min, made.duration_s, stamps


@pytest.mark.parametrize("elsewhere", ZONES)
def test_what_was_stored_in_one_zone_is_read_alike_in_another(lifter, elsewhere):
    with zone("Europe/Berlin"):
        for at in TRICKY:
            log.add_session(lifter, session(at, 60))
    with zone(elsewhere):
        assert [times(made) for made in log.sessions(lifter)] == [
            times(session(at, 60)) for at in TRICKY
        ]


@pytest.mark.parametrize("elsewhere", ZONES)
@pytest.mark.parametrize("kind", ["csv", "json"])
def test_an_export_of_a_traveller_comes_back_on_the_same_days(
    lifter, tmp_path, kind, elsewhere, export
):
    sent = [
        session(at, offset) for at, offset in zip(TRICKY, (60, -210, 840, -660, None), strict=True)
    ]
    for made in sent:
        log.add_session(lifter, made)
    path = tmp_path / f"log.{kind}"
    with zone("Pacific/Kiritimati"):
        export(path, lifter)
    database.close_database()
    with zone(elsewhere):
        database.open_database(tmp_path / "other.db")
        library.ensure()
        other = clients.add_lifter(Lifter(name="Bea"))
        importing.commit(other, importing.preview(other, path), date(2026, 11, 5))
        assert [times(made) for made in log.sessions(other)] == [times(made) for made in sent]


@pytest.mark.parametrize("here", ZONES)
def test_another_app_s_log_stays_on_the_days_it_names(lifter, tmp_path, here):
    rows = [f'{at:%Y-%m-%d %H:%M:%S},Late,1h,"Squat (Barbell)",1,100,5,0,0,,,' for at in TRICKY]
    head = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"  # noqa: E501
    path = tmp_path / "strong.csv"
    path.write_text("\n".join([head, *rows]))
    with zone(here):
        importing.commit(lifter, importing.preview(lifter, path), date(2026, 11, 5))
        made = [(each.on, each.started_at) for each in log.sessions(lifter)]
    assert made == [(at.date(), at) for at in TRICKY]


@given(
    at=st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1)).map(
        lambda at: at.replace(microsecond=0)
    ),
    offset=st.one_of(st.none(), st.integers(-720, 840)),
    there=st.sampled_from(ZONES),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_moment_comes_back_from_our_own_files(at, offset, there):
    made = session(at, offset)
    with zone(there):
        table = csv_log.read(open_table(csv_log.write([made], {})), None, None)
        whole = json_log.parse(
            json_log.write(
                json_log.Document((json_log.LifterFile(Lifter(name="A"), sessions=(made,)),))
            )
        )
    assert [times(each) for each in table.sessions] == [times(made)]
    assert times(whole.lifters[0].sessions[0]) == times(made)


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 3, 10)),  # forty minutes in Berlin
        (datetime(2026, 10, 25, 1, 50), datetime(2026, 10, 25, 3, 30)),  # 2 h 40 min
        (datetime(2026, 11, 5, 23, 40), datetime(2026, 11, 6, 0, 20)),
    ],
)
def test_a_session_over_a_change_of_clocks_has_the_length_it_had(lifter, start, last):
    with zone("Europe/Berlin"):
        offset = start.astimezone().utcoffset() // timedelta(minutes=1)
        entry = LoggedSet(100.0, 5, load=100.0, logged_at=last)
        slot = LoggedExercise("back-squat", (entry,))
        key = log.add_session(lifter, Session(start.date(), (slot,), "", start, None, offset))
        logging.finish(key)
        made = log.session(key)
    assert made.on == start.date()
    assert made.duration_s == (last.astimezone() - start.astimezone()).total_seconds()


@pytest.mark.parametrize(
    ("start", "last", "offset", "minutes"),
    [
        (datetime(2026, 10, 25, 2, 40), datetime(2026, 10, 25, 2, 10), 120, 30),  # once more 2:10
        (datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 3, 10), -210, 100),  # elsewhere
    ],
)
def test_an_hour_told_twice_and_a_session_far_from_here(lifter, start, last, offset, minutes):
    with zone("Europe/Berlin"):
        slot = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0, logged_at=last),))
        key = log.add_session(lifter, Session(start.date(), (slot,), "", start, None, offset))
        logging.finish(key)
    assert log.session(key).duration_s == 60 * minutes


def test_a_set_after_midnight_belongs_to_the_evening_before(lifter):
    evening = datetime(2026, 11, 5, 23, 40)
    key = log.add_session(lifter, Session(evening.date(), (), "Late", evening))
    slot = logging.add_exercise(key, "back-squat")
    log.add_set(slot, LoggedSet(100.0, 5, load=100.0, logged_at=datetime(2026, 11, 6, 0, 10)))
    assert [each.on for each in log.sessions(lifter)] == [evening.date()]


def test_everything_is_found_again_in_a_file_made_elsewhere(tmp_path: Path):
    with zone("Pacific/Pago_Pago"):
        database.open_database(tmp_path / "there.db")
        library.ensure()
        lifter = clients.add_lifter(Lifter(name="Traveller", bodyweight_kg=80.0))
        clients.record_bodyweight(lifter, date(2024, 2, 29), 79.0)
        log.add_session(lifter, session(TRICKY[0], -660))
        database.close_database()
    with zone("Pacific/Kiritimati"):
        database.open_database(tmp_path / "there.db")
        assert clients.bodyweights(lifter)[0] == (date(2024, 2, 29), 79.0)
        assert [each.on for each in log.sessions(lifter)] == [date(2024, 2, 29)]
        database.close_database()
