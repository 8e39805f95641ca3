"""The list of all lifters as a table: searched, sorted here, filled row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt

from planner.coach import client_list, names
from planner.coach.client_list import Client, ClientState
from planner.language import tr
from planner.ui import clients_words as words, dates
from planner.ui.table_model import Cell, Column, Index, TableModel

MIX = Qt.ItemDataRole.UserRole  # a phase mix, for whom paints it
READ_LATER = "…"


@dataclass(frozen=True)
class ClientColumn(Column[Client]):
    """A column whose text needs the whole row; `spoken` is what a screen reader says instead."""

    shown: Callable[[Client], str] = str
    tip: Callable[[Client], str] = str
    spoken: Callable[[Client], str] | None = None
    by_engine: bool = False


class ClientsModel(TableModel[Client]):
    """The lifters found by a search; `today` is the day they are shown on."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        self.cells = columns(today)
        super().__init__(self.cells, parent)
        self._clients: dict[int, Client] = {}
        self._search, self._archived = "", False
        self._order = 0, Qt.SortOrder.AscendingOrder

    def show_clients(self, clients: Sequence[Client]) -> None:
        """Show other lifters, those of them that are searched for."""
        self._clients = {client.lifter.id or 0: client for client in clients}
        self._show()

    def find(self, search: str, archived: bool) -> None:
        """Show lifters with these words in name or note, archived ones only when wanted."""
        self._search, self._archived = search, archived
        self._show()

    def _show(self) -> None:
        self.set_rows([each for each in self._clients.values() if self._fits(each)])
        self.sort(*self._order)

    def _fits(self, client: Client) -> bool:
        lifter = client.lifter
        if lifter.archived_on is not None and not self._archived:
            return False
        return names.says(self._search, f"{lifter.name}\n{lifter.note}")

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what the engine has not said yet comes last, and counts later."""
        self._order = column, order
        super().sort(column, order)

    def sort_again(self) -> None:
        """Sort anew when all is known that is sorted by."""
        if self.cells[self._order[0]].by_engine:
            self.sort(*self._order)

    def shown(self) -> list[Client]:
        """Return the lifters in sight, in their order."""
        return list(self._rows)

    def take(self, lifter_id: int, state: ClientState) -> None:
        """Show what the engine says of a lifter."""
        client = self._clients.get(lifter_id)
        if client is None or client.state is state:
            return
        made = self._clients[lifter_id] = client_list.with_state(client, state)
        row = next((at for at, each in enumerate(self._rows) if each is client), None)
        if row is not None:
            self.replace_row(row, made)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, tells and says."""
        if not index.isValid():
            return None
        column, client = self.cells[index.column()], self._rows[index.row()]
        if client.locked and column.shown is not _name:
            told = role == Qt.ItemDataRole.DisplayRole and column.shown is _marks
            return tr("Locked") if told else None
        if role == Qt.ItemDataRole.DisplayRole:
            unread = column.by_engine and client.state is None
            return READ_LATER if unread else column.shown(client)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(client) or None
        if role == Qt.ItemDataRole.AccessibleTextRole and column.spoken is not None:
            return column.spoken(client)
        if role == MIX and column.spoken is not None:
            return words.phase_mix(client.state) if client.state is not None else None
        return super().data(index, role)


def columns(today: date) -> list[ClientColumn]:
    """Return the columns of the list on a day."""
    return [
        ClientColumn(tr("Name"), _name, shown=_name, tip=_name),
        ClientColumn(
            tr("Phases of the lifts"), _to_look_at, shown=_marks, tip=_phases, spoken=_phases,
            by_engine=True,
        ),
        ClientColumn(
            tr("Today"), _verdict, shown=_verdict_word, tip=words.reason, by_engine=True
        ),
        ClientColumn(tr("Not trained"), _days, shown=_unused, tip=_all_unused, by_engine=True),
        ClientColumn(tr("4 weeks"), _share, shown=words.kept, tip=_kept_in_words),
        ClientColumn(tr("Last session"), _last, shown=lambda c: words.day(c.last_on, today),
                     tip=lambda _: ""),
        ClientColumn(tr("Next session"), _next, shown=lambda c: words.coming(c, today),
                     tip=lambda c: words.coming(c, today) if c.next else ""),
        ClientColumn(tr("Note"), _note, shown=_note_shown, tip=_note_shown),
        ClientColumn(tr("Archived"), _archived, tip=lambda _: "",
                     shown=lambda c: dates.short(c.lifter.archived_on, today)
                     if c.lifter.archived_on else ""),
    ]  # fmt: skip


def _name(client: Client) -> str:
    return client.lifter.name


def _to_look_at(client: Client) -> Cell:
    return None if client.state is None else words.to_look_at(client.state)


def _marks(client: Client) -> str:
    mix = words.phase_mix(client.state) if client.state is not None else []
    return words.marks(mix) or "–"


def _phases(client: Client) -> str:
    return words.phase_words(words.phase_mix(client.state)) if client.state is not None else ""


def _verdict(client: Client) -> Cell:
    return None if client.state is None else client.state.verdict


def _verdict_word(client: Client) -> str:
    return words.today(client)


def _days(client: Client) -> Cell:
    if client.state is None:
        return None
    return client.state.unused[0].days if client.state.unused else client.state.idle_days or None


def _unused(client: Client) -> str:
    return words.unused(client.state) if client.state is not None else ""


def _all_unused(client: Client) -> str:
    return words.all_unused(client.state) if client.state is not None else ""


def _share(client: Client) -> Cell:
    return client.done / client.due if client.due else None


def _kept_in_words(client: Client) -> str:
    told = tr("{kept} sessions due in the last four weeks were done")
    return told.format(kept=words.kept(client)) if client.due else ""


def _last(client: Client) -> Cell:
    return client.last_on


def _next(client: Client) -> Cell:
    return client.next.on if client.next is not None else None


def _note(client: Client) -> Cell:
    return client.lifter.note or None


def _note_shown(client: Client) -> str:
    return client.lifter.note


def _archived(client: Client) -> Cell:
    return client.lifter.archived_on
