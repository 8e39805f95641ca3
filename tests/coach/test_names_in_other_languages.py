"""The names of exercises follow the language of the app that wrote the log."""

import tomllib
from importlib.resources import files

import pytest

from planner.coach import foreign_names, importing, library, names, shipped
from planner.storage import library as stored

KNOWN = names.index(shipped.exercises())
LANGUAGES = ("de", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr")
FEWEST_LIFTS = 60
NEED_EQUIPMENT = (  # in English, too
    "Shrug", "Overhead Triceps Extension", "Triceps Extension", "Triceps Kickback",
)  # fmt: skip
LIKELY_ONLY = ("Shoulder Press", "Rear Delt Reverse Fly", *NEED_EQUIPMENT)


def texts(language: str) -> dict[str, dict[str, list[str]]]:
    file = files("planner.resources") / "names" / f"{language}.toml"
    return tomllib.loads(file.read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_means_what_its_english_name_means(language):
    lifts = texts(language)["lifts"]
    assert len(lifts) >= FEWEST_LIFTS
    for english, known in lifts.items():
        for name in known:
            slug, sure = foreign_names.match(name, KNOWN) or KNOWN.match(name)
            assert sure or english in LIKELY_ONLY, name
            assert slug is not None, name
            if sure and english not in LIKELY_ONLY:
                assert slug == KNOWN.match(english)[0], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_name_is_translated_to_is_an_exercise_of_the_library(language):
    for english in texts(language)["lifts"]:
        assert KNOWN.sure(english) or english in LIKELY_ONLY, english


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Langhantel-Bankdrücken", "bench-press"),
        ("Bankdrücken (Langhantel)", "bench-press"),
        ("BANKDRÜCKEN (KURZHANTEL)", "dumbbell-bench-press"),
        ("Kurzhantelbankdrücken", "dumbbell-bench-press"),
        ("Bench Press (Langhantel)", "bench-press"),
        ("Bankdrücken im Sitzen (Maschine)", "machine-chest-press"),
        ("Latzug enger Griff (Kabel)", "close-grip-lat-pulldown"),
        ("Klimmzüge (unterstützt)", "assisted-pull-up"),
        ("Développé couché", "bench-press"),
        ("Développé Couché (Haltères)", "dumbbell-bench-press"),
        ("Sentadilla (Barra)", "back-squat"),
        ("Press de Banca - Inclinado (Mancuernas)", "incline-dumbbell-bench-press"),
        ("Panca Inclinata (Manubri)", "incline-dumbbell-bench-press"),
        ("Supino Inclinado (Máquina)", "incline-machine-chest-press"),
        ("Bankdrukken (Barbell)", "bench-press"),
        ("Wyciskanie hantli na ławce skośnej", "incline-dumbbell-bench-press"),
        ("WYCISKANIE HANTLI NA ŁAWCE SKOŚNEJ", "incline-dumbbell-bench-press"),
        ("Dambıl kürek", "dumbbell-row"),
        ("Ön squat", "front-squat"),
        ("ベンチプレス (バーベル)", "bench-press"),
        ("インクラインダンベルベンチプレス", "incline-dumbbell-bench-press"),
        ("インクライン・ベンチプレス（ダンベル）", "incline-dumbbell-bench-press"),
        ("ﾀﾞﾝﾍﾞﾙﾍﾞﾝﾁﾌﾟﾚｽ", "dumbbell-bench-press"),
        ("スミスマシンスクワット", "smith-squat"),
        ("ﾊｯｸｽｸﾜｯﾄ", "hack-squat"),
        ("懸垂（アシスト）", "assisted-pull-up"),
        ("ダンベルでのショルダープレス", "seated-dumbbell-shoulder-press"),
        ("Жим лежа (Штанга)", "bench-press"),
        ("Становая тяга (Штанга)", "deadlift"),
    ],
)
def test_order_brackets_and_equipment_are_read_as_in_english(name, slug, lifter):
    assert library.match(name) == (slug, True)


def test_a_name_of_which_a_word_is_not_understood_is_only_a_suggestion(lifter):
    assert library.match("Bankdrücken mit Ketten") == ("bench-press", False)


def test_a_japanese_name_of_which_a_part_is_not_understood_is_only_a_suggestion(lifter):
    assert library.match("ベンチプレス鎖付き") == ("bench-press", False)
    assert library.match("鎖ベンチプレス") == ("bench-press", False)


def test_a_word_that_two_languages_use_for_different_things_is_no_sure_match(lifter):
    assert not library.match("Squat (Halter)")[1]  # a barbell in Turkish, a dumbbell in Portuguese


def test_guesses_are_made_from_what_is_understood(lifter):
    assert library.guesses("Schulterheben")[0].slug in ("dumbbell-shrug", "barbell-shrug")
    assert library.guesses("Zwergenwurf") == []


def test_a_name_in_no_language_means_nothing(lifter):
    assert foreign_names.match("Zwergenwurf", KNOWN) is None
    assert foreign_names.match("Zwergenwurf (Kabel)", KNOWN) is None


def test_what_the_lifter_calls_an_exercise_counts_before_any_language(lifter):
    stored.add_alias("hammer-curl", "Bankdrücken")
    assert library.match("bankdrücken") == ("hammer-curl", True)


def test_a_german_hevy_log_comes_in_without_a_question(lifter, tmp_path):
    header = "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps\n"
    rows = [
        f'Push,"5 Mai 2026, 18:00","5 Mai 2026, 19:00",{name},0,normal,60,5\n'
        for name in ("Bankdrücken (Langhantel)", "Seitheben (Kurzhantel)", "Trizepsdrücken (Kabel)")
    ]
    (tmp_path / "hevy.csv").write_text(header + "".join(rows), "utf-8")
    made = importing.preview(lifter, tmp_path / "hevy.csv")
    assert {match.slug for match in made.matches} == {
        "bench-press", "lateral-raise", "triceps-pushdown",
    }  # fmt: skip
    assert all(match.sure for match in made.matches)
