"""Numbers as a lifter reads them."""

from datetime import date

import pytest

from planner import language
from planner.coach import charts, counts, estimates, suggesting, wording
from planner.coach.wording import render
from planner.engine.terms import Change, Lifter, LoggedSet, Unit, phrase
from planner.language import filled, tr
from planner.storage import clients


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.083, "+8 %"), (-0.012, "−1 %"), (-0.004, "0 %"), (0.004, "0 %"), (0.0, "0 %")],
)
def test_a_change_has_a_real_sign_and_nothing_has_none(share, said):
    assert wording.change(share) == said


def test_numbers_in_sentences_have_a_real_minus_and_no_minus_zero():
    words = phrase("{low_pct} to {high_pct}, {sets}", low_pct=-0.3, high_pct=-0.04, sets=-2)
    assert render(words) == "−0.3 % to 0 %, −2"


def test_a_load_keeps_its_half_and_an_estimate_is_whole():
    words = phrase("{load_kg}, about {e1rm_kg}", load_kg=62.5, e1rm_kg=95.4)
    assert render(words) == "62.5 kg, about 95 kg"
    assert render(words, Unit.LB) == "137.8 lb, about 210 lb"


@pytest.mark.parametrize(
    ("kg", "sd", "unit", "said"),
    [
        (121.3, 1.9, Unit.KG, "121 kg (118–124)"),
        (121.3, 1.9, Unit.LB, "267 lb (261–274)"),
        (12.0, 0.2, Unit.KG, "12 kg"),
        (121.3, None, Unit.KG, "121 kg"),
    ],
)
def test_an_estimate_has_its_range(kg, sd, unit, said):
    assert estimates.about(kg, sd, unit) == said


def test_a_pull_up_says_what_bodyweight_was_assumed(database, train):
    lifter, today = clients.add_lifter(Lifter(name="Kim")), date(2026, 11, 5)
    train(lifter, "pull-up", today, LoggedSet(0, 8, load=0))
    said = [render(words) for words in charts.strength(lifter, "pull-up", today).summary]
    assert said[1] == "That takes your bodyweight for 75 kg: enter it to be exact."
    assert said[0].endswith("from one session.")


def test_one_of_a_thing_is_not_several():
    assert (counts.sets(1), counts.sets(0)) == ("1 set", "0 sets")
    assert counts.sets(19626) == "19,626 sets"
    assert suggesting.change_text(Change(sets=1, load_kg=5), Unit.KG) == "1 set · 5 kg"


def test_no_load_is_the_body_alone() -> None:
    said = render(phrase("At {load_kg}, then {new_kg}", load_kg=0.0, new_kg=2.5))
    assert said == "At bodyweight, then 2.5 kg"


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "1 day"), (59, "59 days"), (60, "9 weeks"), (608, "20 months"), (1795, "5 years")],
)
def test_a_long_time_is_told_in_large_units(days: int, said: str) -> None:
    assert wording.span(days) == said


@pytest.mark.parametrize(
    ("code", "words", "said"),
    [
        ("es", ("glúteos", "isquios"), "glúteos e isquios"),
        ("es", ("Sentadilla", "Hip thrust"), "Sentadilla y Hip thrust"),
        ("fr", ("fessiers", "ischio-jambiers"), "fessiers et ischio-jambiers"),
    ],
)
def test_and_is_said_as_it_sounds_before_the_last_of_a_list(code, words, said) -> None:
    with language.saying(code):
        assert wording.listed(words) == said


@pytest.mark.parametrize(
    ("code", "lift", "said"),
    [
        ("fr", "Arraché", "Première séance d'Arraché"),
        ("fr", "Squat", "Première séance de Squat"),
        ("fr", "Onze minutes", "Première séance de Onze minutes"),
        ("fr", "Oui", "Première séance de Oui"),
        ("es", "Arrancada", "Primera sesión de Arrancada"),
        ("es", "Muscle-up y Inverse row", "Primera sesión de Muscle-up y Inverse row"),
    ],
)
def test_of_is_said_as_it_sounds_before_a_lift(code: str, lift: str, said: str) -> None:
    with language.saying(code):
        assert render(phrase("First session of {lift}", lift=lift)) == said


def test_or_is_said_as_it_sounds_before_the_last_of_a_choice() -> None:
    with language.saying("es"):
        assert wording.either(("pecho", "hombros")) == "pecho u hombros"


def test_a_day_in_short_ends_a_sentence_without_a_second_full_stop() -> None:
    with language.saying("fr"):
        said = render(phrase("Taken back on {back_on}.", back_on=date(2026, 11, 20)))
        done = filled(tr("Done on {day}."), day=wording.short_date(date(2026, 11, 20)))
    assert (said, done) == ("Retiré le 20 nov.", "Fait le 20 nov.")


@pytest.mark.parametrize("typed", ["Curl ... slow", "../logs", "Curl ...", "Curl"])
def test_the_full_stops_that_somebody_typed_stay(typed: str) -> None:
    assert render(phrase("{lift} is new.", lift=typed)) == f"{typed} is new."
    assert render(phrase("New: {lift}.", lift=typed)) == f"New: {typed.removesuffix('.')}."


def test_what_a_thing_is_has_the_room_before_its_colon_that_the_language_has() -> None:
    assert wording.told_of("Back", "7 sets") == "Back: 7 sets"
    with language.saying("fr"):
        assert wording.told_of("Dos", "7 séries") == "Dos\u00a0: 7 séries"
