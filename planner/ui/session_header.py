"""The head of an open session: name, day, where it came from, how long it runs, and its menu."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from planner.coach import logging
from planner.coach.logging import SessionView
from planner.coach.trash import KEPT_DAYS
from planner.engine.terms import Session
from planner.language import tr
from planner.ui import button_menu, dates, icons, key_names, log_words, theme
from planner.ui.date_field import DateField
from planner.ui.note_field import NoteField
from planner.ui.widgets import ElidedLabel, button, column, key_hint, label, row, wrapped
from planner.ui.writing import writes

GAPS = 7 * theme.GRID  # px between what stands in the line
SESSION_NOTE = "Ctrl+Shift+M"
COPY_TEXT = "Ctrl+Shift+C"
TICK_MS = 15_000  # how often the running minutes are written anew


class SessionHeader(QFrame):
    """`wanted` asks for a write; `session_wanted` carries the id of a session to go on with,
    `repeat_wanted` that of one whose exercises are done again, and the day; `told` is news."""

    wanted = Signal(str, object, object)
    summary_wanted = Signal()
    session_wanted = Signal(int)
    repeat_wanted = Signal(int, object)
    copy_wanted = Signal(object)  # the session, as text
    told = Signal(str)
    left = Signal()  # name and day are typed: the keyboard goes back to the sets

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._today, self._part = date.min, "name"
        self._half: dict[str, str] = {}  # notes half-typed, by the uid of the session
        self.title = ElidedLabel("", "title", self)
        self._from_plan = label(tr("from plan"), "chip", self)
        self._times = label("", "chip", self)
        self._name = QLineEdit(self)
        self._on = DateField(date.today(), date.today(), self)
        self._editor = QFrame(self)
        self._keep_button = button("", "primary", self._editor)
        self._says = wrapped("", "small", self._editor)
        self.limits = wrapped("", "warn", self)
        self._note = NoteField(tr("Note on this session"), self)
        self._hints = QWidget(self)
        self.menu_button = QToolButton(self)
        self._build()
        timer = QTimer(self)
        timer.timeout.connect(self._show_times)
        timer.start(TICK_MS)

    def show_view(self, view: SessionView, today: date) -> None:
        """Show a session's name, day and times."""
        half = self._half.pop(view.session.uid, None)
        if self._session is not None and self._session.uid != view.session.uid:
            self._editor.hide()
            self.leave()
        self._session, self._today = view.session, today
        self._on.show_today(today)
        name = session_name(view.session.name)
        self.title.show_text(f"{name} · {log_words.day(view.session.on, today)}")
        self._from_plan.setVisible(view.from_plan)
        self.limits.setText(view.limits)
        self.limits.setVisible(bool(view.limits))
        self._note.show_note(view.session.note)
        self._note.go_on(half)
        for action in self._finished:
            action.setVisible(view.session.finished)
        self._show_times()
        self._show_hints()

    def leave(self) -> None:
        """Close the note before its session is shown no more; what is half-typed comes back."""
        half = self._note.typed()
        if self._session is not None and half is not None:
            self._half[self._session.uid] = half
        self._note.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps name and day, Esc leaves them."""
        typing = self._editor.isVisible()
        if typing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif typing and event.key() == Qt.Key.Key_Escape:
            self._leave_editor()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Close name and day with their session."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._editor.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name the room of the hints when there is little."""
        super().resizeEvent(event)
        self._show_hints()

    def edit(self, part: str = "name") -> None:
        """Open name and day for typing; `part` is 'name', 'day' or 'repeat', on a day to choose.

        What is done is done up to today; a day to come is for the planner.
        """
        if self._session is None:
            return
        repeats, self._part = part == "repeat", part
        self._name.setText(self._session.name)
        self._name.setVisible(not repeats)
        last = max(self._today, self._session.on)
        self._on.setMaximumDate(QDate(last.year, last.month, last.day))
        self._on.show_day(self._today if repeats else self._session.on)
        self._keep_button.setText(tr("&Start") if repeats else tr("&Keep"))
        self._says.setText(self._what_becomes(part))
        self._says.setVisible(bool(self._says.text()))
        self._editor.show()
        (self._name if part == "name" else self._on).setFocus()

    def edit_note(self) -> None:
        """Open the note on the session for typing."""
        if self._session is not None:
            self._note.edit()

    def delete(self, session_id: int) -> None:
        """Ask for a session to be put into the trash."""
        work = partial(logging.delete, session_id)
        news = tr("Deleted. Undo brings it back; it is kept for {0} days.")
        told = news.format(KEPT_DAYS)
        self.wanted.emit(tr("Delete session"), work, lambda _done: self.told.emit(told))

    def copy_text(self) -> None:
        """Ask for the session as text."""
        if self._session is not None:
            self.copy_wanted.emit(self._session)

    def _build(self) -> None:
        box = column(self)
        line = row()
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for chip in (self.title, self._from_plan, self._times):
            line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self._hints)
        line.addWidget(self.menu_button)
        box.addLayout(line)
        box.addWidget(self.limits)
        box.addWidget(self._note)
        box.addWidget(self._editor)
        self._note.noted.connect(self._keep_note)
        self._build_hints()
        self._build_editor()
        self._build_menu()

    def _build_hints(self) -> None:
        line = row(self._hints, spacing=12)
        for key, meaning in self._keys():
            line.addWidget(key_hint(key, meaning, "small", self._hints))

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (tr("Enter"), tr("log set")),
            ("↑ ↓", tr("move")),
            ("+ −", tr("step load")),
        )

    def _build_editor(self) -> None:
        box, line = column(self._editor), row()
        box.addLayout(line)
        box.addWidget(self._says)
        self._name.setAccessibleName(tr("Name of the session"))
        self._on.setAccessibleName(tr("Day of the session"))
        cancel = button(tr("Cancel"), "", self._editor)
        line.addWidget(self._name, 1)
        for widget in (self._on, self._keep_button, cancel):
            line.addWidget(widget)
        line.addStretch()
        self._keep_button.setAutoDefault(True)
        self._keep_button.clicked.connect(self._keep)
        cancel.setAutoDefault(True)
        cancel.clicked.connect(self._leave_editor)
        self._editor.hide()

    def _build_menu(self) -> None:
        menu = QMenu(self)
        self._finished = [
            menu.addAction(tr("&Summary"), self.summary_wanted.emit),
            menu.addAction(tr("&Go on with it"), self._go_on),
            menu.addSeparator(),
        ]
        again = tr("Repeat on &another day…")
        writes(
            self._finished[1],
            menu.addAction(icons.icon("edit"), tr("&Rename…"), lambda: self.edit("name")),
            menu.addAction(tr("&Move to another day…"), lambda: self.edit("day")),
            menu.addAction(again, lambda: self.edit("repeat")),
        )
        noting = menu.addAction(f"{tr('&Note…')}\t{key_names.shown(SESSION_NOTE)}")
        noting.triggered.connect(self.edit_note)
        copying = menu.addAction(f"{tr('&Copy as text')}\t{key_names.shown(COPY_TEXT)}")
        copying.setIcon(icons.icon("copy"))
        copying.triggered.connect(self.copy_text)
        menu.addSeparator()
        delete = menu.addAction(icons.icon("delete"), tr("&Delete session"), self._delete)
        writes(self._note, noting, delete)
        icons.give(self.menu_button, "more")
        self.menu_button.setProperty("kind", "quiet")
        self.menu_button.setAccessibleName(tr("Menu of the session"))
        button_menu.give(self.menu_button, menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _show_hints(self) -> None:
        open_now = self._session is not None and not self._session.finished
        chips = [each for each in (self._from_plan, self._times) if not each.isHidden()]
        shown = (self.title, *chips, self._hints, self.menu_button)
        wanted = sum(each.sizeHint().width() for each in shown)
        self._hints.setVisible(open_now and wanted + GAPS <= self.width())

    def _show_times(self) -> None:
        if self._session is not None:
            text = self._times_text(self._session)
            self._times.setText(text)
            self._times.setVisible(bool(text))

    def _times_text(self, session: Session) -> str:
        minutes = _minutes(session, self._today)
        length = "" if minutes is None else tr("{0} min").format(minutes)
        started = ""
        if session.started_at is not None:
            started = tr("started {0}").format(dates.clock(session.started_at))
        finished = tr("finished") if session.finished else ""
        return " · ".join(part for part in (finished, started, length) if part)

    def _keep(self) -> None:
        session, name = self._session, self._name.text().strip()
        self._leave_editor()
        if session is None or session.id is None:
            return
        if self._part == "repeat":
            self.repeat_wanted.emit(session.id, self._on.day())
            return
        on = self._on.day()
        if (name, on) != (session.name, session.on):
            words = tr("Rename session") if on == session.on else tr("Move session")
            self.wanted.emit(words, partial(logging.rename_and_move, session.id, name, on), None)

    def _leave_editor(self) -> None:
        self._editor.hide()
        self.left.emit()

    def _keep_note(self, text: str) -> None:
        if self._session is not None and self._session.id is not None:
            work = partial(logging.annotate_session, self._session.id, text)
            self.wanted.emit(tr("Note on the session"), work, None)

    def _delete(self) -> None:
        if self._session is not None and self._session.id is not None:
            self.delete(self._session.id)

    def _go_on(self) -> None:
        if self._session is not None and self._session.id is not None:
            key = self._session.id
            work, then = partial(logging.go_on, key), lambda _done: self.session_wanted.emit(key)
            self.wanted.emit(tr("Go on with session"), work, then)

    def _what_becomes(self, part: str) -> str:
        """Say what moving or repeating a session does."""
        planned = self._session is not None and self._session.planned_session_id is not None
        if part == "repeat":
            return tr("The same exercises, with last time's sets beside them.")
        if part == "day" and planned:
            return tr("In the plan it stays the same session, and counts as done.")
        return ""


def session_name(name: str) -> str:
    """Return a session's name, or a word for one without."""
    return name or tr("Session")


def _minutes(session: Session, today: date) -> int | None:
    """Return the length so far, or the whole length of a finished session, in minutes."""
    if session.finished or session.on != today:
        return None if session.duration_s is None else round(session.duration_s / 60)
    if session.started_at is None:
        return None
    return max(int((datetime.now() - session.started_at).total_seconds() // 60), 0)
