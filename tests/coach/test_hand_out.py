"""Exports: what leaves is complete, readable again, and written whole or not at all."""

import json

import pytest

from planner.coach import demo, exporting
from planner.formats import json_log
from planner.storage import clients, log


def test_the_table_has_a_row_for_every_set(squatter, tmp_path):
    path = tmp_path / "log.csv"
    assert exporting.export_csv(squatter, path) == 30
    assert len(path.read_text("utf-8").splitlines()) == 31


def test_a_table_needs_one_lifter(tmp_path, database):
    with pytest.raises(LookupError, match="one lifter"):
        exporting.export_csv(None, tmp_path / "log.csv")


def test_the_document_holds_everything_of_a_lifter(database, tmp_path, today):
    sample = demo.add_sample_lifter(today)
    path = tmp_path / "all.json"
    exporting.export_json(sample, path)
    made = json_log.parse(path.read_text("utf-8")).lifters[0]
    assert list(made.sessions) == log.sessions(sample)
    assert made.mesocycles[0].weeks
    assert made.check_ins
    assert made.lifter == clients.lifter(sample)


def test_settings_travel_only_with_everything(squatter, tmp_path):
    clients.change_setting("theme", "dark")
    one, every = tmp_path / "one.json", tmp_path / "all.json"
    exporting.export_json(squatter, one)
    exporting.export_json(None, every)
    assert json.loads(one.read_text("utf-8")).get("settings", {}) == {}
    assert json.loads(every.read_text("utf-8"))["settings"]["theme"] == "dark"


def test_a_folder_that_is_not_there_is_an_error_and_leaves_nothing(squatter, tmp_path):
    with pytest.raises(OSError, match="missing"):
        exporting.export_csv(squatter, tmp_path / "missing" / "log.csv")
    assert not list(tmp_path.glob("**/.*.part"))
