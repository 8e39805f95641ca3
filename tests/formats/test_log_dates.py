"""Dates as apps and spreadsheets write them, in ten languages."""

from datetime import datetime

import pytest

from planner.formats.dates import day_first, moment

MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "tr": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "ru": "янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.",
    "long": "January February March April May June July August September October November December",
    "en français": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    "po polsku": (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
        "listopada grudnia"
    ),
}


@pytest.mark.parametrize("language", MONTHS)
def test_month_names_are_read_in_every_language_of_the_apps(language):
    for number, name in enumerate(MONTHS[language].split(), 1):
        assert moment(f"8 {name} 2026, 16:50").at == datetime(2026, number, 8, 16, 50), name


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2021-07-10 16:35:45", datetime(2021, 7, 10, 16, 35, 45)),
        ("2024-01-07T17:15:00", datetime(2024, 1, 7, 17, 15)),
        ("11/18/2024 15:04", datetime(2024, 11, 18, 15, 4)),
        ("2018/8/31 5:49", datetime(2018, 8, 31, 5, 49)),
        ("31.8.2018 05:49:07", datetime(2018, 8, 31, 5, 49, 7)),
        ("8/31/18 5:49 PM", datetime(2018, 8, 31, 17, 49)),
        ("8 Apr 2026, 12:05 am", datetime(2026, 4, 8, 0, 5)),
        ("5 de mai. de 2026, 9:00", datetime(2026, 5, 5, 9, 0)),
        ("8 апр. 2026 г., 16:50", datetime(2026, 4, 8, 16, 50)),
    ],
)
def test_times_are_local_and_exact(text, at):
    assert moment(text).at == at
    assert moment(text).timed


@pytest.mark.parametrize("text", ["2026-08-13", "8/13/2026", "13 Aug 2026"])
def test_a_date_alone_has_no_time(text):
    assert moment(text).at == datetime(2026, 8, 13)
    assert not moment(text).timed


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-02-31", "31/2/2024", "8 Foo 2026, 16:50", "0201-03-04", "1/2/3/4"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match="is no date"):
        moment(text)


def test_a_number_above_twelve_tells_which_comes_first():
    assert day_first(["3/4/2024", "18/4/2024"])
    assert not day_first(["3/4/2024", "4/18/2024"])


def test_else_the_reading_in_order_counts():
    assert day_first(["1/4/2024", "8/4/2024", "2/5/2024"])
    assert not day_first(["4/1/2024", "4/8/2024", "5/2/2024"])
    assert day_first(["2/5/2024", "8/4/2024", "1/4/2024"])
    assert not day_first(["1/1/2024"])


def test_day_first_decides_what_is_in_april():
    assert moment("3/4/2024", day_first=True).at.month == 4
    assert moment("3/4/2024").at.month == 3
