"""The body shows what works, the pictogram how: in the colours of the theme, and in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from planner.engine.terms import Muscle, Pattern
from planner.ui import theme
from planner.ui.body_map import BodyMap
from planner.ui.pictogram import Pictogram, pictogram
from planner.ui.theme import Theme

CHEST, BACK_OF_THIGH = (50, 65), (201, 160)  # px in the view box


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=["light", "dark"])
def dressed(request, qapp) -> Iterator[Theme]:
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def body(window) -> BodyMap:
    made = BodyMap(window)
    made.resize(made.sizeHint())
    return made


def colour(body: BodyMap, where: tuple[int, int]) -> str:
    return body.grab().toImage().pixelColor(*where).name()


def ink(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    opaque = (image.pixelColor(*point) for point in points)
    return {each.name() for each in opaque if each.alpha() == 255}


def test_prime_movers_have_the_accent_helpers_a_lighter_one_others_neither(dressed, body) -> None:
    seen = []
    for share in (1.0, 0.5, 0.0):
        body.show_muscles([(Muscle.CHEST, share)])
        seen.append(colour(body, CHEST))
    assert seen[0] == dressed.accent
    body.show_muscles([])
    assert seen[2] == colour(body, CHEST)
    assert len(set(seen)) == 3


def test_only_the_named_muscle_is_coloured(dressed, body) -> None:
    body.show_muscles([(Muscle.HAMSTRINGS, 1.0)])
    assert colour(body, BACK_OF_THIGH) == dressed.accent
    chest = colour(body, CHEST)
    body.show_muscles([])
    assert colour(body, CHEST) == colour(body, BACK_OF_THIGH) == chest


def test_the_body_stays_in_proportion_in_the_middle_of_a_wide_place(dressed, body) -> None:
    body.show_muscles([(Muscle.CHEST, 1.0)])
    body.resize(440, 260)
    assert colour(body, (CHEST[0] + 100, CHEST[1])) == dressed.accent


def test_the_body_follows_another_theme(qapp, body) -> None:
    body.show_muscles([(Muscle.CHEST, 1.0)])
    theme.apply(qapp, theme.DARK)
    dark = colour(body, CHEST)
    theme.apply(qapp, theme.LIGHT)
    assert (dark, colour(body, CHEST)) == (theme.DARK.accent, theme.LIGHT.accent)


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        (
            [(Muscle.QUADS, 1.0), (Muscle.ADDUCTORS, 0.5), (Muscle.GLUTES, 1.0)],
            "Prime movers: quads, glutes; helpers: adductors",
        ),
        ([(Muscle.SIDE_DELTS, 1.0)], "Prime movers: side delts"),
        ([(Muscle.ABS, 0.5)], "Helpers: abs"),
        ([], "No muscles are counted"),
    ],
)
def test_the_body_says_what_it_shows(body, shares, said) -> None:
    body.show_muscles(shares)
    assert body.accessibleName() == said


@pytest.mark.parametrize("pattern", Pattern)
def test_a_pictogram_is_drawn_in_the_colours_of_the_theme(dressed, pattern) -> None:
    drawn = pictogram(pattern, dressed, 96).toImage()
    assert dressed.text in ink(drawn)
    assert (dressed.accent in ink(drawn)) == (
        pattern not in (Pattern.BALANCE, Pattern.CONDITIONING)
    )


def test_a_pictogram_is_as_large_as_asked_and_drawn_once(qapp) -> None:
    first, second = (pictogram(Pattern.SQUAT, theme.LIGHT, 40) for _ in range(2))
    assert first.deviceIndependentSize().toTuple() == (40, 40)
    assert first.cacheKey() == second.cacheKey()


def test_a_pictogram_in_a_window_is_named_and_follows_the_theme(window, qapp) -> None:
    shown = Pictogram(window)
    shown.show_pattern(Pattern.VERTICAL_PULL)
    assert shown.accessibleName() == "Vertical pull"
    theme.apply(qapp, theme.DARK)
    assert theme.DARK.text in ink(shown.grab().toImage())
    theme.apply(qapp, theme.LIGHT)
    assert theme.LIGHT.text in ink(shown.grab().toImage())
