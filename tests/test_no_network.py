"""Nothing leaves this computer: no module knows networks, no run asks the system for one."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import planner
from tests import needed

ROOT = Path(planner.__file__).parent
NETWORKS = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "webbrowser", "xmlrpc",
    "QtNetwork", "QtWebEngineCore", "QtWebSockets",
}  # fmt: skip
# What somebody does in a day: a sample studio with each tab drawn and its sheet as PDF, a log
# brought in, data handed out as every kind of file, and to another computer, which merges them, a
# backup made, a passphrase set, the window opened and closed.
DAY = """
import sys
from datetime import date
from pathlib import Path

folder = Path(sys.argv[1])
from planner import cli
from planner.ui import demo

database, *_others = demo.make(folder / "demo", date(2026, 11, 5))
for command in (
    ["import", sys.argv[2], "--lifter", "New one"],
    ["export", "--format", "csv", "--lifter", "New one", "--out", str(folder / "log.csv")],
    ["export", "--format", "json", "--out", str(folder / "all.json")],
    ["export", "--format", "xlsx", "--lifter", "New one", "--out", str(folder / "log.xlsx")],
    ["import", str(folder / "log.xlsx"), "--lifter", "New one"],
    *(
        ["export", "--format", kind, "--lifter", "Ada Novak", "--out", str(folder / f"{kind}.out")]
        for kind in ("plan-xlsx", "ics")
    ),
    ["handover", "--lifter", "New one", "--out", str(folder / "new.planner")],
    ["backup"],
    ["check"],
    ["merge", str(folder / "new.planner"), "--db", str(folder / "laptop.db")],
):
    assert cli.main(["--db", str(database), *command], database) == 0, command

from PySide6.QtTest import QTest
from planner.coach import files, passphrase
from planner.storage.telling import unheard

files.open_file(database)
if passphrase.can_be_set():
    with passphrase.changing(database, "seven quiet lifters eat rice") as work:
        work(unheard)
from planner.ui.app import Start
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

window = MainWindow(database)
start = Start(window)
window.show()
while not window.ready:
    QTest.qWait(5)
for tab in TabName:
    window.show_tab(tab)
    QTest.qWait(5)
window.backup_stories.back_up()
while window.backup_stories.is_busy():
    QTest.qWait(5)
window.close()
start.close_file()
print("done")
"""


def test_no_module_of_ours_knows_networks() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in ROOT.rglob("*.py")
        for line in re.findall(r"^\s*(?:from|import)\s.*$", path.read_text("utf-8"), re.MULTILINE)
        if NETWORKS & set(re.findall(r"\w+", line))
    }
    assert found == set()


@needed.to_be_traced()
def test_a_day_with_the_program_asks_for_no_network(tmp_path: Path, strong: Path) -> None:
    trace = tmp_path / "trace"
    traced = ["strace", "-f", "--seccomp-bpf", "-e", "trace=%network", "-o", str(trace)]
    done = subprocess.run(
        [*traced, sys.executable, "-c", DAY, str(tmp_path), str(strong)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.stdout.endswith("done\n"), done.stderr
    calls = trace.read_text("utf-8", "replace").splitlines()
    assert [call for call in calls if "AF_INET" in call] == []


@needed.to_be_traced()
def test_a_network_that_is_asked_for_is_seen(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    asks = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-e", "trace=%network", "-o", str(trace),
         sys.executable, "-c", asks],
        check=True,
    )  # fmt: skip
    assert "AF_INET" in trace.read_text("utf-8")
