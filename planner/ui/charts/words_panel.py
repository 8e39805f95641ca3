"""What a page of the charts says in a few sentences, beside its plots."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.language import tr
from planner.ui import theme
from planner.ui.widgets import column, label, wrapped


class WordsPanel(QWidget):
    """Shows the sentences of one page, each a paragraph of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(tr("IN SHORT"), "section", self)
        self.sentences = wrapped("", "", self)
        layout = column(self, spacing=theme.GRID)
        layout.addWidget(self.title)
        layout.addWidget(self.sentences)
        layout.addStretch(1)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Say something else; without sentences the title is gone, too."""
        self.title.setVisible(bool(sentences))
        self.sentences.setText("\n\n".join(sentences))
