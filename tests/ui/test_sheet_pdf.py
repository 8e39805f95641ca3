"""The sheet as a PDF: text that can be searched, fonts inside, a page for each lifter."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import segno
from PySide6.QtGui import QImage

from planner.coach import files
from planner.coach.print_choice import Layout, PaperName, PrintChoice, Turn
from planner.coach.sheet import Sheet, SheetLine, SheetSession
from planner.coach.studio import Studio
from planner.ui import painting, pdf_file
from planner.ui.printing_words import title
from planner.ui.sheet import draw, write_pdf
from planner.ui.sheet_code import runs

CHOICE = PrintChoice()
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.DOTALL)
_LETTERS = re.compile(r"\[(.*?)\]", re.DOTALL)
_SHOWN = re.compile(r"/F(\d+) |<([0-9A-Fa-f]+)>")


class Pdf:
    """Just enough of a reader to find the words again."""

    def __init__(self, path: Path) -> None:
        self.raw = path.read_bytes()
        self.objects = {int(key): body for key, body in _OBJECT.findall(self.raw)}

    def pages(self) -> int:
        return len(re.findall(rb"/Type /Page\b", self.raw))

    def fonts(self) -> set[str]:
        return {name.decode() for name in re.findall(rb"/FontName /([\w+-]+)", self.raw)}

    def text(self) -> str:
        alphabets = {key: self._alphabet(body) for key, body in self.objects.items()}
        found = []
        for body in self.objects.values():
            font = 0
            for key, glyphs in _SHOWN.findall(self._stream(body)):
                font = int(key) if key else font
                letters = alphabets.get(font, {})
                codes = (glyphs[i : i + 4].upper() for i in range(0, len(glyphs), 4))
                found.append("".join(letters.get(code, "") for code in codes))
        return "".join(found)

    def _alphabet(self, font: bytes) -> dict[str, str]:
        """Return the letters of a font by glyph; they are listed from glyph 1 on."""
        where = re.search(rb"/ToUnicode (\d+) 0 R", font)
        told = self._stream(self.objects[int(where[1])]) if where else ""
        letters = " ".join(_LETTERS.findall(told)).replace("<", "").split(">")[:-1]
        return {f"{n:04X}": chr(int(code, 16)) for n, code in enumerate(letters, start=1)}

    def _stream(self, body: bytes) -> str:
        found = _STREAM.search(body)
        try:
            return zlib.decompress(found[1]).decode("latin-1") if found else ""
        except zlib.error:
            return found[1].decode("latin-1")


def sheet(lifter: str = "Sam Lifter") -> Sheet:
    names = ("Back squat", "Hip flexor raise", "Kniebeuge – Überzug")
    lines = tuple(SheetLine(name, "4×6", "102.5", "2", "", "2 min", 4, "", "") for name in names)
    return Sheet(
        lifter=lifter,
        heading="Strength block 2 · Week 4 of 6",
        coach="",
        sessions=(SheetSession("Mon 2 · Lower A", "", lines),),
        this_week=(),
        glossary="",
        check_in=("Sleep",),
        bodyweight_unit="kg",
        unit_note="Loads in kg",
        printed="printed 1 Nov 2026",
        code="PL4K7Q",
    )


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """QPdfWriter measures type, which needs an application."""


@pytest.mark.parametrize("layout", Layout)
def test_every_exercise_is_found_in_the_text_of_the_pdf(tmp_path, layout):
    path = tmp_path / "week.pdf"
    assert write_pdf(path, [sheet()], PrintChoice(layout=layout)) == (1, 1, "")
    text = "".join(Pdf(path).text().split())
    for name in ("Backsquat", "Hipflexorraise", "Kniebeuge–Überzug", "102.5", "PL4K7Q"):
        assert name in text


def test_the_shipped_font_is_inside_the_pdf(tmp_path):
    path = tmp_path / "week.pdf"
    write_pdf(path, [sheet()], CHOICE)
    assert {name.split("+")[-1] for name in Pdf(path).fonts()} == {
        "NotoSans-Regular",
        "NotoSans-Bold",
    }


def test_a_japanese_sheet_has_no_bold_beside_letters_that_have_none(tmp_path):
    path = tmp_path / "week.pdf"
    write_pdf(path, [replace(sheet(), language="ja")], CHOICE)
    assert "NotoSans-Bold" not in {name.split("+")[-1] for name in Pdf(path).fonts()}


def test_every_lifter_starts_on_a_new_page(tmp_path):
    path = tmp_path / "all.pdf"
    assert write_pdf(path, (sheet(f"Client {n}") for n in range(12)), CHOICE).pages == 12
    assert Pdf(path).pages() == 12


def test_a_pdf_of_several_is_called_by_its_week_not_by_the_first_of_them(tmp_path):
    path, wednesday = tmp_path / "all.pdf", date(2026, 11, 4)
    write_pdf(path, [sheet("Ada"), sheet("Ben")], CHOICE, title(2, wednesday))
    called = "Training week of 2 Nov 2026, 2 lifters"
    assert title(2, wednesday) == called
    assert called.encode("utf-16-be") in Pdf(path).raw
    assert title(1, wednesday) == ""


@pytest.mark.parametrize(
    ("paper", "turn", "points"),
    [
        (PaperName.A4, Turn.LANDSCAPE, "842 595"),
        (PaperName.A4, Turn.PORTRAIT, "595 842"),
        (PaperName.LETTER, Turn.LANDSCAPE, "792 612"),
        (PaperName.LETTER, Turn.PORTRAIT, "612 792"),
    ],
)
def test_the_page_has_the_size_of_the_paper_and_is_held_as_chosen(tmp_path, paper, turn, points):
    path = tmp_path / "week.pdf"
    write_pdf(path, [sheet()], PrintChoice(paper, turn=turn))
    (box,) = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", Pdf(path).raw))
    assert " ".join(f"{float(side):.0f}" for side in box) == points


def test_a_pdf_that_cannot_be_written_says_so_and_the_old_one_stays(tmp_path):
    with pytest.raises(OSError, match="could not be written"):
        write_pdf(tmp_path / "nowhere" / "week.pdf", [sheet()], CHOICE)
    assert not list(tmp_path.iterdir())


@pytest.mark.qt_log_ignore("can only be painted by one painter")
def test_a_pdf_that_cannot_be_begun_blames_the_file_and_no_printer(tmp_path):
    def begin_twice() -> None:
        with pdf_file.writing(tmp_path / "week.pdf") as to, painting.begun(to):
            draw(to, [sheet()], Layout.OVERVIEW)

    with pytest.raises(OSError, match="could not be written"):
        begin_twice()
    assert not list(tmp_path.iterdir())


def test_no_pdf_takes_the_place_of_the_database(database, lifter):
    with pytest.raises(OSError, match="it is the training database itself"):
        write_pdf(database, [sheet()], CHOICE)
    assert files.check().ok


def test_a_new_pdf_takes_the_place_of_the_old_one(tmp_path):
    path = tmp_path / "week.pdf"
    write_pdf(path, [sheet("First")], CHOICE)
    write_pdf(path, [replace(sheet(), lifter="Second")], CHOICE)
    assert "Second" in Pdf(path).text()
    assert [each.name for each in tmp_path.iterdir()] == ["week.pdf"]


def test_what_stops_the_sheets_leaves_no_file(tmp_path):
    def stopped() -> Iterator[Sheet]:
        yield sheet()
        raise Stopped

    with pytest.raises(Stopped):
        write_pdf(tmp_path / "week.pdf", stopped(), CHOICE)
    assert not list(tmp_path.iterdir())


class Stopped(Exception):
    """Somebody pressed Cancel."""


def test_a_sign_that_no_font_has_is_a_question_mark_and_is_told(tmp_path):
    nobody_has = "\U000f0001"  # of private use
    path = tmp_path / "week.pdf"
    made = write_pdf(path, [sheet(f"Sam {nobody_has}")], CHOICE)
    assert made.missing == nobody_has
    assert "Sam\t?" in Pdf(path).text()


def test_a_logo_is_inside_once_in_shades_of_grey_however_many_pages(tmp_path):
    path = tmp_path / "week.pdf"
    picture = QImage(900, 200, QImage.Format.Format_ARGB32)
    picture.fill("#cc3300")
    picture.save(str(tmp_path / "logo.png"))
    studio = Studio((tmp_path / "logo.png").read_bytes(), "12 Main Street")
    write_pdf(path, [replace(sheet(), studio=studio)] * 5, CHOICE)
    assert path.read_bytes().count(b"/Subtype /Image") == 1
    assert b"/DeviceGray" in path.read_bytes()


def test_the_square_code_says_the_code_and_nothing_else():
    """The dark squares are those of the code's own matrix, so a scanner types the code."""
    words = "3FA09C"
    made = segno.make(words, error="q", micro=False, mask=0)
    side = len(made.matrix)
    dark = {
        (round(x * side) + right, round(y * side) + down)
        for x, y, width, height in runs(words)
        for right in range(round(width * side))
        for down in range(round(height * side))
    }
    assert dark == {
        (x, y) for y, row in enumerate(made.matrix) for x, module in enumerate(row) if module
    }
    assert side == 21
