"""Programs of the user's own are kept, changed and deleted by their slugs."""

from __future__ import annotations

import pytest

from planner.storage import programs, undo


def test_programs_are_listed_by_name(opened):
    programs.save("b", "beta", "{}")
    programs.save("a", "Zeta", "{}")
    assert [made.name for made in programs.programs()] == ["beta", "Zeta"]


def test_a_program_saved_again_is_the_same_one_changed(opened):
    key = programs.save("b", "Beta", "{}")
    before = programs.program("b")
    assert programs.save("b", "Gamma", '{"x": 1}') == key
    after = programs.program("b")
    assert (after.name, after.document, after.uid) == ("Gamma", '{"x": 1}', before.uid)


def test_a_deleted_program_is_gone_until_that_is_undone(opened, dump):
    programs.save("b", "Beta", "{}")
    before = dump()
    with undo.step() as step:
        programs.delete("b")
    assert programs.programs() == []
    undo.revert(step)
    assert dump() == before


def test_an_unknown_program_is_an_error(opened):
    with pytest.raises(LookupError):
        programs.program("none")
    with pytest.raises(LookupError):
        programs.delete("none")
