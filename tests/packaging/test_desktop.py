"""What desktops are told of the program fits the program, on every system alike."""

from __future__ import annotations

import configparser
import gzip
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from planner import APP_ID, __main__ as program, __version__, cli
from planner.coach import handing_over
from planner.ui import app
from tests import needed
from tests.packaging.scripts import ROOT, script

linux, product = script("linux"), script("product")
MIME_SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a package puts into /usr/share."""
    prefix = tmp_path_factory.mktemp("usr")
    linux.install(prefix)
    return prefix / "share"


@pytest.fixture
def entry(share: Path) -> configparser.SectionProxy:
    """The entry in the desktop's menu."""
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(share / "applications" / f"{APP_ID}.desktop", "utf-8")
    return read["Desktop Entry"]


def test_the_menu_entry_starts_the_program_on_a_file_of_its_kind(
    entry: configparser.SectionProxy,
) -> None:
    assert entry["Exec"] == f"{product.NAME} %f"
    assert entry["MimeType"] == f"{product.MIME};"
    assert entry["Name"] == product.TITLE


def test_the_window_says_which_menu_entry_and_icon_are_its_own(
    entry: configparser.SectionProxy, share: Path, qapp: QApplication
) -> None:
    assert entry["Icon"] == APP_ID
    assert entry["StartupWMClass"] == "planner"
    source = Path(app.__file__).read_text("utf-8")
    assert "setDesktopFileName(APP_ID)" in source
    assert 'setApplicationName("planner")' in source
    assert len(list(share.glob(f"icons/hicolor/*/apps/{APP_ID}.*"))) == 9


def test_the_store_page_names_what_is_installed(share: Path) -> None:
    page = ElementTree.parse(share / "metainfo" / f"{APP_ID}.metainfo.xml").getroot()
    assert page.findtext("id") == APP_ID
    assert page.findtext("launchable") == f"{APP_ID}.desktop"
    assert page.findtext("provides/binary") == product.NAME
    assert page.findtext("provides/mediatype") == product.MIME
    assert [each.get("version") for each in page.iter("release")] == [__version__]


def test_a_file_that_is_handed_over_has_one_ending_everywhere(share: Path) -> None:
    kind = ElementTree.parse(share / "mime" / "packages" / f"{APP_ID}.xml").getroot()[0]
    glob = kind.find(f"{MIME_SPACE}glob")
    assert glob is not None
    assert glob.get("pattern") == f"*{handing_over.SUFFIX}"
    assert kind.get("type") == product.MIME
    assert product.EXTENSION == handing_over.SUFFIX == program.HANDED_OVER
    assert (
        share / f"icons/hicolor/scalable/mimetypes/{product.MIME.replace('/', '-')}.svg"
    ).exists()


def test_the_manual_has_every_command(share: Path) -> None:
    packed = (share / "man" / "man1" / f"{product.NAME}.1.gz").read_bytes()
    manual = gzip.decompress(packed).decode()
    told = re.sub(r"\\f[RB]", "", manual)
    assert [name for name in cli.COMMANDS if not re.search(rf"^\.B .*\b{name}\b", told, re.M)] == []
    assert __version__ in manual.splitlines()[0]


def test_a_word_that_no_script_knows_is_not_left_in_a_text(tmp_path: Path) -> None:
    template = tmp_path / "text"
    template.write_text("@TITLE@ by @NOBODY@")
    with pytest.raises(KeyError, match="NOBODY"):
        product.filled(template)


def test_the_flatpak_has_the_same_name_and_no_network() -> None:
    manifest = json.loads(product.filled(ROOT / "packaging" / "flatpak" / "manifest.json"))
    assert (manifest["id"], manifest["command"]) == (APP_ID, product.NAME)
    assert "--share=network" not in manifest["finish-args"]
    (module,) = manifest["modules"]
    assert f"=={__version__}" in module["build-commands"][0]


TOOLS = ("desktop-file-validate", "appstreamcli", "xmllint", "mandoc")


@needed.skipped_without(needed.tools(*TOOLS), "needs the desktop's own tools")
def test_the_tools_of_desktops_mind_nothing(share: Path) -> None:
    linux.check(share.parent)


def test_the_readme_names_the_packages_of_this_version() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"workout[-_]planner[-_](\d+\.\d+\.\d+)", readme))
    assert named == {__version__}
