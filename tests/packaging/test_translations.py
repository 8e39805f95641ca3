"""The catalogues: what the program reads is what was translated, with its places for numbers."""

import re
from itertools import combinations

import pytest
from babel.messages.pofile import read_po

from planner import language
from planner.coach import shipped
from tests.packaging.scripts import script

translations = script("translations")
LANGUAGES = translations.languages()


def catalogue(code, part):
    with (translations.PLACE / code / f"{part}.po").open("rb") as file:
        return read_po(file, locale=code)


def places(text):
    return sorted(set(re.findall(r"\{[^}]*\}", text)))


def parts():
    return [*translations.CODE, *translations.TABLES]


def said(code):
    """Give each text of a language with its translation, in every form."""
    for part in parts():
        for message in catalogue(code, part):
            whole = isinstance(message.id, str)
            texts = (message.id,) if whole else message.id
            for form in (message.string,) if whole else message.string:
                if message.id and form:
                    yield texts, form


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_program_reads_what_was_translated(code):
    made = translations.compiled([catalogue(code, part) for part in parts()], code)
    assert (translations.PLACE / f"{code}.mo").read_bytes() == made


def test_qt_reads_the_names_of_keys_that_were_translated():
    assert (translations.PLACE / "keys_es.qm").read_bytes() == translations.compiled_keys("es")


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_is_said_in_each_language(code):
    missing = [
        each for part in parts() for each in translations.untranslated(catalogue(code, part))
    ]
    assert not missing


def test_what_is_counted_is_not_said_without_a_number_too():
    """Japanese has one form of a text for any number, and that one has the number in it."""
    found = [each for paths in translations.CODE.values() for each in translations._in_code(paths)]
    counted = {text[0] for _, text, _ in found if isinstance(text, tuple)}
    assert not counted & {text for _, text, meaning in found if not meaning}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_has_the_places_of_its_text(code):
    wrong = [
        (texts[-1], form)
        for texts, form in said(code)
        if places(form) != places(texts[-1]) and places(form) != places(texts[0])
    ]
    assert wrong == []


@pytest.mark.parametrize(("one", "other"), [*combinations(LANGUAGES, 2)])
def test_no_sentence_is_said_in_the_words_of_another_language(one, other):
    same = set(said(one)) & set(said(other))
    words = {form: re.findall(r"\w+", re.sub(r"\{[^}]*\}", "", form)) for _, form in same}
    assert not [form for texts, form in same if form not in texts and len(words[form]) > 2]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_is_said_in_two_ways(code):
    ways = {}
    for part in parts():
        for message in catalogue(code, part):
            if message.id and message.string:
                ways.setdefault((message.context, message.id), set()).add(message.string)
    assert {text: said for text, said in ways.items() if len(said) > 1} == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_exercises_go_by_one_name(code):
    with language.saying(code):
        called = [language.tr(exercise.name) for exercise in shipped.exercises()]
    assert len(set(called)) == len(called)
