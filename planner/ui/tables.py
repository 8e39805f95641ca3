"""The one look and behaviour of tables in dialogs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from planner.ui import theme

ROW_HEIGHT = 32  # px


def plain_table(model: QAbstractItemModel, parent: QWidget) -> QTableView:
    """Return a table that marks whole rows, fits its columns and lets Tab through."""
    made = QTableView(parent)
    make_plain(made, model)
    return made


def keep_ends(made: QTableView) -> None:
    """Shorten what is too long for its cell in the middle, and show it whole in a tooltip."""
    made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    made.setItemDelegate(_Whole(made))


class _Whole(QStyledItemDelegate):
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show in a tooltip what does not fit into its cell."""
        if event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        short = index.isValid() and self.sizeHint(option, index).width() > option.rect.width()
        QToolTip.showText(event.globalPos(), str(index.data()) if short else "", view)
        return True


def delete_key(listed: QAbstractItemView, do: Callable[[], None]) -> QAction:
    """Let the Delete key do something in a list; return what does it."""
    made = QAction(listed)
    made.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
    made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    made.triggered.connect(lambda: do())
    listed.addAction(made)
    return made


def make_plain(made: QTableView, model: QAbstractItemModel) -> None:
    """Give a table a model, and the one look and behaviour."""
    made.setModel(model)
    made.setProperty("role", "card")
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.horizontalHeader().setHighlightSections(False)
    made.verticalHeader().setDefaultSectionSize(theme.spread(ROW_HEIGHT))
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
