"""Collect the licences of all that the program stands on into resources/licences.

.venv/bin/python packaging/licences.py [QT_SOURCES SQLCIPHER_SOURCES]

Run it on Debian when a dependency is added; commit what it writes. Help › About shows the result.
When PySide6 is raised, hand in the sources: QT_SOURCES is a folder with qtbase and qtsvg of that
version, whose `qt_attribution.json` files name what Qt has from others. Without, those texts stay.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from product import ROOT, emptied

LICENCES = ROOT / "resources" / "licences"
COMMON = Path("/usr/share/common-licenses")  # Debian's copies of the long ones
DOCS = Path("/usr/share/doc")
UNUSED = ("Android", "WebAssembly", "build system", "Compositor API", "publicsuffix", "testing of")
RELINK = """\
Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License, version 3, which is \
below, and the GNU General Public License, version 3, that it adds to.

They are not changed, and not part of this program: they lie beside it as shared libraries, which \
you may replace by builds of your own.

Installed with pip, they are the packages PySide6_Essentials and shiboken6: install yours in their \
place. In the folder or package that runs without Python, put your libQt6*.so, Qt6*.dll or Qt \
frameworks of the same minor version in place of those in _internal/PySide6; nothing seals them.

Their sources: https://download.qt.io/official_releases/qt/ and \
https://download.qt.io/official_releases/QtForPython/pyside6/, by the version that Help, About \
names. You may change this program for your own use, and take it apart to find errors in that.
"""


class Part(NamedTuple):
    """What the program stands on: its SPDX licence, what it is used for, its licence's text."""

    name: str
    licence: str
    use: str
    text: str


def main(sources: Sequence[str]) -> None:
    """Write one text for each part, and a list of them."""
    lines, listed = [], list(parts(*map(Path, sources)))
    emptied(LICENCES)
    for part in listed:
        name = file_name(part.name)
        tidy = "\n".join(line.rstrip() for line in part.text.splitlines()).strip()
        (LICENCES / name).write_text(f"{tidy}\n", "utf-8")
        facts = {"name": part.name, "licence": part.licence, "use": part.use, "text": name}
        lines.append("[[parts]]\n" + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
                                             for key, value in facts.items()))  # fmt: skip
    (LICENCES / "parts.toml").write_text("\n".join(lines), "utf-8")


def file_name(part: str) -> str:
    """Return the name of the file with a part's licence."""
    return "".join(letter if letter.isalnum() else "-" for letter in part.lower()) + ".txt"


def parts(qt: Path | None = None, sqlcipher: Path | None = None) -> Iterator[Part]:
    """Yield each part, in the order in which they are shown."""
    yield Part("Workout Planner", "MIT", "this program", (ROOT / "LICENSE").read_text("utf-8"))
    gnu = "\n\n".join([RELINK, _common("LGPL-3"), _common("GPL-3")])
    yield Part("Qt and PySide6", "LGPL-3.0-only", "windows, drawing, printing", gnu)
    others = "".join(_within_qt(qt)) if qt else _kept("Within Qt")
    yield Part("Within Qt", "several", "what Qt has from others", others)
    icu = (DOCS / "libicu72" / "copyright").read_text("utf-8")
    icu = icu.partition("License: MIT\n")[2].partition("\nFiles:")[0].replace("\n .\n", "\n\n")
    about = "Copyright © 1991-2024 Unicode, Inc.\n\n"
    yield Part("ICU", "Unicode-3.0", "letters and languages, in Qt", about + icu)
    python = (DOCS / "python3.11" / "copyright").read_text("utf-8")
    python = "Python License\n" + python.partition("\nPython License\n")[2]
    yield Part("Python", "PSF-2.0", "the language, and what it has from others", python)
    font = (ROOT / "resources" / "fonts" / "OFL.txt").read_text("utf-8")
    yield Part("Noto Sans", "OFL-1.1", "the letters", font)
    yield _installed("numpy", "NumPy", "BSD-3-Clause", "computing; with OpenBLAS and GCC's library")
    yield _installed("pyqtgraph", "pyqtgraph", "MIT", "charts")
    yield _installed("peewee", "peewee", "MIT", "the database")
    yield Part("SQLite", "public domain", "the database", BLESSING)
    yield _installed("sqlcipher3", "sqlcipher3", "Zlib", "passphrases")
    text = (sqlcipher / "LICENSE.md").read_text("utf-8") if sqlcipher else _kept("SQLCipher")
    yield Part("SQLCipher", "BSD-3-Clause", "passphrases", text)
    yield Part("OpenSSL", "Apache-2.0", "ciphers, in SQLCipher", _common("Apache-2.0"))
    yield _installed("zxcvbn", "zxcvbn", "MIT", "how hard a passphrase is to guess")
    yield _installed("platformdirs", "platformdirs", "MIT", "the folder of your data")
    yield _installed("miniaudio", "miniaudio", "MIT", "sounds")
    yield _installed("cffi", "cffi", "MIT-0", "sounds")
    yield Part("libffi", "MIT", "sounds", (DOCS / "libffi8" / "copyright").read_text("utf-8"))
    yield _installed("segno", "segno", "BSD-3-Clause", "the square code on sheets")
    yield _installed("XlsxWriter", "XlsxWriter", "BSD-2-Clause", "writing spreadsheets")
    yield _installed("python-calamine", "python-calamine", "MIT", "reading spreadsheets")
    yield Part("Within python-calamine", "MIT and others", "crates of Rust",
               "\n".join(_crates()))  # fmt: skip


BLESSING = """\
The authors of SQLite disclaim copyright to its source code. In place of a legal notice, here is a
blessing:

   May you do good and not evil.
   May you find forgiveness for yourself and forgive others.
   May you share freely, never taking more than you give.
"""


def _kept(part: str) -> str:
    return (LICENCES / file_name(part)).read_text("utf-8")


def _common(name: str) -> str:
    return (COMMON / name).read_text("utf-8")


def _installed(distribution: str, name: str, licence: str, use: str) -> Part:
    """Return a part whose licence lies in what pip installed."""
    files = metadata.files(distribution) or []
    ours = [each for each in files if ".dist-info" in each.parts[0]]
    found = [each for each in ours if each.name.upper().startswith("LICENSE")]
    texts = [Path(str(each.locate())).read_text("utf-8") for each in found]
    if not texts:
        raise FileNotFoundError(f"{distribution} brings no licence")
    return Part(name, licence, use, max(texts, key=len))


def _within_qt(qt: Path) -> Iterator[str]:
    """Yield what Qt has from others and can reach a program: name, use, copyright, licence."""
    found = sorted(qt.glob("*/src/**/qt_attribution.json"))
    if not found:
        raise FileNotFoundError(f"{qt} holds no sources of Qt")
    told: dict[str, str] = {}
    for file in found:
        said = json.loads(file.read_text("utf-8"), strict=False)
        for entry in said if isinstance(said, list) else [said]:
            if _is_used(entry):
                yield _attribution(file, entry, told)


def _is_used(entry: dict[str, Any]) -> bool:
    parts_of_qt = entry.get("QtParts", ["libs"])
    if entry["QDocModule"] == "qttestinternals_private" or "libs" not in parts_of_qt:
        return False
    return not any(word in entry["QtUsage"] for word in UNUSED)


def _attribution(file: Path, entry: dict[str, Any], told: dict[str, str]) -> str:
    """Return what is to be said; a text that was `told` already, by a name, is not repeated."""
    holders = entry.get("Copyright", "")
    if isinstance(holders, list):
        holders = "\n".join(holders)
    head = f"{entry['Name']} {entry.get('Version', '')}".strip()
    body = "\n\n".join(path.read_text("utf-8", "replace") for path in _texts(file, entry))
    first = told.setdefault(body, entry["Name"])
    if body and first != entry["Name"]:
        body = f"The licence is that of {first}, above."
    rule = "=" * len(head)
    return f"{head}\n{rule}\n{entry['QtUsage']}\n{entry['LicenseId']}\n\n{holders}\n\n{body}\n\n\n"


def _texts(file: Path, entry: dict[str, Any]) -> Iterable[Path]:
    """Return the licence beside an attribution, or those that its identifiers name."""
    named = entry.get("LicenseFiles") or [entry.get("LicenseFile", "")]
    beside = [file.parent / name for name in named if name and (file.parent / name).is_file()]
    if beside:
        return beside
    shelf = next(parent / "LICENSES" for parent in file.parents if (parent / "LICENSES").is_dir())
    words = entry["LicenseId"].replace("(", " ").replace(")", " ").partition(" OR ")[0].split()
    return [shelf / f"{word}.txt" for word in words if (shelf / f"{word}.txt").is_file()]


def _crates() -> Iterator[str]:
    """Yield the crates that python-calamine is built from, and the licences they share."""
    files = metadata.files("python-calamine") or []
    (bill,) = [file for file in files if file.name.endswith(".cyclonedx.json")]
    for crate in json.loads(bill.read_text("utf-8"))["components"]:
        licence = " AND ".join(each["expression"] for each in crate["licenses"])
        yield f"{crate['name']} {crate['version']}: {licence}"
    mit = _installed("python-calamine", "", "", "").text
    yield f"\nMIT\n===\n{mit}\nApache-2.0\n==========\n{_common('Apache-2.0')}"


if __name__ == "__main__":
    if len(sys.argv) not in (1, 3):
        sys.exit(__doc__)
    main(sys.argv[1:])
