"""Set up and start the program, or set up and pass its tests, with nothing but Python.

python3 packaging/dev.py run [ARGUMENTS OF planner]
python3 packaging/dev.py test [ARGUMENTS OF pytest]

Everything is installed into .venv beside pyproject.toml, once, and again when pyproject.toml
or the Python version changes.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
# Each process takes some 200 MB, and a run of neighbours, so that they set up together once.
SHARED = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
COMPILED_ONCE = {"PYTHONDONTWRITEBYTECODE": ""}  # else each process compiles all tests anew
USAGE = "usage: dev.py run [ARGUMENTS OF planner] | dev.py test [ARGUMENTS OF pytest]"


class Refused(Exception):
    """The machine lacks something; the message is one line that says what to do."""


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code, 1 when refused, 2 for wrong use."""
    if not arguments or arguments[0] not in COMMANDS:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        check(sys.version_info[:2], importlib.util.find_spec("ensurepip") is not None)
        python = ready(ROOT)
        return COMMANDS[arguments[0]](python, arguments[1:])
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def check(version: tuple[int, ...], has_ensurepip: bool) -> None:
    """Raise Refused for a Python that is too old or cannot make environments."""
    if version < OLDEST:
        found, needed = (".".join(map(str, each)) for each in (version, OLDEST))
        raise Refused(f"Python {needed} or newer is needed; this is {found}.")
    if not has_ensurepip:
        raise Refused("Python's venv is missing: sudo apt install python3-venv")


def ready(root: Path) -> Path:
    """Make or refresh the environment if need be; return its Python."""
    environment = root / ".venv"
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = environment / "planner-stamp"
    wanted = hashlib.sha256((root / "pyproject.toml").read_bytes() + sys.version.encode())
    if stamp.is_file() and stamp.read_text() == wanted.hexdigest() and python.exists():
        return python
    print("Setting up .venv: some minutes and 400 MB, once.", file=sys.stderr, flush=True)
    if not usable(python):
        attempt([sys.executable, "-m", "venv", "--clear", str(environment)], "make .venv")
    packages = ["--editable", str(root), *development_packages(root)]
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    attempt([*pip, "--no-input", *packages], "install the packages; is the computer online?")
    stamp.write_text(wanted.hexdigest())
    return python


def usable(python: Path) -> bool:
    """Tell whether an environment's Python runs and is the very version that runs this."""
    try:
        asked = subprocess.run(
            [python, "-c", "import sys; print(sys.version)"], capture_output=True, text=True
        )
    except OSError:
        return False
    return asked.returncode == 0 and asked.stdout.strip() == sys.version


def development_packages(root: Path) -> list[str]:
    """Return the requirements of the group `dev` in pyproject.toml."""
    import tomllib  # not in the Pythons that `check` refuses

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return [str(requirement) for requirement in project["dependency-groups"]["dev"]]


def attempt(command: list[str], aim: str) -> None:
    """Run a command quietly; raise Refused with the line that says why when it fails."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        said = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        errors = [line for line in said if line.startswith("ERROR: ")]
        raise Refused(f"Could not {aim} ({(errors or said or ['no message'])[-1]})")


def run(python: Path, arguments: list[str]) -> int:
    """Start the program; return its exit code."""
    return subprocess.run([str(python), "-m", "planner", *arguments]).returncode


def test(python: Path, arguments: list[str]) -> int:
    """Run the tests, without a screen unless one is asked for; return pytest's exit code.

    All together are shared among up to four processes; those of a file or folder that is named
    run in one.
    """
    refuse_missing_libraries()
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **COMPILED_ONCE}
    command = [str(python), "-m", "pytest", *shared(arguments), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


def shared(arguments: list[str]) -> tuple[str, ...]:
    """Return the arguments that share the tests among processes, unless files are named."""
    named = any((ROOT / each.partition("::")[0]).exists() for each in arguments)
    return () if named else SHARED


def refuse_missing_libraries() -> None:
    """Raise Refused when Qt's system libraries are missing."""
    sys.path.insert(0, str(ROOT))
    from planner import preflight

    problem = preflight.problem(screen=False)
    if problem:
        raise Refused(problem)


COMMANDS = {"run": run, "test": test}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
