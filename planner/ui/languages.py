"""The language of the window: chosen, or the first of the system's that the program speaks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from planner import language
from planner.language import tr
from planner.ui import dates, region, theme

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

AS_THE_SYSTEM = ""


def spoken(choice: str) -> str:
    """Return the code of the language to speak: the choice, else what the system asks for."""
    asked = [each[:2] for each in QLocale.system().uiLanguages()]
    wanted = [choice] if choice else asked
    return next((code for code in wanted if code in language.NAMES), language.ENGLISH)


def speak(app: QCoreApplication, choice: str) -> None:
    """Say everything in a language from now on, and write days and numbers its way here."""
    code = spoken(choice)
    language.choose(code)
    write_as_here()
    if code == "ja":
        theme.load_japanese()
    here = region.place()
    if here.name()[:2] != code:
        region.choose(QLocale(QLocale(code).language(), here.territory()))
    for name, place in (
        (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        # keys as keyboards have them, where Qt writes them out, 'Control+Mayúsculas+B': made of
        # es/keys.ts by packaging/translations.py
        (f"keys_{code}", str(theme.RESOURCES / "translations")),
    ):
        words = QTranslator(app)
        if words.load(name, place):
            app.installTranslator(words)


def write_as_here() -> None:
    """Write numbers and days from now on as the locale does, whatever it is by then."""
    language.write_days(
        lambda on, with_year: dates.with_year(on) if with_year else dates.short(on), dates.in_full
    )
    language.write_decimals(lambda: QLocale().decimalPoint())
    language.write_whole_numbers(_with_groups)


def _with_groups(number: int) -> str:
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(number)


def menu(parent: QMenu, window: MainWindow) -> None:
    """Add a menu of the languages, each named in its own words."""
    made = parent.addMenu(tr("L&anguage"))
    group = QActionGroup(made)
    for code, name in {AS_THE_SYSTEM: tr("As the &system"), **language.NAMES}.items():
        action = made.addAction(name, partial(_choose, window, code))
        action.setCheckable(True)
        action.setChecked(code == window.state.language())
        group.addAction(action)


def _choose(window: MainWindow, choice: str) -> None:
    """Keep the choice; say in the language chosen from when on it is spoken."""
    window.state.keep_language(choice)
    with language.saying(spoken(choice)):
        text = tr("{language} is spoken from the next start on.")
    window.tell(text.format(language=language.NAMES[spoken(choice)]))
