"""Sessions as a list, grouped by month; what was done in them is read for those in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from planner.coach import finding_sessions
from planner.coach.finding_sessions import Found, Head, Reason, Work
from planner.coach.wording import in_row
from planner.engine.terms import LoadKind, Unit
from planner.language import tr
from planner.ui import counts, dates, log_words
from planner.ui.session_header import session_name
from planner.ui.set_columns import result_text

Index: TypeAlias = QModelIndex | QPersistentModelIndex
SESSION_ROLE = Qt.ItemDataRole.UserRole
AT_ONCE = 40  # sessions of which the work is read together
NO_WORK = Work(0, 0.0)
_NOWHERE = QModelIndex()
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class SessionModel(QAbstractListModel):
    """A row is a session, or the first day of a month above its sessions.

    The words are also what a screen reader says.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Sequence[Head], frozenset[int] | None] = (), None
        self._rows: list[Head | date] = []
        self._places: dict[int, int] = {}
        self._months: set[int] = set()
        self._unit, self._today = Unit.KG, date.min
        self._found: Found | None = None
        self._work: dict[int, Work] = {}
        self._reasons: dict[int, tuple[Reason, ...]] = {}

    def show_sessions(
        self, heads: Sequence[Head], unit: Unit, today: date, found: Found | None = None
    ) -> bool:
        """Show sessions, all or those found; say whether they are others than before.

        `renew` reads what was done in them.
        """
        shown = heads, None if found is None else found.sessions
        other = shown != self._shown
        if other:
            self.beginResetModel()
        if other or (unit, today, found) != (self._unit, self._today, self._found):
            self._work, self._reasons = {}, {}
        self._unit, self._today, self._found = unit, today, found
        if other:
            wanted = heads if found is None else [h for h in heads if h.id in found.sessions]
            self._shown, self._rows = shown, list(_by_month(wanted))
            places = enumerate(self._rows)
            self._months = {at for at, row in enumerate(self._rows) if not isinstance(row, Head)}
            self._places = {row.id: at for at, row in places if isinstance(row, Head)}
            self.endResetModel()
        return other

    def renew(self, rows: Iterable[int]) -> list[int]:
        """Read again what was done in the sessions of some rows; return those that changed.

        That of others is read when it is next looked at, and so is why they were found.
        """
        before, self._reasons = self._work, {}
        places = {made.id: at for at in rows if isinstance(made := self._rows[at], Head)}
        self._work = {}
        if self.searched():
            return list(places.values())
        self._work = dict.fromkeys(places, NO_WORK) | dict(finding_sessions.work(places))
        return [at for key, at in places.items() if self._work[key] != before.get(key)]

    def row_of(self, session_id: int | None) -> int | None:
        """Return the row of a session, or None."""
        return self._places.get(session_id or 0)

    def ids(self) -> list[int]:
        """Return the ids of the sessions shown, from top to bottom."""
        return list(self._places)

    def is_month(self, at: int) -> bool:
        """Say whether a row is the title of a month."""
        return at in self._months

    def searched(self) -> bool:
        """Say whether only sessions that were found are shown."""
        return self._found is not None

    def explained(self) -> bool:
        """Say whether the sessions tell why they were found: a day needs no reason."""
        found = self._found
        return found is not None and bool(found.wanted or any(found.notes))

    def words(self, at: int) -> tuple[str, ...]:
        """Return the lines of a row.

        A month has one, a session its name, 'Thu 5 Nov · 21 sets · 4.1 t' and why it was found; a
        day of another year has no weekday.
        """
        made = self._rows[at]
        if not isinstance(made, Head):
            return (dates.month_and_year(made),)
        self._read_near(at)
        below = f"{self._day(made.on)} · {self._done(made)}"
        why = " · ".join(filter(None, map(self._why, self._reasons.get(made.id, ()))))
        return session_name(made.name), below, *([why] if self.explained() else [])

    def _day(self, on: date) -> str:
        same_year = on.year == self._today.year
        return log_words.day(on) if same_year else dates.short(on, self._today)

    def _done(self, made: Head) -> str:
        if not made.finished and made.on == self._today:
            return tr("now", "under way")
        done = log_words.work_done(*self._work.get(made.id, NO_WORK), self._unit)
        return done if made.finished else tr("not finished · {0}").format(done)

    def _why(self, reason: Reason) -> str:
        exercise, entry = reason.exercise, reason.entry
        if exercise is None:
            return f"“{reason.note}”"
        if entry is None:
            return exercise.name
        text = result_text(entry, exercise, self._unit)
        loaded = exercise.load_kind in (LoadKind.EXTERNAL, LoadKind.ADDED, LoadKind.ASSISTED)
        if reason.sets > 1:
            words = tr("{sets}, best {best}")
            text = words.format(sets=counts.sets(reason.sets), best=text)
        return f"{exercise.name} {text}" if loaded or text else exercise.name

    def _read_near(self, at: int) -> None:
        """Read what was done in a session and in those that will be looked at next."""
        made = self._rows[at]
        if isinstance(made, Head) and made.id not in self._work:
            near = self._rows[max(at - AT_ONCE // 4, 0) : at + AT_ONCE]
            ids = [each.id for each in near if isinstance(each, Head)]
            self._work.update(dict.fromkeys(ids, NO_WORK))
            self._work.update(finding_sessions.work(ids))
            if self._found is not None:
                self._reasons.update(finding_sessions.reasons(self._found, ids))

    # what Qt asks
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let sessions be chosen, months not."""
        row = self._rows[index.row()] if index.isValid() else None
        return super().flags(index) if isinstance(row, Head) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, or the session itself; None for a month."""
        if not index.isValid():
            return None
        if role == SESSION_ROLE:
            row = self._rows[index.row()]
            return row if isinstance(row, Head) else None
        return in_row(filter(None, self.words(index.row()))) if role in _SAID else None


def _by_month(heads: Sequence[Head]) -> Iterable[Head | date]:
    month = None
    for head in heads:
        first = (head.on.year, head.on.month)
        if first != month:
            month = first
            yield head.on.replace(day=1)
        yield head
