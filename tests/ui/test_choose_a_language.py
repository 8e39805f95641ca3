"""The language of the window: the system's or one's own choice, from the next start on."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QFont, QTextLayout

from planner import language, resources
from planner.coach import wording
from planner.language import ntr, tr
from planner.ui import key_names, languages, theme

pytestmark = pytest.mark.usefixtures("english_again")


def language_menu(window):
    view = next(menu for menu in window.menuBar().actions() if menu.text() == "&View").menu()
    return next(menu for menu in view.actions() if menu.text() == "L&anguage").menu()


def test_each_language_is_named_in_its_own_words(window):
    named = [action.text() for action in language_menu(window).actions()]
    assert named[:2] == ["As the &system", "English"]
    assert named[2:] == ["Deutsch", "Español", "Français", "日本語"]


def test_a_language_is_kept_for_the_next_start(window):
    german = language_menu(window).actions()[2]
    german.trigger()
    assert window.state.language() == "de"
    assert "Deutsch" in window.status.news.text()


def test_a_language_that_the_program_does_not_speak_is_english():
    assert languages.spoken("xx") == "en"


def test_a_language_whose_texts_are_lost_is_english(monkeypatch):
    monkeypatch.setitem(language.NAMES, "it", "Italiano")
    language.choose("it")
    assert language.in_use() == "en"


@pytest.mark.parametrize(
    ("code", "content"), [("nl", b""), ("pt", b"no catalogue, but long enough to be one")]
)
def test_a_language_whose_texts_cannot_be_read_is_english(monkeypatch, tmp_path, code, content):
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / f"{code}.mo").write_bytes(content)
    monkeypatch.setattr(resources, "__path__", [str(tmp_path)])
    monkeypatch.setitem(language.NAMES, code, "unreadable")
    language.choose(code)
    assert language.in_use() == "en"


def test_days_and_the_words_of_the_system_s_dialogs_follow_the_language(qapp):
    languages.speak(qapp, "de")
    assert QLocale().standaloneDayName(1) == "Montag"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_spanish_keys_are_called_as_on_the_keyboard(qapp):
    languages.speak(qapp, "es")
    assert key_names.shown("Ctrl+Shift+Del") == "Ctrl+Mayús+Supr"


def test_japanese_is_drawn_with_the_shipped_letters(qapp):
    languages.speak(qapp, "ja")
    layout = QTextLayout(
        "懸垂とスクワット", QFont("Noto Sans", 23)
    )  # a size that nothing was drawn in yet
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    fonts = {run.rawFont().familyName() for run in layout.glyphRuns()}
    assert {name.lower() for name in fonts} == {theme.JAPANESE.lower()}


def test_what_is_said_meanwhile_may_be_in_another_language():
    with language.saying("de"):
        assert tr("Back squat") == "Kniebeuge"
    assert tr("Back squat") == "Back squat"


def test_a_sheet_in_another_language_has_its_days(qapp):
    languages.speak(qapp, "de")
    with language.saying("ja"):
        assert wording.date_with_year(date(2026, 10, 19)) == "2026年10月19日"
    assert wording.date_with_year(date(2026, 10, 19)) == "19. Okt. 2026"


def test_how_many_there_are_is_said_in_the_form_of_the_number():
    assert ntr("{n} set", "{n} sets", 1) == "{n} set"
    assert ntr("{n} set", "{n} sets", 1.5) == "{n} sets"


def test_a_japanese_full_stop_has_no_blank_behind_it():
    assert language.passage(["伸びています。", "続けます。"]) == "伸びています。続けます。"
    assert language.passage(["It grows.", "Go on."]) == "It grows. Go on."
