"""Put two exercises together: which one stays, what both hold, and what changes by it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QRadioButton, QWidget

from planner.coach import exercise_merge
from planner.coach.exercise_merge import Half, MergePlan
from planner.language import tr
from planner.ui import counts, dates, widgets
from planner.ui.dialog_foot import close_button, foot
from planner.ui.fitting import fit_screen

WIDTH_PX = 520


class MergeExercisesDialog(QDialog):
    """Asks which of two exercises stays; what ships does, and is not asked about.

    Raises Refused when neither can go into the other.
    """

    def __init__(self, parent: QWidget, one: str, other: str) -> None:
        super().__init__(parent)
        kept = exercise_merge.stays(one, other)
        gone = other if kept == one else one
        if not exercise_merge.may_stay(gone, kept) and exercise_merge.may_stay(kept, gone):
            gone, kept = kept, gone
        self.plan = exercise_merge.plan(gone, kept)
        self.setWindowTitle(tr("Merge exercises"))
        self.setMinimumWidth(WIDTH_PX)
        self.cards = (_Card(self.plan.kept, self), _Card(self.plan.gone, self))
        self._remarks = widgets.wrapped("", "warn", self)
        self._after = widgets.wrapped("", "muted", self)
        self._arrange()
        self._show(self.plan)

    def _arrange(self) -> None:
        layout = widgets.column(self, margin=24, spacing=12)
        kept, gone = self.plan.kept.exercise.slug, self.plan.gone.exercise.slug
        either = exercise_merge.may_stay(kept, gone)
        stays = tr("{name} stays").format(name=self.plan.kept.exercise.name)
        title = tr("Which of the two stays?") if either else stays
        layout.addWidget(widgets.wrapped(title, "title", self))
        self.cards[0].choice.setChecked(True)
        for card in self.cards:
            layout.addWidget(card)
        self.cards[1].choice.setEnabled(either)
        self.cards[0].choice.clicked.connect(lambda: self._choose(gone, kept))
        self.cards[1].choice.clicked.connect(lambda: self._choose(kept, gone))
        layout.addWidget(self._remarks)
        layout.addWidget(self._after)
        layout.addLayout(foot(self, tr("&Merge")))
        fit_screen(layout)

    def _choose(self, gone: str, kept: str) -> None:
        self.plan = exercise_merge.plan(gone, kept)
        for card in self.cards:
            card.choice.setChecked(card.slug == kept)
        self._show(self.plan)

    def _show(self, plan: MergePlan) -> None:
        self._remarks.setText("\n".join(plan.remarks))
        self._remarks.setVisible(bool(plan.remarks))
        text = tr(
            "All sets, plans and decisions of both stand under {kept} then, for every lifter. "
            "“{gone}” becomes another name for it. Ctrl+Z takes that back."
        )
        names = plan.kept.exercise.name, plan.gone.exercise.name
        self._after.setText(text.format(kept=names[0], gone=names[1]))


class Apart(QDialog):
    """Says why two exercises stay apart."""

    def __init__(self, parent: QWidget, why: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Merge exercises"))
        self.setMinimumWidth(WIDTH_PX)
        layout = widgets.column(self, margin=24, spacing=12)
        layout.addWidget(widgets.wrapped(tr("These two stay apart"), "title", self))
        layout.addWidget(widgets.wrapped(why, "", self))
        line = widgets.row()
        line.addStretch(1)
        line.addWidget(close_button(self))
        layout.addLayout(line)
        fit_screen(layout)


class _Card(QFrame):
    """One of the two, and what it holds."""

    def __init__(self, half: Half, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.slug = half.exercise.slug
        self.choice = QRadioButton(self)
        self.choice.setAutoExclusive(False)  # the two stand in cards of their own
        self.choice.setAccessibleName(half.exercise.name)
        held = "\n".join(_held(half))
        self.choice.setAccessibleDescription(held)
        layout = widgets.row(self, spacing=12)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.choice)
        words = widgets.row()
        text = QWidget(self)
        column = widgets.column(text, spacing=4)
        column.addWidget(widgets.wrapped(half.exercise.name, "heading", text))
        column.addWidget(widgets.wrapped(held, "muted", text))
        words.addWidget(text)
        layout.addLayout(words, 1)


def _held(half: Half) -> list[str]:
    """Say what an exercise holds, in a line or two."""
    use = half.use
    lines = [counts.sets(use.sets) if use.sets else tr("no sets yet")]
    if use.first is not None and use.last is not None:
        last = dates.with_year(use.last)
        first = dates.short(use.first, use.last)
        lines[0] += f" · {last if use.first == use.last else dates.from_to(first, last)}"
    if use.planned:
        lines[0] += " · " + tr("planned in {0}").format(counts.sessions(use.planned))
    if not half.exercise.custom:
        lines.append(tr("comes with the program"))
    return lines
