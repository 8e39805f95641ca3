"""What a row writes is what it reads: on every kind of exercise, in every locale and unit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QLocale

from planner.coach.entry import SetRow, load_fields, parse_entry, usual_side
from planner.engine.terms import (
    Category,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    SetKind,
    Side,
    Unit,
)
from planner.ui import set_draft
from planner.ui.set_columns import Field, columns, done_text, result_text
from planner.ui.set_offers import Entry, is_whole

EMPTY = SetRow(1, None, None, None, None)
LOCALES = [
    QLocale(QLocale.Language.English),
    QLocale(QLocale.Language.German),
    QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt),
]
EXERCISES = st.builds(
    Exercise,
    slug=st.just("lift"),
    load_kind=st.sampled_from(LoadKind),
    measure=st.sampled_from(Measure),
    per_side=st.booleans(),
    category=st.sampled_from(Category),
)
SECONDS = st.integers(1, 14_400).map(lambda s: s / 2)
METRES = st.integers(1, 90_000).map(lambda m: m / 8) | st.integers(1, 400).map(lambda m: m * 100.0)
AMOUNTS = st.one_of(
    st.builds(dict, reps=st.integers(0, 200)),
    st.builds(dict, seconds=SECONDS),
    st.builds(dict, distance_m=METRES),
    st.builds(dict, seconds=SECONDS, distance_m=METRES),
)


@contextmanager
def reading(locale: QLocale) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(locale)
    try:
        yield
    finally:
        QLocale.setDefault(before)


@st.composite
def done(draw: st.DrawFn) -> tuple[Exercise, LoggedSet]:
    exercise = draw(EXERCISES)
    kind = exercise.load_kind
    low = 0 if kind in (LoadKind.EXTERNAL, LoadKind.NONE) else -400
    load = draw(st.integers(low, 4000).map(lambda x: x / 8))
    bare = kind in (LoadKind.NONE, LoadKind.BODYWEIGHT)
    none = draw(st.booleans()) or (bare and not load)
    fields = {"load_kg": None} if none else load_fields(load, draw(st.sampled_from(Unit)))
    sides = [usual_side(exercise), Side.LEFT, Side.RIGHT]
    return exercise, LoggedSet(
        **{"reps": None, **fields, **draw(AMOUNTS)},
        rir=draw(st.none() | st.integers(0, 20).map(lambda x: x / 2)),
        kind=draw(st.sampled_from(SetKind)),
        side=draw(st.sampled_from(sides)),
        tempo=draw(st.sampled_from(["", "3-1-3-0", "3-1-X-0", "10-0-1-0", "2-0-2"])),
    )


def same(one: LoggedSet, other: LoggedSet) -> bool:
    """Say whether two sets are the same; lengths to a hair, no load in no unit."""
    if one.load_kg is None and other.load_kg is None:
        other = replace(other, unit=one.unit)
    lengths = one.distance_m, other.distance_m
    if None not in lengths:
        assert lengths[0] == pytest.approx(lengths[1], abs=1e-5)
        other = replace(other, distance_m=one.distance_m)
    return one == other


@given(made=done(), locale=st.sampled_from(LOCALES), unit=st.sampled_from(Unit))
def test_what_is_written_of_a_set_reads_as_the_same_set(made, locale, unit) -> None:
    exercise, entry = made
    with reading(locale):
        text = result_text(entry, exercise, unit)
        draft = parse_entry(text, exercise, unit, EMPTY)
    assert not draft.problem, (text, draft.problem)
    assert same(entry, draft.sets[0]), text


@given(made=done(), locale=st.sampled_from(LOCALES), unit=st.sampled_from(Unit))
def test_a_row_retyped_as_it_is_changes_nothing(made, locale, unit) -> None:
    exercise, entry = made
    row = Entry(replace(EMPTY, logged=entry), None, exercise, unit, kind=entry.kind)
    with reading(locale):
        cells = {
            c.field: done_text(c.field, entry, exercise, unit) for c in columns(exercise, unit)
        }
        assert set_draft.revise(row, entry, cells).sets == (entry,)
        text = result_text(entry, exercise, unit)
        bare = entry.reps is not None and "×" not in text  # of which an effort's cell makes one
        own = {Field.RIR, Field.RPE} if bare else set()
        for field in (field for field in cells if is_whole(field, text) and field not in own):
            draft = set_draft.revise(row, entry, {**cells, field: text})
            assert not draft.problem, (text, draft.problem)
            assert same(entry, draft.sets[0]), (field, text)


@given(made=done(), cell=st.integers(0, 2), text=st.text(max_size=12))
def test_nothing_that_is_typed_into_a_cell_is_lost_or_breaks_it(made, cell, text) -> None:
    exercise, _ = made
    fields = [each.field for each in columns(exercise, Unit.KG)]
    typed = {fields[min(cell, len(fields) - 1)]: text.strip()}
    draft = set_draft.read(Entry(EMPTY, None, exercise, Unit.KG), typed)
    assert bool(draft.sets) != bool(draft.problem)
