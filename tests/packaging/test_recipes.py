"""The recipes of packages: pictures, licences, and what comes along."""

from __future__ import annotations

import re
import struct
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from planner import __version__
from tests.packaging.scripts import ROOT, script

bundle, icons, linux, windows = map(script, ("bundle", "icons", "linux", "windows"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.mark.parametrize("size", icons.SIZES)
def test_a_picture_is_as_large_as_its_name_says_and_not_empty(size: int) -> None:
    picture = QImage(str(icons.picture(size)))
    assert (picture.width(), picture.height()) == (size, size)
    assert picture.pixelColor(size // 2, size * 3 // 4).alpha() == 255


@pytest.mark.parametrize("size", [16, 128])
def test_pictures_are_those_of_the_drawings(size: int, tmp_path: Path) -> None:
    drawing = icons.ICONS / ("planner-small.svg" if size <= icons.SMALL else "planner.svg")
    anew = QImage(str(icons.drawn(drawing, size, tmp_path / "anew.png")))
    kept = QImage(str(icons.picture(size)))
    far = [
        (x, y)
        for x in range(size)
        for y in range(size)
        if abs(anew.pixelColor(x, y).lightness() - kept.pixelColor(x, y).lightness()) > 40
    ]
    assert len(far) < size  # another version of Qt may round an edge another way


def test_the_icon_of_windows_holds_each_picture() -> None:
    packed = icons.windows_icon()
    _reserved, kind, count = struct.unpack_from("<3H", packed)
    assert (kind, count) == (1, len(icons.SIZES) - 1)
    for i in range(count):
        length, at = struct.unpack_from("<2I", packed, 6 + 16 * i + 8)
        assert packed[at : at + length] == icons.picture(icons.SIZES[i]).read_bytes()


def test_the_icon_of_macos_is_as_long_as_it_says() -> None:
    packed = icons.macos_icon()
    assert struct.unpack_from(">4sI", packed) == (b"icns", len(packed))
    assert b"ic09" in packed


def test_the_recipe_for_windows_is_handed_every_word_that_it_needs(tmp_path: Path) -> None:
    recipe = windows.RECIPE.read_text("utf-8")
    used = set(re.findall(r"\$\{([A-Z_]+)\}", recipe))
    own = set(re.findall(r"^!define (\w+)", recipe, re.MULTILINE))
    words = windows.words(tmp_path, tmp_path / "setup.exe")
    assert used - own == set(words)
    assert words["VERSION"] == __version__


def test_uninstalling_on_windows_deletes_no_folder_that_may_hold_files_of_others() -> None:
    recipe = windows.RECIPE.read_text("utf-8")
    assert re.findall(r"RMDir /r (.*)", recipe) == [r'"$INSTDIR\_internal"']


def test_every_dependency_has_its_licence_in_the_program() -> None:
    needed = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["passphrase"]]
    names = {re.split(r"[<>=\[; ]", each)[0].lower() for each in needed}
    listed = {part["name"].lower() for part in linux.licences(ROOT / "resources" / "licences")}
    assert names - listed == {"pyside6-essentials"}
    assert "qt and pyside6" in listed


def test_what_is_imported_late_is_there_to_come_along() -> None:
    assert [name for name in bundle.LATE_IMPORTS if find_spec(name) is None] == []


@pytest.mark.parametrize(
    ("name", "source", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/env/PySide6/libqxcb.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/env/PySide6/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", "/env/PySide6/qtbase_de.qm", True),
        ("PySide6/Qt/translations/designer_de.qm", "/env/PySide6/designer_de.qm", False),
        ("planner/resources/translations/de.mo", "/env/planner/resources/de.mo", True),
        ("planner/resources/body.svg", "/env/planner/resources/body.svg", True),
    ],
)
def test_only_the_parts_of_qt_that_are_used_come_along(
    name: str, source: str, wanted: bool
) -> None:
    assert bundle.is_wanted(name, source) is wanted


@pytest.mark.parametrize(("library", "wanted"), [("libsqlite3.so.0", True), ("libX11.so.6", False)])
def test_linux_systems_keep_their_own_screen_libraries(library: str, wanted: bool) -> None:
    if bundle.sys.platform == "linux":
        assert bundle.is_wanted(library, f"/usr/lib/x86_64-linux-gnu/{library}") is wanted
