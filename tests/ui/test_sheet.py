"""The week's sheet: what stands on the paper, and that nothing is lost at any length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from planner.coach import wording
from planner.coach.print_choice import Layout
from planner.coach.sheet import Sheet, SheetLine, SheetSession
from planner.coach.studio import Studio
from planner.engine import expecting
from planner.engine.expecting import Gaining
from planner.engine.phase import Gain
from planner.ui import theme
from planner.ui.sheet_frame import MARGIN_MM, Paper
from planner.ui.sheet_layout import pages
from planner.ui.sheet_marks import (
    QUIET_MM,
    Box,
    Code,
    Mark,
    Page,
    Picture,
    Rule,
    Stem,
    Text,
    Tick,
    advance,
)
from planner.ui.sheet_table import DATE_MM

A4, LETTER, PORTRAIT = Paper(297, 210), Paper(279.4, 215.9), Paper(210, 297)
LETTER_PORTRAIT = Paper(215.9, 279.4)
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"/>'
CLOSE_MM = 0.2  # nearer than a pen is wide


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    theme.load_fonts()


def line(
    name: str, sets: str = "3×8", load: str = "60", boxes: int = 3, **more: object
) -> SheetLine:
    facts = {"rir": "2", "tempo": "", "rest": "2 min", "superset": "", "note": "", **more}
    return SheetLine(exercise=name, sets=sets, load=load, boxes=boxes, **facts)


def session(title: str, *lines: SheetLine, note: str = "") -> SheetSession:
    return SheetSession(title, note, lines)


def sheet(*sessions: SheetSession, **changes: object) -> Sheet:
    made = Sheet(
        lifter="Sam Lifter",
        heading="Strength block 2 · Week 4 of 6 · 2–8 November 2026",
        coach="Studio Nord",
        sessions=sessions,
        this_week=("Squat: early gains have levelled off.",),
        glossary="RIR = good reps you could still have done.",
        check_in=("Sleep", "Soreness", "Mood", "Energy"),
        bodyweight_unit="kg",
        unit_note="Loads in kg",
        printed="printed 1 Nov 2026",
        code="PL4K7Q",
    )
    return replace(made, **changes)


def week() -> Sheet:
    return sheet(
        session(
            "Mon 2 · Lower A",
            line("Back squat", "5×5", "102.5", 5, rest="3 min", warm_up=("bar×8", "60×5")),
            line("Single-leg balance reach", "2×8", "bw", 2, rir="–", rest="1 min"),
        ),
        session("Tue 3 · Upper A", line("Bench press", "4×8", "55", 4)),
        session("Thu 5 · Lower B", line("Deadlift", "3×5", "120", 3)),
    )


def long_sheet() -> Sheet:
    rows = tuple(
        line(f"Exercise number {n} that has a name of some length", "10×3–5", boxes=10)
        for n in range(14)
    )
    return sheet(session("Mon 2 · Everything", *rows))


def rows(page: Page) -> list[str]:
    """Return the text of a page as it is read: line by line, from left to right."""
    texts = sorted((mark for mark in page if isinstance(mark, Text)), key=foot)
    found: list[list[Text]] = []
    for text in texts:
        if found and foot(text) - foot(found[-1][0]) < 1.0:
            found[-1].append(text)
        else:
            found.append([text])
    return [" | ".join(t.words for t in sorted(row, key=lambda t: t.x)) for row in found]


def foot(text: Text) -> float:
    return text.y + text.height


def ink(page: Page) -> list[tuple[float, float, float, float]]:
    """Return the left, top, right and bottom of every text and box, less a pen's width."""
    return [
        (
            mark.x + CLOSE_MM,
            mark.y + CLOSE_MM,
            mark.x + width(mark) - CLOSE_MM,
            mark.y + mark.height - CLOSE_MM,
        )
        for mark in page
        if not isinstance(mark, Rule | Stem)
    ]


def width(mark: Mark) -> float:
    return advance(mark.words, mark.style) if isinstance(mark, Text) else mark.width


def overlapping(page: Page) -> list[tuple[object, object]]:
    return [
        (a, b)
        for a, b in combinations(ink(page), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def outside(page: Page, paper: Paper) -> list[Mark]:
    edge = MARGIN_MM - 0.3
    return [
        mark
        for mark in page
        if mark.x < edge
        or mark.y < edge
        or mark.x + width(mark) > paper.width - edge
        or mark.y + mark.height > paper.height - edge
    ]


def all_words(made: Sequence[Page]) -> str:
    return "".join("".join(m.words.split()) for page in made for m in page if isinstance(m, Text))


def test_the_sheet_reads_like_the_week():
    (page,) = pages(week(), A4)
    assert rows(page) == [
        "Coach: Studio Nord",
        "Sam Lifter | Strength block 2 · Week 4 of 6 · 2–8 November 2026",
        "PL4K7Q",
        "Mon 2 · Lower A | Date | Tue 3 · Upper A | Date",
        "Exercise | Sets | Load | RIR | Rest | Done (load × reps)"
        " | Exercise | Sets | Load | RIR | Rest | Done (load × reps)",
        "Bench press | 4×8 | 55 | 2 | 2 min",
        "Back squat | 5×5 | 102.5 | 2 | 3 min",
        "Warm-up | bar×8 | 60×5",
        "Single-leg balance",
        "2×8 | bw | – | 1 min",
        "reach",
        "Thu 5 · Lower B | Date",
        "Exercise | Sets | Load | RIR | Rest | Done (load × reps)",
        "Deadlift | 3×5 | 120 | 2 | 2 min",
        "This week | Squat: early gains have levelled off. | Check-in | (1–5) | Sleep | Soreness"
        " | Mood | Energy | Bodyweight | kg",
        "RIR = good reps you could still have done.",
        "Loads in kg · printed 1 Nov 2026"
        " · code PL4K7Q opens this week in the planner (Ctrl+G) · page 1 of 1",
    ]


def test_there_is_a_box_for_every_set_and_every_question():
    (page,) = pages(week(), A4)
    boxes = [mark for mark in page if isinstance(mark, Box)]
    dates, weight = 3, 1
    assert len(boxes) == 5 + 2 + 4 + 3 + 4 + dates + weight
    assert sum(isinstance(mark, Tick) for mark in page) == 2


def boxes_of(page: Page) -> list[Box]:
    """Return the boxes for sets: those for dates, check-in and bodyweight lie elsewhere."""
    boxes = [mark for mark in page if isinstance(mark, Box)][: -len(sheet().check_in) - 1]
    return [box for box in boxes if box.width != DATE_MM]


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT])
@pytest.mark.parametrize("sets", [3, 4, 5, 6])
@pytest.mark.parametrize("tempo", ["", "3-1-3-0"])
def test_a_box_holds_load_and_reps_written_by_hand(paper, sets, tempo):
    lifts = [
        line("Single-leg balance reach", f"{sets}×12–15", "122.5", sets, rest="2:30 min"),
        *(line(f"Exercise {n}", f"{sets}×8", boxes=sets, tempo=tempo) for n in range(4)),
    ]
    (page,) = pages(sheet(session("Mon", *lifts), session("Tue", *lifts)), paper)
    assert len(boxes_of(page)) == 10 * sets
    assert min(box.width for box in boxes_of(page)) >= 16
    assert not [*outside(page, paper), *overlapping(page)]


def test_boxes_are_narrower_where_that_saves_a_page_and_no_narrower_than_a_number():
    day = session("Day", *(line(f"Exercise {n}", "5×5", boxes=5) for n in range(7)))
    (page,) = pages(sheet(*[day] * 4), A4)
    assert 10 <= min(box.width for box in boxes_of(page)) < 16
    assert min(box.height for box in boxes_of(page)) >= 7


def test_few_sets_have_wide_boxes_beside_narrow_ones_of_many():
    lifts = (line("Back squat", "5×5", boxes=5), *(line(f"Exercise {n}") for n in range(7)))
    day = session("Day", *lifts)
    (page,) = pages(sheet(*[day] * 4), A4)
    widths = sorted(box.width for box in boxes_of(page))
    assert widths[0] < 16
    assert widths[-1] == 16


def test_ten_sets_take_more_rows_of_boxes():
    (page,) = pages(sheet(session("Mon", line("Back squat", boxes=10))), A4)
    assert sorted(Counter(round(box.y, 1) for box in boxes_of(page)).values()) == [2, 4, 4]


def test_a_lifter_without_coach_has_no_coach_line():
    (page,) = pages(replace(week(), coach=""), A4)
    assert "Coach" not in all_words([page])


def test_a_tempo_stands_below_its_exercise_and_nowhere_else():
    slow = line("Split squat", tempo="3-1-3-0")
    (page,) = pages(sheet(session("Mon", slow, line("Leg curl")), session("Tue", line("Row"))), A4)
    (tempo,) = (mark for mark in page if isinstance(mark, Text) and "Tempo" in mark.words)
    name = next(mark for mark in page if isinstance(mark, Text) and mark.words == "Split squat")
    assert tempo.words == "Tempo 3-1-3-0"
    assert (tempo.x, tempo.y) == (name.x, pytest.approx(name.y + name.height))


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT])
def test_the_key_stands_on_every_page_of_sessions_and_once_on_each(paper):
    day = session("Day", *(line(f"Exercise {n}") for n in range(9)))
    made = pages(sheet(*[day] * 14), paper)
    assert len(made) > 1
    counts = [all_words([page]).count("RIR=goodreps") for page in made]
    assert counts == [1] * len(made)
    assert not [pair for page in made for pair in overlapping(page)]


def test_each_side_stands_below_the_sets():
    (page,) = pages(sheet(session("Mon", line("Split squat", "3×8–12\neach side"))), A4)
    sets, side = (
        next(mark for mark in page if isinstance(mark, Text) and mark.words == words)
        for words in ("3×8–12", "each side")
    )
    assert (side.x, side.y) == (sets.x, pytest.approx(sets.y + sets.height))


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_three_sets_stand_side_by_side_even_beside_a_tempo_and_long_rests(paper):
    wide = line("Single-leg balance reach", "3×12–15", "122.5", 3, rest="2:30 min", tempo="3-1-3-0")
    (page,) = pages(sheet(session("Mon", wide), session("Tue", line("Row"))), paper)
    assert len({box.y for box in boxes_of(page)[:3]}) == 1


def test_warm_ups_of_all_exercises_are_squares_to_tick_below_their_names():
    many = line("Back squat", warm_up=tuple(f"{kg}×5" for kg in range(20, 220, 10)))
    (page,) = pages(sheet(session("Mon", many)), A4)
    ticks = [mark for mark in page if isinstance(mark, Tick)]
    name = next(mark for mark in page if isinstance(mark, Text) and mark.words == "Back squat")
    assert len(ticks) == 20
    assert min(tick.y for tick in ticks) > name.y
    assert not [*outside(page, A4), *overlapping(page)]


def test_what_is_done_in_turn_is_bound_by_a_line_and_nothing_else_is():
    bound = [line("Curl", superset="A1"), line("Pushdown", superset="A2"), line("Row")]
    alone = [line("Squat", superset="B1"), line("Plank")]
    (page,) = pages(sheet(session("Mon", *bound), session("Tue", *alone)), A4)
    stems = sorted((mark for mark in page if isinstance(mark, Stem)), key=lambda mark: mark.y)
    assert len(stems) == 2
    assert stems[0].y + stems[0].height == pytest.approx(stems[1].y)


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT, LETTER_PORTRAIT])
def test_one_session_a_page_has_larger_boxes_lines_for_notes_and_its_own_check_in(paper):
    made = pages(week(), paper, Layout.SINGLE)
    assert len(made) == len(week().sessions)
    for page, each in zip(made, week().sessions, strict=True):
        said = all_words([page])
        assert "".join(each.title.split()) in said
        assert all(word in said for word in ("Notes", "Check-in", "Bodyweight", "Date"))
        sets = [box for box in boxes_of(page) if box.width != DATE_MM]
        assert min(box.width for box in sets) >= 16
        assert min(box.height for box in sets) >= 9
        assert not [*outside(page, paper), *overlapping(page)]


def test_a_long_session_on_a_page_of_its_own_gives_up_lines_and_large_boxes_first():
    day = session("Day", *(line(f"Exercise {n}", "5×5", boxes=5) for n in range(20)))
    (page,) = pages(sheet(day), PORTRAIT, Layout.SINGLE)
    assert min(box.height for box in boxes_of(page)) < 11
    assert not [*outside(page, PORTRAIT), *overlapping(page)]


@pytest.mark.parametrize("layout", Layout)
def test_logo_footer_and_code_stand_on_every_page(layout):
    twice = long_sheet().sessions * 2
    studio = Studio(LOGO, "12 Main Street")
    made = pages(replace(long_sheet(), sessions=twice, studio=studio), A4, layout)
    assert len(made) > 1
    for page in made:
        (logo,) = (mark for mark in page if isinstance(mark, Picture))
        (code,) = (mark for mark in page if isinstance(mark, Code))
        assert (logo.width, logo.height) == (40, 10)
        assert code.width + 2 * QUIET_MM >= 12
        assert "12MainStreet" in all_words([page])
        near = [other for other in page if other is not code and not isinstance(other, Rule)]
        assert all(distance(code, other) >= QUIET_MM - 0.01 for other in near)


def distance(code: Code, other: Mark) -> float:
    """Return how much white there is between a code and another mark."""
    across = max(code.x - other.x - width(other), other.x - code.x - code.width)
    down = max(code.y - other.y - other.height, other.y - code.y - code.height)
    return max(across, down)


def test_a_word_of_a_name_is_not_broken_to_make_room_for_boxes():
    (page,) = pages(sheet(session("Mon", line("Supported hyperextension", boxes=4))), A4)
    assert "hyperextension" in {m.words for m in page if isinstance(m, Text)}


def test_a_superset_and_a_note_are_printed():
    (page,) = pages(sheet(session("Mon", line("Curl", superset="A", note="Elbows still."))), A4)
    assert {"A  Curl", "Elbows still."} <= {m.words for m in page if isinstance(m, Text)}


def test_sessions_that_fit_a_page_are_never_split():
    day = session("Day", *(line(f"Exercise {n}") for n in range(9)))
    made = pages(sheet(*[day] * 7), A4)
    assert len(made) > 1
    assert "(continued)" not in all_words(made)


def test_a_session_longer_than_a_page_goes_on_under_its_name():
    made = pages(long_sheet(), A4)
    assert "Everything(continued)" in all_words(made)
    assert all_words(made).count("Done") == all_words(made).count("Everything")


def test_rows_move_closer_when_that_saves_a_page():
    day = session("Day", *(line(f"Exercise {n}") for n in range(7)))
    assert len(pages(sheet(*[day] * 4), A4)) == 1


def test_pages_are_counted_and_the_bodyweight_is_asked_once():
    made = pages(long_sheet(), A4)
    for number, page in enumerate(made, start=1):
        assert f"page{number}of{len(made)}" in all_words([page])
    assert all_words(made).count("Bodyweight") == 1


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT])
@pytest.mark.parametrize("lifts", [1, 150])
def test_bodyweight_and_check_in_are_asked_on_the_same_page(paper, lifts):
    told = tuple(f"Lift {n}: flat for some weeks; one change at a time." for n in range(lifts))
    made = pages(replace(long_sheet(), this_week=told), paper)
    asked = [("Check-in" in all_words([p]), "Bodyweight" in all_words([p])) for p in made]
    assert asked == [(False, False)] * (len(made) - 1) + [(True, True)]


def test_a_portrait_page_has_one_column():
    made = pages(week(), PORTRAIT)
    titles = [m.x for page in made for m in page if isinstance(m, Text) and " · Lower" in m.words]
    assert set(titles) == {MARGIN_MM}


def test_a_name_without_spaces_wraps_inside_its_letters():
    name = "Supercalifragilistic" * 6
    made = pages(sheet(session("Mon", line(name))), A4)
    assert name in all_words(made)
    assert not [mark for page in made for mark in outside(page, A4)]


def test_signs_beyond_the_usual_alphabet_survive_wrapping():
    name = "Kniebeuge 𝟙𝟚𝟛 スクワット " * 6
    made = pages(sheet(session("Mon", line(name))), A4)
    assert "".join(name.split()) in all_words(made)


def test_notes_too_long_for_the_page_go_on_the_next():
    told = tuple(f"Lift {n}: flat for some weeks; one change at a time." for n in range(150))
    made = pages(replace(week(), this_week=told), A4)
    assert len(made) > 1
    assert "Lift149:" in all_words(made)
    assert not [pair for page in made for pair in overlapping(page)]


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT])
def test_early_gains_are_told_whole_however_long_the_names(paper):
    began = date(2026, 10, 5)
    lifts = [
        Gaining(
            slug, f"Single-arm dumbbell overhead carry, {slug}", began, began, Gain(0.08, 0.03), 0.9
        )
        for slug in ("left", "right", "slow")
    ]
    line = wording.render(expecting.note(lifts))
    made = pages(replace(week(), this_week=(line,)), paper)
    assert "".join(line.split()) in all_words(made)
    assert not [mark for page in made for mark in outside(page, paper)]
    assert not [pair for page in made for pair in overlapping(page)]


LETTERS = (*"abcdefgilmnorstwWMéßЖλ·()-שלוםمرحبไทยहस日本🏋", "हि", "हिं")  # no vowel sign alone
SIGNS = "0123456789×–.@bw+"
words = st.lists(st.sampled_from(LETTERS), max_size=40).map("".join)
names = st.lists(words, max_size=4).map(" ".join)


def written(rng: Random, letters: Sequence[str], longest: int) -> str:
    """Make up a text: none, one letter, as long as may be, or anything between."""
    count = rng.choice((0, 1, longest, *(rng.randint(1, longest) for _ in range(3))))
    return "".join(rng.choices(letters, k=count))


def any_line(seed: int) -> SheetLine:
    """Make up a line; to draw it letter by letter would take longer than to lay it out."""
    rng = Random(seed)
    name, note = (
        " ".join(written(rng, LETTERS, 40) for _ in range(rng.randint(0, 4))) for _ in range(2)
    )
    sets, load, rir, rest = (written(rng, SIGNS, 12) for _ in range(4))
    warm_up = tuple(written(rng, SIGNS, 12) for _ in range(rng.choice((0, 0, 2, 7))))
    return SheetLine(
        name, sets, load, rir, rng.choice(("", "3-1-3-0")), rest, rng.randint(0, 12),
        rng.choice(("", "A")), note, warm_up=warm_up,
    )  # fmt: skip


any_session = st.builds(
    SheetSession,
    title=names,
    note=names,
    lines=st.lists(st.integers(0, 2**32).map(any_line), max_size=8).map(tuple),
)


@given(
    sessions=st.lists(any_session, max_size=4).map(tuple),
    lifter=names,
    heading=names,
    coach=names,
    told=st.lists(names, max_size=3).map(tuple),
    questions=st.lists(st.text("abcxyz", max_size=12), max_size=7).map(tuple),
    footer=names,
    logo=st.booleans(),
    paper=st.sampled_from([A4, LETTER, PORTRAIT, LETTER_PORTRAIT]),
    layout=st.sampled_from(Layout),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_overlaps_or_leaves_the_page_whatever_is_written(
    sessions, lifter, heading, coach, told, questions, footer, logo, paper, layout
):
    given_sheet = sheet(
        *sessions,
        lifter=lifter,
        heading=heading,
        coach=coach,
        this_week=told,
        check_in=questions,
        studio=Studio(LOGO if logo else b"", footer),
    )
    made = pages(given_sheet, paper, layout)
    assert not [mark for page in made for mark in outside(page, paper)]
    assert not [pair for page in made for pair in overlapping(page)]
    boxes = [mark for page in made for mark in page if isinstance(mark, Box)]
    feet = max(1, len(sessions)) if layout is Layout.SINGLE else 1
    sets = sum(entry.boxes for each in sessions for entry in each.lines)
    assert len(boxes) == sets + len(sessions) + feet * (len(questions) + 1)
    assert all(box.width >= 10 and box.height >= 7 for box in boxes)
    printed = all_words(made)
    for each in sessions:
        for entry in each.lines:
            assert "".join(entry.exercise.split()) in printed
