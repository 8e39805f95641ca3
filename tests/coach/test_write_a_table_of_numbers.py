"""The numbers behind a chart go to spreadsheets, and run nothing there."""

import csv
from datetime import date

from planner.coach import number_table


def test_text_is_guarded_and_numbers_and_days_are_what_they_are(tmp_path):
    rows = [("=1+1", date(2026, 11, 2), -2.5, None), ("-danger", date(2026, 11, 3), 0, "@x")]
    number_table.write(("Exercise", "Day", "+Change", "Note"), rows, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            ["Exercise", "Day", "'+Change", "Note"],
            ["'=1+1", "2026-11-02", "-2.5", ""],
            ["'-danger", "2026-11-03", "0", "'@x"],
        ]


def test_what_is_copied_is_guarded_too_and_signs_stay_before_numbers():
    rows = [["=1+1", "-2.5", "+3 %"], ["@x", "Back squat", ""]]
    assert number_table.pasted(rows) == "'=1+1\t-2.5\t+3 %\n'@x\tBack squat\t"
