"""The help: its pages beside what one of them says, and a search through all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from planner.coach import manual
from planner.coach.manual import Section
from planner.language import tr
from planner.ui import help_text
from planner.ui.about import Page
from planner.ui.dialog_sizes import open_at
from planner.ui.help_text import HelpText
from planner.ui.widgets import row, wrapped

USUAL_SIZE = QSize(980, 680)
LIST_PX = 232


class HelpDialog(Page):
    """Shows a page, at a heading or at its start; what is typed is looked for in all pages."""

    def __init__(self, parent: QWidget, page: str, heading: str = "") -> None:
        super().__init__(parent, tr("Help"))
        self.shown = ""
        self._listed: list[Section] = []
        self.search = self._search_field()
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Pages"))
        self.list.setProperty("role", "card")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.ensurePolished()  # what is added before has the height of another style
        self.list.currentRowChanged.connect(self._choose)
        self.nothing = wrapped(tr("Nothing found. Try fewer or other words."), "muted", self)
        self.text = HelpText(self)
        self._arrange()
        self.close_button.setDefault(False)  # Enter in the search goes on to the next word
        self.close_button.setAutoDefault(False)
        self.show_page(page, heading)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: str, heading: str = "") -> None:
        """Show a page among all pages, at a heading."""
        self.search.clear()
        self._list([Section(name, "", "") for name in manual.PAGES])
        self.list.setCurrentRow(manual.PAGES.index(page))
        self.text.go_to(heading)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(tr("Search the help"))
        field.setAccessibleName(tr("Search the help"))
        field.setClearButtonEnabled(True)
        field.textEdited.connect(self._look_for)
        field.returnPressed.connect(lambda: self.text.go_on(self._words()))
        return field

    def _arrange(self) -> None:
        left = QVBoxLayout()
        for each in (self.search, self.nothing, self.list):
            each.setFixedWidth(LIST_PX)
            left.addWidget(each)
        panes = row(spacing=16)
        panes.addLayout(left)
        panes.addWidget(self.text, 1)
        self.body.addLayout(panes, 1)
        open_at(self, USUAL_SIZE)

    def _look_for(self, wanted: str) -> None:
        """List the sections that hold the words; all pages where none is wanted."""
        if not self._words():
            self.show_page(self.shown)
            return
        self._list(manual.found(wanted, help_text.with_key_names))
        self.text.mark([])
        self.list.setCurrentRow(0)

    def _list(self, sections: list[Section]) -> None:
        self._listed = sections
        self.nothing.setVisible(not sections)
        self.list.clear()
        self.list.addItems([_line(each) for each in sections])

    def _choose(self, place: int) -> None:
        if place < 0:
            return
        section = self._listed[place]
        if section.page != self.shown:
            self.shown = section.page
            self.text.show_page(manual.page(section.page))
        self.text.go_to(section.heading)
        self.text.mark(self._words())

    def _words(self) -> list[str]:
        return self.search.text().split()


def _line(section: Section) -> str:
    """Return how a section is listed: its heading, and below it the page."""
    title = manual.title(section.page)
    return f"{section.heading}\n{title}" if section.heading else title
