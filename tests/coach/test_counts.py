"""How many of a thing there are, and lists of things."""

import inspect
from datetime import date

import pytest

from planner.coach import counts, wording

NOUNS = [
    each
    for name, each in inspect.getmembers(counts, inspect.isfunction)
    if each.__module__ == counts.__name__ and name != "digits"
]


@pytest.mark.parametrize("write", NOUNS, ids=lambda each: each.__name__)
def test_one_of_a_thing_is_one_and_many_have_their_groups_of_digits(write):
    one, several = write(1), write(19626)
    assert one.startswith("1 ")
    assert several.startswith("19,626 ")
    assert one[2:] != several[7:]


def test_sets_may_be_halves():
    assert counts.hard_sets(7.5) == "7.5 hard sets"


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_with_and(parts, said):
    assert wording.listed(parts) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_a_choice_ends_with_or(parts, said):
    assert wording.either(parts) == said


def test_a_list_that_goes_on_has_commas_only():
    assert (wording.in_row(["a", "b", "c"]), wording.in_row([])) == ("a, b, c", "")


def test_a_day_has_its_year_where_it_may_be_long_ago():
    assert wording.short_date(date(2026, 5, 2)) == "2 May"
    assert wording.date_with_year(date(2026, 12, 31)) == "31 Dec 2026"
