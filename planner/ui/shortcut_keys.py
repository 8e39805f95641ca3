"""The keys by where they work: headings, each with its keys and what they do."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

Keys: TypeAlias = list[tuple[str, str]]
Groups: TypeAlias = list[tuple[str, Keys]]  # heading and keys, down one column


def everywhere() -> list[Groups]:
    """Return the columns of keys that work in the whole window."""
    return [
        [
            (_tr("THE WINDOW"), [
                ("Ctrl+1  2  3", _tr("Planner, log, charts")),
                ("F8  F9", _tr("Show or hide the left pane, the right pane")),
                ("Ctrl+Z", _tr("Undo")),
                ("Ctrl+Shift+Z", _tr("Redo")),
                ("F1", _tr("This list")),
                ("Ctrl+Q", _tr("Quit")),
            ]),
            (_tr("LIFTERS"), [
                ("Ctrl+L", _tr("Switch lifter")),
                ("Ctrl+Shift+A", _tr("All lifters")),
                ("Ctrl+Shift+N", _tr("New lifter")),
                ("Ctrl+G", _tr("Go to a day or a sheet")),
                ("Ctrl+Shift+R", _tr("Recovery today")),
            ]),
        ],
        [
            (_tr("FILES AND PAPER"), [
                ("Ctrl+P", _tr("Print the week")),
                ("Ctrl+Shift+P", _tr("Print charts")),
                ("Ctrl+T", _tr("Type in sheets")),
                ("Ctrl+I", _tr("Import a log")),
                ("Ctrl+Shift+E", _tr("Export")),
                ("Ctrl+Shift+L", _tr("Exercise library")),
            ]),
        ],
    ]  # fmt: skip


def planner() -> list[Groups]:
    """Return the columns of keys of the planner."""
    return [
        [
            (_tr("LINES AND SESSIONS"), [
                ("Enter", _tr("Edit what is selected; F1 there: what can be typed")),
                ("F2", _tr("Rename the session")),
                ("Ins", _tr("Add a session")),
                ("Ctrl+D", _tr("Duplicate")),
                ("Shift+←↑↓→", _tr("Select several; Esc lets go")),
                ("Ctrl+A", _tr("All of the session, the week")),
                ("Ctrl+X  C  V", _tr("Cut, copy, paste")),
                ("Alt+←↑↓→", _tr("Move")),
                ("Del", _tr("Delete")),
                ("W  A", _tr("Add a warm-up; put a drill before it")),
                ("P", _tr("Practice sets of a movement that is new")),
                ("G  Shift+G", _tr("Superset; dissolve it")),
                ("R  Shift+R", _tr("Put a rest day in, take it out")),
            ]),
        ],
        [
            (_tr("EXERCISES AND WEEKS"), [
                ("Ctrl+F", _tr("Find an exercise, add it with its sets")),
                ("Ctrl+B", _tr("Star the exercise marked in the list")),
                ("Ctrl+R", _tr("Replace an exercise")),
                ("Page ↑  ↓", _tr("Another week")),
                ("Ctrl+Shift+D", _tr("Copy to the next week")),
                ("Ctrl+Shift+B", _tr("Calendar of the block")),
                ("Ctrl+Enter", _tr("Start the session")),
            ]),
            (_tr("SUGGESTIONS"), [
                ("F6", _tr("Go to them; Esc goes back")),
                ("↑  ↓", _tr("Another suggestion")),
                ("A  J  W", _tr("Accept it or all, adjust it, why?")),
                ("L  D", _tr("Later, or dismiss it")),
            ]),
        ],
    ]  # fmt: skip


def log() -> list[Groups]:
    """Return the columns of keys of the log."""
    return [
        [(_tr("A SET"), _a_set()), (_tr("WHAT CAN BE TYPED"), _typed())],
        [
            (_tr("BETWEEN SETS"), _between()),
            (_tr("EXERCISES AND SESSION"), _session()),
            (_tr("DAYS AND CHECK-IN"), _days()),
        ],
    ]


def charts() -> list[Groups]:
    """Return the columns of keys of the charts."""
    return [
        [
            (_tr("PAGES"), [
                ("Ctrl+Page↓", _tr("Next page")),
                ("Ctrl+Page↑", _tr("Page before")),
                ("Alt+W  M  A  O", _tr("Six weeks, six months, all days, days of your own")),
                ("↑ ↓", _tr("In the list: another exercise")),
            ]),
        ],
        [
            (_tr("IN A PLOT"), [
                ("← →", _tr("From point to point; ↑ ↓ to another line")),
                ("Enter", _tr("Open the session in the log")),
                ("+  −", _tr("Zoom in, zoom out")),
                ("0  Esc", _tr("Take the zoom back")),
            ]),
        ],
    ]  # fmt: skip


def _a_set() -> Keys:
    return [
        ("Enter", _tr("Log the set")),
        ("↑  ↓", _tr("Move between rows")),
        ("+  −", _tr("Step the load by what the gym has")),
        ("Ctrl+D", _tr("The last set once more")),
        ("Ctrl+J", _tr("Take the load offered for the next set")),
        ("Space", _tr("At a question: take what was likely meant")),
        ("Del", _tr("Delete the set")),
        ("Esc", _tr("Take back what is typed")),
        ("W  F", _tr("Warm-up set, set to failure, or neither")),
        ("D", _tr("Drop set below, a fifth lighter; again: none")),
        ("L  R  E", _tr("Left, right, each side")),
        ("N", _tr("Note on the set; in an empty row on the last one")),
        ("P", _tr("How much it hurt, 0 to 10; in an empty row the last set")),
        ("Alt+1  2  3", _tr("Rate: sound, minor, breakdown; likewise")),
        ("Shift+W", _tr("Warm-up sets that lead up to the load")),
    ]


def _typed() -> Keys:
    return [
        ("100x8@2", _tr("A whole set in any cell; @2 is two reps in reserve")),
        ("45x10w", _tr("A warm-up; d for a drop, f for failure")),
        ("40kg 30m", _tr("Carried; 20x45s held, 12/left one side, 8 3-1-3-0 tempo")),
        ("?", _tr("Reps in reserve not known")),
    ]


def _between() -> Keys:
    return [
        ("Ctrl+.  Ctrl+,", _tr("Rest 15 seconds longer, shorter")),
        ("Ctrl+K", _tr("Skip the rest")),
        ("Ctrl+Shift+T", _tr("Tempo: start or stop the pacer")),
        ("Alt+4  5", _tr("Tempo of the last set: kept, lost")),
        ("Ctrl+Shift+G", _tr("Another bar; what the gym can load")),
    ]


def _session() -> Keys:
    return [
        ("Ctrl+E", _tr("Add an exercise")),
        ("Ctrl+R", _tr("Swap the exercise, for today")),
        ("Alt+Shift+↑↓ / Ctrl+Shift+↑↓", _tr("Move the exercise, or drag its head")),
        ("Shift+F10", _tr("Menu of the exercise: superset, note …")),
        ("Ctrl+M", _tr("Note on the exercise; Shift: on the session")),
        ("Ctrl+Shift+C", _tr("Copy the session as text")),
        ("Ctrl+Enter", _tr("Finish the session")),
    ]


def _days() -> Keys:
    return [
        ("Ctrl+H", _tr("Check-in: 1–5 answer, Enter passes by, Esc leaves")),
        ("W", _tr("Where it is sore, from the question on soreness")),
        ("Ctrl+F", _tr("Search the sessions; Enter opens the next")),
        ("Page ↑  ↓", _tr("Calendar: another month; Shift: year")),
        ("Home", _tr("Calendar: today")),
        ("Enter", _tr("Calendar: go to the day; a click on a free one stays")),
        ("Shift+←↑↓→", _tr("Calendar: several days")),
        ("Ins", _tr("Calendar: time away on the days")),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("shortcut_keys", text)
