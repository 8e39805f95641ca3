"""What a screen reader gets to know of the program, through AT-SPI, as on any Linux desktop.

A screen, a session bus and the program run as processes of their own; nothing of the computer's
own session is touched. https://gitlab.gnome.org/GNOME/at-spi2-core has the interfaces.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

TOOLS = ("Xvfb", "dbus-daemon")
WAIT_S = 20.0
MOST = 40  # children of one thing that are read: lists may have hundreds
ACCESSIBLE, ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
CHECKED, FOCUSABLE, FOCUSED, SHOWING, CHECKABLE = 4, 11, 12, 25, 41  # numbers of states
# The program, which closes its dialogs whenever a line is written to it.
PROGRAM = """
import sys, threading
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog
from planner import __main__ as program
from planner.ui import app, main_window

class Asked(QObject):
    line = Signal()

def close_dialogs():
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()

def listen(asked):
    for _ in sys.stdin:
        asked.line.emit()

class Heard(main_window.MainWindow):
    def __init__(self, database):
        super().__init__(database)
        self.asked = Asked(self)
        self.asked.line.connect(close_dialogs)
        threading.Thread(target=listen, args=(self.asked,), daemon=True).start()

app.MainWindow = Heard
sys.exit(program.main(["--db", sys.argv[1]]))
"""
LABELLED_BY = 2  # a relation
Place = tuple[str, str]  # name on the bus, path


@dataclass(frozen=True)
class Thing:
    """Something in a window, as it is told."""

    place: Place
    name: str
    description: str
    role: str
    states: int
    within: tuple[Place, ...]

    def has(self, state: int) -> bool:
        """Tell whether it is in a state."""
        return bool(self.states >> state & 1)


class ScreenReader:
    """Asks a program what its windows show, and presses its buttons."""

    def __init__(self, bus: str, program: subprocess.Popen[str]) -> None:
        self._bus, self._program = bus, program

    @cached_property
    def _line(self) -> DBusConnection:
        asked = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        with open_dbus_connection(self._bus) as session:
            told = session.send_and_get_reply(new_method_call(asked, "GetAddress"), timeout=WAIT_S)
        return open_dbus_connection(told.body[0])

    def close(self) -> None:
        """Ask nothing any more."""
        self._line.close()

    def _ask(self, place: Place, interface: str, member: str, *values: str) -> int:
        """Send a question without waiting; return its number."""
        asked = DBusAddress(place[1], place[0], interface)
        number = next(self._line.outgoing_serial)
        call = new_method_call(asked, member, "s" * len(values) or None, values)
        self._line.send(call, serial=number)
        return number

    def _answers(self, numbers: list[int]) -> list[Any]:
        """Wait for answers; None stands for what is gone meanwhile."""
        got: dict[int, Any] = {}
        waiting = set(numbers)
        while waiting:
            message = self._line.receive(timeout=WAIT_S)
            number = message.header.fields.get(5)  # the question that it answers
            good = message.header.message_type is MessageType.method_return
            if number in waiting:
                waiting.discard(number)
                got[number] = message.body[0] if good and message.body else None
        return [got[number] for number in numbers]

    def read(self, places: Iterable[Place]) -> list[Thing]:
        """Return what is at some places; what is gone is left out."""
        ways, numbers, places = 5, list[int](), list(places)
        for place in places:
            for name in ("Name", "Description"):
                properties = "org.freedesktop.DBus.Properties"
                numbers.append(self._ask(place, properties, "Get", ACCESSIBLE, name))
            for member in ("GetRoleName", "GetState", "GetChildren"):
                numbers.append(self._ask(place, ACCESSIBLE, member))
        told = self._answers(numbers)
        each = [told[at : at + ways] for at in range(0, len(told), ways)]
        return [
            _thing(place, *answers)
            for place, answers in zip(places, each, strict=True)
            if None not in answers
        ]

    def labelled(self, thing: Thing) -> bool:
        """Tell whether something says what it is about, or has a label beside it that does.

        On Linux the name of a combo box is what is chosen in it.
        """
        if thing.role == "combo box" and not thing.description:
            (relations,) = self._answers([self._ask(thing.place, ACCESSIBLE, "GetRelationSet")])
            return any(kind == LABELLED_BY for kind, _labels in relations)
        return bool(re.search(r"\w", thing.name))

    def windows(self) -> list[Place]:
        """Return the windows of the program."""
        desktop = self.read([ROOT])  # nothing while it, or the program, is not able to answer
        programs = self.read(each for root in desktop for each in root.within[:1])
        return [window for program in programs for window in program.within]

    def seen(self, place: Place) -> list[Thing]:
        """Return all that shows in a window, itself first."""
        found, level = list[Thing](), [place]
        while level:
            things = [each for each in self.read(level) if each.has(SHOWING)]
            found += things
            level = [within for each in things for within in each.within[:MOST]]
        return found

    def entries(self, place: Place) -> Iterator[Thing]:
        """Yield the entries of a menu, with those of menus within it."""
        for each in self.read(self.read([place])[0].within):
            if each.within:
                yield from self.entries(each.place)
            elif each.name:
                yield each

    def press(self, thing: Thing) -> None:
        """Do what a click would; what it opens may keep the answer back."""
        (actions,) = self._answers([self._ask(thing.place, ACTION, "GetActions")])
        at = next((n for n, each in enumerate(actions) if each[0] == "Press"), 0)
        asked = DBusAddress(thing.place[1], thing.place[0], ACTION)
        self._line.send(new_method_call(asked, "DoAction", "i", (at,)))

    def close_dialogs(self) -> None:
        """Close all dialogs."""
        assert self._program.stdin is not None
        self._program.stdin.write("\n")
        self._program.stdin.flush()


def _thing(place: Place, name: Any, description: Any, role: str, states: Any, within: Any) -> Thing:
    low, high = states
    return Thing(place, name[1], description[1], role, low | high << 32, tuple(map(tuple, within)))


def wait_for(what: Any, limit_s: float = WAIT_S) -> Any:
    """Ask again until there is an answer that is not empty; return it, or the last one."""
    until = monotonic() + limit_s
    while not (found := what()) and monotonic() < until:
        sleep(0.02)
    return found


def is_possible() -> bool:
    """Tell whether this computer has what a screen reader needs."""
    launchers = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
    return all(map(shutil.which, TOOLS)) and any(Path(each).exists() for each in launchers)


@contextmanager
def reading(database: Path) -> Iterator[ScreenReader]:
    """Run the program on a database and read what its windows show."""
    with ExitStack() as open_ones:
        folder = open_ones.enter_context(tempfile.TemporaryDirectory())  # sockets need short names
        own = {**os.environ, "XDG_RUNTIME_DIR": folder, "XDG_CACHE_HOME": folder}
        screen = open_ones.enter_context(_running(["Xvfb", "-displayfd", "1"], own))
        own |= {"DISPLAY": f":{_said(screen)}", "QT_QPA_PLATFORM": "xcb"}
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        session = open_ones.enter_context(_running(bus, own))
        own |= {"DBUS_SESSION_BUS_ADDRESS": _said(session), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        program = [sys.executable, "-W", "error", "-c", PROGRAM, str(database)]
        running = open_ones.enter_context(_running(program, own))
        made = ScreenReader(own["DBUS_SESSION_BUS_ADDRESS"], running)
        open_ones.callback(made.close)
        yield made


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()
