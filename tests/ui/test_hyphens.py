"""A long word is parted with a hyphen in a narrow card: a German one where its words meet."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from planner import language
from planner.ui import hyphens
from planner.ui.wrapping import wrapped


@pytest.fixture
def german() -> Iterator[None]:
    with language.saying("de"):
        yield


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("name", "parted"),
    [
        ("Schulterdrücken", "Schulter-drücken"),
        ("Schrägbankdrücken mit Kurzhanteln", "Schräg-bank-drücken mit Kurz-hanteln"),
        ("Einarmiges Kurzhantelrudern", "Einarmiges Kurz-hantel-rudern"),
        ("Wadenheben stehend", "Waden-heben stehend"),
        ("Überkopfkniebeugen", "Über-kopf-kniebeugen"),
        ("Vorgebeugtes Seitheben", "Vorgebeugtes Seit-heben"),
        ("Klimmzug", "Klimm-zug"),
        ("Kniebeuge", "Knie-beuge"),
        ("Rumänisches Kreuzheben", "Rumäni-sches Kreuz-heben"),
    ],
)
def test_a_long_word_is_parted_between_its_words(name: str, parted: str) -> None:
    assert hyphens.soft(name).replace(hyphens.SOFT, "-") == parted


@pytest.mark.parametrize(
    ("spoken", "name", "parted"),
    [
        ("es", "Dominadas", "Domi-na-das"),
        ("es", "Sentadilla dividida", "Sen-ta-dilla divi-dida"),
        ("es", "Remo con mancuerna", "Remo con man-cuerna"),
        ("es", "Abducción", "Abduc-ción"),
        ("es", "Retracción", "Retrac-ción"),
        ("es", "Patada", "Patada"),
        ("fr", "Développé militaire", "Déve-loppé mili-taire"),
        ("fr", "Élévations latérales", "Élé-va-tions laté-ra-les"),
        ("fr", "Haltères", "Hal-tè-res"),
    ],
)
def test_a_long_word_is_parted_between_its_syllables(spoken: str, name: str, parted: str) -> None:
    with language.saying(spoken):
        assert hyphens.soft(name).replace(hyphens.SOFT, "-") == parted


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("width", range(60, 140, 7))
def test_lines_of_a_narrow_card_fit_and_hold_the_whole_name(qapp: QApplication, width: int) -> None:
    font, name = qapp.font(), "Einarmiges Kurzhantelrudern"
    lines = wrapped(name, font, width, most=9)
    assert all(QFontMetrics(font).horizontalAdvance(line) <= width for line in lines)
    whole = "".join(line.removesuffix("-") for line in lines)
    assert whole.replace(" ", "") == name.replace(" ", "")


@pytest.mark.usefixtures("german")
def test_a_line_ends_with_a_hyphen_where_the_word_goes_on(qapp: QApplication) -> None:
    font = qapp.font()
    width = QFontMetrics(font).horizontalAdvance("Schulterdrüc")
    assert wrapped("Schulterdrücken", font, width) == ["Schulter-", "drücken"]


def test_english_words_stay_whole() -> None:
    assert hyphens.soft("Schulterdrücken") == "Schulterdrücken"
