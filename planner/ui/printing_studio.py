"""A studio's logo and the line at the foot of its sheets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from planner.coach import studio
from planner.coach.refused import Refused
from planner.coach.studio import Studio
from planner.language import tr
from planner.ui import file_dialog, folders, widgets
from planner.ui.fitting import fit_screen
from planner.ui.sheet_logo import logo
from planner.ui.writing import writes

SHOWN_WIDTH, SHOWN_HEIGHT = 280, 84  # px, the shape of the place on paper


class StudioDialog(QDialog):
    """`wanted` carries what is to be printed on every sheet from now on."""

    wanted = Signal(object)

    def __init__(self, made: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self._logo = made.logo
        self.setWindowTitle(tr("Studio"))
        self.setMinimumWidth(440)
        layout = widgets.column(self, margin=24, spacing=12)
        layout.addWidget(widgets.label(self.windowTitle(), "title", self))
        layout.addWidget(widgets.label(tr("Logo, at the top of every sheet"), "", self))
        self.picture = widgets.label("", "rest", self)
        self.picture.setFixedSize(SHOWN_WIDTH, SHOWN_HEIGHT)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.picture)
        layout.addLayout(self._logo_buttons())
        self.news = widgets.wrapped("", "error", self)
        layout.addWidget(self.news)
        name = widgets.label(tr("&Line at the foot, such as address and phone"), "", self)
        self.footer = QLineEdit(made.footer, self)
        self.footer.setMaxLength(studio.MOST_LETTERS)
        name.setBuddy(self.footer)
        layout.addWidget(name)
        layout.addWidget(self.footer)
        note = tr("Both are kept in your file and printed in grey on every page.")
        layout.addWidget(widgets.wrapped(note, "muted", self))
        layout.addLayout(self._bottom())
        fit_screen(layout)
        self._show_logo()
        self.footer.setFocus()

    def take_picture(self, path: Path) -> None:
        """Take a picture as the logo, or say why it cannot be one."""
        try:
            studio.require_size(path.stat().st_size)
            data = path.read_bytes()
        except (OSError, Refused) as problem:
            self._tell(str(problem))
            return
        if logo(data).isNull():
            self._tell(tr("{name} is no PNG, JPEG or SVG picture.").format(name=path.name))
            return
        self._logo = data
        self._show_logo()

    def _logo_buttons(self) -> QHBoxLayout:
        bar = widgets.row()
        choose = widgets.button(tr("C&hoose a picture…"), "", self)
        choose.clicked.connect(self._ask)
        self.remove = widgets.button(tr("&Remove"), "quiet", self)
        self.remove.clicked.connect(self._remove)
        bar.addWidget(choose)
        bar.addWidget(self.remove)
        bar.addStretch(1)
        return bar

    def _bottom(self) -> QHBoxLayout:
        bar = widgets.row()
        bar.addStretch(1)
        cancel = widgets.button(tr("&Cancel"), "", self)
        cancel.clicked.connect(self.reject)
        keep = widgets.button(tr("&Save"), "primary", self)
        writes(keep)
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        bar.addWidget(cancel)
        bar.addWidget(keep)
        return bar

    def _ask(self) -> None:
        pictures = tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        dialog = file_dialog.dialog(self, tr("Choose a logo"), str(folders.folder()), pictures)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_picture(folders.chosen(name)))
        dialog.open()

    def _remove(self) -> None:
        self._logo = b""
        self._show_logo()

    def _keep(self) -> None:
        self.accept()
        self.wanted.emit(Studio(self._logo, self.footer.text().strip()))

    def _show_logo(self) -> None:
        self._tell("")
        made = logo(self._logo)
        self.remove.setEnabled(not made.isNull())
        if made.isNull():
            self.picture.setText(tr("No logo"))
        else:
            room = self.picture.size()
            shown = made.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self.picture.setPixmap(QPixmap.fromImage(shown))

    def _tell(self, news: str) -> None:
        self.news.setText(news)
        self.news.setVisible(bool(news))
