"""Numbers, durations, distances and effort in cells."""

import pytest

from planner.formats.cells import duration_s, metres_per, note, number, rir_from_rpe


@pytest.mark.parametrize(
    ("text", "value"),
    [("82.5", 82.5), ("82,5", 82.5), (" 8.0 ", 8.0), ("", None), ("1e2", 100.0), ("-3", -3.0)],
)
def test_numbers_have_a_point_or_a_comma(text, value):
    assert number(text) == value


@pytest.mark.parametrize("text", ["abc", "1.2.3", "1_000", "nan", "inf", "1e99", "12kg", "٣"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match="is no number"):
        number(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("55s", 55), ("7m", 420), ("1h 6m", 3960), ("21min", 1260), ("1h 14min", 4440),
        ("234h 29m", 844140), ("1:59:30", 7170), ("2:30", 150), ("3134", 3134), ("", None),
        ("1.5h", 5400), ("0:01:30,5", 90.5),
    ],
)  # fmt: skip
def test_durations_are_read_in_every_dress(text, seconds):
    assert duration_s(text) == seconds


@pytest.mark.parametrize(
    "text", ["long", "5 kg", "1h and a bit", f"{'9' * 320}h", f"{'9' * 320}:00:00", "300000h"]
)
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(ValueError, match="is no number"):
        duration_s(text)


@pytest.mark.parametrize(
    ("unit", "metres"),
    [("km", 1000), ("mi.", 1609.344), ("Miles", 1609.344), ("meters", 1), ("ft", 0.3048)],
)
def test_distances_know_their_units(unit, metres):
    assert metres_per(unit) == metres


def test_an_unknown_unit_of_distance_is_none():
    assert metres_per("parsec") is None


def test_effort_becomes_reps_in_reserve():
    assert rir_from_rpe("8.5") == 1.5
    assert rir_from_rpe("0") is None
    with pytest.raises(ValueError, match="11"):
        rir_from_rpe("11")


def test_notes_have_plain_line_breaks():
    assert note(" one\r\ntwo\rthree ") == "one\ntwo\nthree"
    assert note("") == ""
