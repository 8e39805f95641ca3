"""The keys by where they work: headings, each with its keys and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtGui import QKeySequence

from planner.language import tr
from planner.ui.charts import range_choice

Keys: TypeAlias = list[tuple[str, str]]
Groups: TypeAlias = list[tuple[str, Keys]]  # heading and keys, down one column


def everywhere() -> list[Groups]:
    """Return the columns of keys that work in the whole window."""
    return [
        [
            (tr("THE WINDOW"), [
                ("Ctrl+1  2  3", tr("Planner, log, charts")),
                ("F8  F9", tr("Show or hide the left pane, the right pane")),
                ("Ctrl+Z", tr("Undo")),
                ("Ctrl+Shift+Z", tr("Redo")),
                ("F1", tr("Help")),
                ("Ctrl+F1", tr("This list")),
                ("Ctrl+Q", tr("Quit")),
            ]),
            (tr("LIFTERS"), [
                ("Ctrl+L", tr("Switch lifter")),
                ("Ctrl+Shift+A", tr("All lifters")),
                ("Ctrl+Shift+N", tr("New lifter")),
                ("Ctrl+G", tr("Go to a day or a sheet")),
                ("Ctrl+Shift+R", tr("Recovery today")),
            ]),
        ],
        [
            (tr("FILES AND PAPER"), [
                ("Ctrl+P", tr("Print the week")),
                ("Ctrl+Shift+P", tr("Print charts")),
                ("Ctrl+T", tr("Type in sheets")),
                ("Ctrl+I", tr("Import a log")),
                ("Ctrl+Shift+E", tr("Export")),
                ("Ctrl+Shift+L", tr("Exercise library")),
            ]),
        ],
    ]  # fmt: skip


def planner() -> list[Groups]:
    """Return the columns of keys of the planner."""
    return [
        [
            (tr("LINES AND SESSIONS"), [
                ("Enter", tr("Edit what is selected; F1 there: what can be typed")),
                ("F2", tr("Rename the session")),
                ("Ins", tr("Add a session")),
                ("Ctrl+D", tr("Duplicate")),
                ("Shift+←↑↓→", tr("Select several; Esc lets go")),
                ("Ctrl+A", tr("All of the session, the week")),
                ("Ctrl+X  C  V", tr("Cut, copy, paste")),
                ("Alt+←↑↓→", tr("Move")),
                ("Del", tr("Delete")),
                ("W  A", tr("Add a warm-up; put a drill before it")),
                ("P", tr("Practice sets of a movement that is new")),
                ("G  Shift+G", tr("Superset; dissolve it")),
                ("R  Shift+R", tr("Put a rest day in, take it out")),
            ]),
        ],
        [
            (tr("EXERCISES AND WEEKS"), [
                ("Ctrl+F", tr("Find an exercise, add it with its sets")),
                ("Ctrl+B", tr("Star the exercise marked in the list")),
                ("Ctrl+R", tr("Replace an exercise")),
                ("Page ↑  ↓", tr("Another week")),
                ("Ctrl+Shift+D", tr("Copy to the next week")),
                ("Ctrl+Shift+B", tr("Calendar of the block")),
                ("Ctrl+Enter", tr("Start the session")),
            ]),
            (tr("SUGGESTIONS"), [
                ("F6", tr("Go to them; Esc goes back")),
                ("↑  ↓", tr("Another suggestion")),
                ("A  J  W", tr("Accept it or all, adjust it, why?")),
                ("L  D", tr("Later, or dismiss it")),
            ]),
        ],
    ]  # fmt: skip


def _letters(texts: Sequence[str]) -> str:
    """Write the letters that choose one of some texts: 'Alt+W  M'."""
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    return "  ".join([keys[0], *(key.rpartition("+")[2] for key in keys[1:])])


def log() -> list[Groups]:
    """Return the columns of keys of the log."""
    return [
        [(tr("A SET"), _a_set()), (tr("WHAT CAN BE TYPED"), _typed())],
        [
            (tr("BETWEEN SETS"), _between()),
            (tr("EXERCISES AND SESSION"), _session()),
            (tr("DAYS AND CHECK-IN"), _days()),
        ],
    ]


def charts() -> list[Groups]:
    """Return the columns of keys of the charts."""
    return [
        [
            (tr("PAGES"), [
                ("Ctrl+Page↓", tr("Next page")),
                ("Ctrl+Page↑", tr("Page before")),
                (
                    _letters(range_choice.titles()),
                    tr("Six weeks, six months, all days, days of your own"),
                ),
                ("↑ ↓", tr("In the list: another exercise")),
            ]),
        ],
        [
            (tr("IN A PLOT"), [
                ("← →", tr("From point to point; ↑ ↓ to another line")),
                ("Enter", tr("Open the session in the log")),
                ("+  −", tr("Zoom in, zoom out")),
                ("0  Esc", tr("Take the zoom back")),
            ]),
        ],
    ]  # fmt: skip


def _a_set() -> Keys:
    return [
        ("Enter", tr("Log the set")),
        ("↑  ↓", tr("Move between rows")),
        ("+  −", tr("Step the load by what the gym has")),
        ("Ctrl+D", tr("The last set once more")),
        ("Ctrl+J", tr("Take the load offered for the next set")),
        ("Space", tr("At a question: take what was likely meant")),
        ("Del", tr("Delete the set")),
        ("Esc", tr("Take back what is typed")),
        ("W  F", tr("Warm-up set, set to failure, or neither")),
        ("D", tr("Drop set below, a fifth lighter; again: none")),
        ("L  R  E", tr("Left, right, each side")),
        ("N", tr("Note on the set; in an empty row on the last one")),
        ("P", tr("How much it hurt, 0 to 10; in an empty row the last set")),
        ("Alt+1  2  3", tr("Rate: sound, minor, breakdown; likewise")),
        ("Shift+W", tr("Warm-up sets that lead up to the load")),
    ]


def _typed() -> Keys:
    return [
        ("100x8@2", tr("A whole set in any cell; @2 is two reps in reserve")),
        ("45x10w", tr("A warm-up; d for a drop, f for failure")),
        ("40kg 30m", tr("Carried; 20x45s held, 12/left one side, 8 3-1-3-0 tempo")),
        ("?", tr("Reps in reserve not known")),
    ]


def _between() -> Keys:
    return [
        ("Ctrl+.  Ctrl+,", tr("Rest 15 seconds longer, shorter")),
        ("Ctrl+K", tr("Skip the rest")),
        ("Ctrl+Shift+T", tr("Tempo: start or stop the pacer")),
        ("Alt+4  5", tr("Tempo of the last set: kept, lost")),
        ("Ctrl+Shift+G", tr("Another bar; what the gym can load")),
    ]


def _session() -> Keys:
    return [
        ("Ctrl+E", tr("Add an exercise")),
        ("Ctrl+R", tr("Swap the exercise, for today")),
        ("Alt+Shift+↑↓ / Ctrl+Shift+↑↓", tr("Move the exercise, or drag its head")),
        ("Shift+F10", tr("Menu of the exercise: superset, note …")),
        ("Ctrl+M", tr("Note on the exercise; Shift: on the session")),
        ("Ctrl+Shift+C", tr("Copy the session as text")),
        ("Ctrl+Enter", tr("Finish the session")),
        ("Alt+←", tr("Back to the plot or the week one came from")),
    ]


def _days() -> Keys:
    return [
        ("Ctrl+H", tr("Check-in: 1–5 answer, Enter passes by, Esc leaves")),
        ("W", tr("Where it is sore, from the question on soreness")),
        ("Ctrl+F", tr("Search the sessions; Enter opens the next")),
        ("Del  Shift+F10", tr("In the list of sessions: delete; all that can be done")),
        ("Page ↑  ↓", tr("Calendar: another month; Shift: year")),
        ("Home", tr("Calendar: today")),
        ("Enter", tr("Calendar: go to the day; a click on a free one stays")),
        ("Shift+←↑↓→", tr("Calendar: several days")),
        ("Ins", tr("Calendar: time away on the days")),
    ]
