"""Bring the catalogues of all languages in step with the texts in the code and the library.

python packaging/translations.py          take up new texts, drop those that are gone, compile
python packaging/translations.py --todo   count what is not translated yet

A language is a folder of `resources/translations` with one catalogue a part of the program; all
parts are compiled into one file beside it, which the program reads. Where there is a `keys.ts`, the
names of keys are compiled for Qt.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

Text = str | tuple[str, ...]
Found = tuple[str, Text, str | None]  # file, text or its forms, what it means here

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "resources" / "translations"
# whose first argument is a text: functions, and what the evidence page lists
SAYING = {"tr", "N_", "phrase", "tell", "Constant", "Source"}
KEYS = "keys.ts"  # names of keys, where Qt writes them as keyboards of the language do not
WIDTH = 100
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
# the texts of each part: Python files that say them, and keys in TOML files
CODE = {
    "screens": ("planner/ui/**/*.py",),
    "coach": ("planner/coach/**/*.py", "planner/engine/**/*.py"),
    "files": ("planner/formats/**/*.py", "planner/storage/**/*.py", "planner/*.py"),
}
TABLES = {
    "exercises": ("resources/exercises/*.toml", ("name", "cues", "faults")),
    "programs": (
        "resources/programs/*.toml",
        ("name", "goal", "for_whom", "summary", "progression", "leave", "says", "note", "rotation"),
    ),
    "ladders": ("resources/ladders.toml", ("name", "goal", "note")),
}


def main(arguments: list[str]) -> int:
    """Update and compile all languages, or count what is missing; 1 when something is."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--todo", action="store_true", help="count what is not translated yet")
    todo = asked.parse_args(arguments).todo
    parts = texts()
    for code in languages():
        made = {part: updated(code, part, template) for part, template in parts.items()}
        missing = {part: len(untranslated(catalogue)) for part, catalogue in made.items()}
        print(code, *(f"{part} {count}" for part, count in missing.items()), sep="  ")
        if not todo:
            _store(code, made)
        elif any(missing.values()):
            return 1
    return 0


def languages() -> list[str]:
    """Return the codes of the languages that have a folder."""
    return sorted(folder.name for folder in PLACE.iterdir() if folder.is_dir())


def texts() -> dict[str, Catalog]:
    """Return what is to be said, by part, in the order it stands in the files."""
    found = {part: _template(_in_code(patterns)) for part, patterns in CODE.items()}
    for part, (pattern, keys) in TABLES.items():
        found[part] = _template(_in_tables(pattern, keys))
    return found


def updated(code: str, part: str, template: Catalog) -> Catalog:
    """Return a part in a language: what is translated, new texts empty, lost ones dropped."""
    path = PLACE / code / f"{part}.po"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(_written(_empty(code)))
    with path.open("rb") as file:
        catalogue = read_po(file, locale=code)
    own = deepcopy(template)  # its new texts become those of the catalogue
    catalogue.update(own, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    return catalogue


def untranslated(catalogue: Catalog) -> list[Message]:
    """Return the texts of a part that are not, or not in every form, said in its language."""
    return [message for message in catalogue if message.id and not _is_said(message)]


def compiled(catalogues: Iterable[Catalog], code: str) -> bytes:
    """Return all parts of a language as the one file that the program reads."""
    whole = _empty(code)
    for catalogue in catalogues:
        for message in catalogue:
            if message.id and _is_said(message):
                whole.add(message.id, message.string, context=message.context)
    file = BytesIO()
    write_mo(file, whole)
    return file.getvalue()


def compiled_keys(code: str) -> bytes:
    """Return the keys of a language as the file that Qt reads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    with TemporaryDirectory() as folder:
        made = Path(folder, "keys.qm")
        subprocess.run([tool, "-silent", PLACE / code / KEYS, "-qm", made], check=True)
        return made.read_bytes()


def _empty(code: str) -> Catalog:
    """Return a catalogue without texts, and without the hour: the same texts make the same file."""
    return Catalog(
        locale=code, charset="utf-8", fuzzy=False, creation_date=NO_DAY, revision_date=NO_DAY
    )


def _store(code: str, made: dict[str, Catalog]) -> None:
    for part, catalogue in made.items():
        (PLACE / code / f"{part}.po").write_bytes(_written(catalogue))
    (PLACE / f"{code}.mo").write_bytes(compiled(made.values(), code))
    if (PLACE / code / KEYS).exists():
        (PLACE / f"keys_{code}.qm").write_bytes(compiled_keys(code))


def _written(catalogue: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalogue, width=WIDTH, omit_header=True, include_lineno=False)
    header = HEADER.format(language=catalogue.locale, plurals=catalogue.plural_forms)
    return header.encode() + file.getvalue()


def _is_said(message: Message) -> bool:
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(said) and all(said)


def _template(found: Iterable[Found]) -> Catalog:
    template = Catalog(charset="utf-8", fuzzy=False)
    for place, text, context in found:
        template.add(text, context=context, locations=[(place, 0)])
    return template


def _in_code(patterns: Iterable[str]) -> Iterator[Found]:
    for path in _files(patterns):
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from ((place, text, context) for text, context in _marked(node))


def _marked(call: ast.Call) -> Iterator[tuple[Text, str | None]]:
    """Give the texts that a call says; none where they stand elsewhere, marked with N_."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "ntr":
        forms = [each.value for each in call.args[:2] if isinstance(each, ast.Constant)]
        yield tuple(map(str, forms)), None
    elif name in SAYING and call.args:
        meanings = (
            [text for each in call.args[1:2] for text in _literals(each)] if name == "tr" else []
        )
        for text in _literals(call.args[0]):
            yield text, next(iter(meanings), None)


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def _in_tables(pattern: str, keys: tuple[str, ...]) -> Iterator[Found]:
    for path in _files([pattern]):
        place = path.relative_to(ROOT).as_posix()
        for text in _values(tomllib.loads(path.read_text("utf-8")), keys):
            yield place, text, None


def _values(content: object, keys: tuple[str, ...], key: str = "") -> Iterator[str]:
    if isinstance(content, dict):
        for name, value in content.items():
            yield from _values(value, keys, name)
    elif isinstance(content, list):
        for value in content:
            yield from _values(value, keys, key)
    elif isinstance(content, str) and key in keys:
        yield content


def _files(patterns: Iterable[str]) -> list[Path]:
    return sorted(path for pattern in patterns for path in ROOT.glob(pattern))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
