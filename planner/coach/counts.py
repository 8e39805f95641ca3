"""How many of a thing there are, in the form that the language has for the number."""

from __future__ import annotations

from planner.language import decimal_sign, ntr, whole_number


def digits(number: float) -> str:
    """Write a number with its groups of digits as the reader's locale does: 6,625, 7.5."""
    if number != round(number):
        return f"{number:.1f}".removesuffix(".0").replace(".", decimal_sign())
    return whole_number(round(number))


def years(number: int) -> str:
    """Write '1 year', '5 years'."""
    return ntr("{n} year", "{n} years", number).format(n=digits(number))


def months(number: int) -> str:
    """Write '1 month', '20 months'."""
    return ntr("{n} month", "{n} months", number).format(n=digits(number))


def weeks(number: int) -> str:
    """Write '1 week', '6 weeks'."""
    return ntr("{n} week", "{n} weeks", number).format(n=digits(number))


def days(number: float) -> str:
    """Write '1 day', '4 days'."""
    return ntr("{n} day", "{n} days", number).format(n=digits(number))


def suggestions(number: int) -> str:
    """Write '1 suggestion', '3 suggestions'."""
    return ntr("{n} suggestion", "{n} suggestions", number).format(n=digits(number))


def training_days(number: int) -> str:
    """Write '1 training day', '96 training days'."""
    return ntr("{n} training day", "{n} training days", number).format(n=digits(number))


def nights(number: int) -> str:
    """Write '1 night', '9 nights'."""
    return ntr("{n} night", "{n} nights", number).format(n=digits(number))


def times(number: int) -> str:
    """Write '1 time', '4 times'."""
    return ntr("{n} time", "{n} times", number).format(n=digits(number))


def reps(number: int) -> str:
    """Write '1 rep', '12 reps'."""
    return ntr("{n} rep", "{n} reps", number).format(n=digits(number))


def kept_out(number: int) -> str:
    """Write '1 set deleted or moved here stays out', '3 sets deleted or moved here stay out'."""
    words = ntr(
        "{n} set deleted or moved here stays out",
        "{n} sets deleted or moved here stay out",
        number,
    )
    return words.format(n=digits(number))


def sets(number: int) -> str:
    """Write '1 set', '6,625 sets'."""
    return ntr("{n} set", "{n} sets", number).format(n=digits(number))


def new_sets(number: int) -> str:
    """Write '1 new set', '24 new sets'."""
    return ntr("{n} new set", "{n} new sets", number).format(n=digits(number))


def hard_sets(number: float) -> str:
    """Write '1 hard set', '7.5 hard sets'."""
    return ntr("{n} hard set", "{n} hard sets", number).format(n=digits(number))


def warm_ups(number: int) -> str:
    """Write '1 warm-up', '3 warm-ups'."""
    return ntr("{n} warm-up", "{n} warm-ups", number).format(n=digits(number))


def sessions(number: int) -> str:
    """Write '1 session', '184 sessions'."""
    return ntr("{n} session", "{n} sessions", number).format(n=digits(number))


def planned_sessions(number: int) -> str:
    """Write '1 planned session', '24 planned sessions'."""
    return ntr("{n} planned session", "{n} planned sessions", number).format(n=digits(number))


def later_sessions(number: int) -> str:
    """Write '1 later session', '3 later sessions'."""
    return ntr("{n} later session", "{n} later sessions", number).format(n=digits(number))


def exercises(number: int) -> str:
    """Write '1 exercise', '5 exercises'."""
    return ntr("{n} exercise", "{n} exercises", number).format(n=digits(number))


def lifts(number: int) -> str:
    """Write '1 lift', '5 lifts'."""
    return ntr("{n} lift", "{n} lifts", number).format(n=digits(number))


def programs(number: int) -> str:
    """Write '1 program', '3 programs'."""
    return ntr("{n} program", "{n} programs", number).format(n=digits(number))


def lifters(number: int) -> str:
    """Write '1 lifter', '200 lifters'."""
    return ntr("{n} lifter", "{n} lifters", number).format(n=digits(number))


def results(number: int) -> str:
    """Write '1 result', '40 results'."""
    return ntr("{n} result", "{n} results", number).format(n=digits(number))


def forecasts(number: int) -> str:
    """Write '1 forecast', '40 forecasts'."""
    return ntr("{n} forecast", "{n} forecasts", number).format(n=digits(number))


def notes(number: int) -> str:
    """Write '1 note', '3 notes'."""
    return ntr("{n} note", "{n} notes", number).format(n=digits(number))


def items(number: int) -> str:
    """Write '1 item', '3 items'."""
    return ntr("{n} item", "{n} items", number).format(n=digits(number))


def entries(number: int) -> str:
    """Write '1 entry', '3 entries'."""
    return ntr("{n} entry", "{n} entries", number).format(n=digits(number))


def files(number: int) -> str:
    """Write '1 file', '12 files'."""
    return ntr("{n} file", "{n} files", number).format(n=digits(number))


def rows(number: int) -> str:
    """Write '1 row', '24 rows'."""
    return ntr("{n} row", "{n} rows", number).format(n=digits(number))


def plans(number: int) -> str:
    """Write '1 plan', '3 plans'."""
    return ntr("{n} plan", "{n} plans", number).format(n=digits(number))


def check_ins(number: int) -> str:
    """Write '1 check-in', '3 check-ins'."""
    return ntr("{n} check-in", "{n} check-ins", number).format(n=digits(number))


def limits(number: int) -> str:
    """Write '1 limit', '3 limits'."""
    return ntr("{n} limit", "{n} limits", number).format(n=digits(number))


def own_programs(number: int) -> str:
    """Write '1 own program', '3 own programs'."""
    return ntr("{n} own program", "{n} own programs", number).format(n=digits(number))
