"""What the page of a lift's skill says of how its sets looked."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach import wording
from planner.coach.charts.skill_page import (
    RatedSets,
    Seen,
    SkillChart,
)
from planner.engine.terms import Technique
from planner.language import passage, tr
from planner.ui import counts
from planner.ui.technique_chip import technique_word

MOST_RESERVE = 4
_LOOKS = (Technique.SOUND, Technique.MINOR, Technique.BREAKDOWN)


def look(place: int) -> str:
    """Return the word for sound (0), minor (1) or breakdown (2)."""
    return technique_word(_LOOKS[place])


def set_number(number: int) -> str:
    """Name sets by their number in the session."""
    return tr("set {number}").format(number=number)


def reserve(number: int) -> str:
    """Name sets by the repetitions left in reserve."""
    return f"{number}+" if number >= MOST_RESERVE else str(number)


def axis(by_reserve: bool) -> str:
    """Name the lower axis."""
    return tr("repetitions left in reserve") if by_reserve else tr("work set of the session")


def ratings_title(chart: SkillChart, by_reserve: bool) -> str:
    """Name the card of ratings."""
    words = tr("{lift} – technique by set, %")
    if by_reserve:
        words = tr("{lift} – technique by reserve, %")
    return words.format(lift=chart.exercise.name)


def when(lately: bool, sessions: tuple[int, int]) -> str:
    """Say which sessions are meant: the last ones, or those before."""
    count = sessions[0] if lately else sessions[1]
    if lately:
        words = tr("the last {sessions} rated") if sessions[1] else tr("{sessions} rated")
    else:
        words = tr("{sessions} before that")
    return words.format(sessions=counts.sessions(count))


def pair(sessions: tuple[int, int]) -> str:
    """Say what the left and the right one of two bars are."""
    if not sessions[1]:
        return when(True, sessions)
    return tr("left: before, right: {lately}").format(lately=when(True, sessions))


def bar(named: str, seen: Seen, lately: bool, sessions: tuple[int, int]) -> Sequence[str]:
    """Say of a bar its sets, how they looked, and how sure that is."""
    shares = seen.looks
    rated = " · ".join(f"{count} {look(place)}" for place, count in enumerate(shares) if count)
    lines = [named, when(lately, sessions), rated]
    if not seen.enough:
        return [*lines, tr("too few to tell a share")]
    sound = tr("sound {share} ({low}–{high} %)")
    return [*lines, _share(sound, seen, 0)]


def _share(words: str, seen: Seen, place: int) -> str:
    made = seen.share(place)
    return words.format(
        share=f"{round(100 * made.value)} %", low=round(100 * made.low), high=round(100 * made.high)
    )


def technique(chart: SkillChart, by_reserve: bool) -> str:
    """Say how technique looks lately, whether it changed, and where it broke down; or how to
    rate."""
    if not chart.rated.any:
        return tr(
            "No set of {lift} has been rated yet. In the log, Alt+1, 2 or 3 after a set says that "
            "it looked sound, had minor faults, or broke down; so does the chip at its end."
        ).format(lift=chart.exercise.name)
    parts = [_lately(chart.rated)]
    if chart.tiring is not None:
        parts.append(wording.render(chart.tiring))
    if by_reserve:
        parts.append(_unlogged(chart.rated))
    return passage(filter(None, parts))


def _lately(rated: RatedSets) -> str:
    if not rated.lately.enough:
        words = tr("Can't tell how technique looks: {sets} rated so far.")
        return words.format(sets=counts.sets(rated.lately.rated + rated.before.rated))
    lately = _share(tr("Lately {share} of the rated sets were sound ({low}–{high} %)"),
                    rated.lately, 0)  # fmt: skip
    if rated.change is None:
        return f"{lately}."
    before = f"{round(100 * rated.before.share(0).value)} %"
    low, high = rated.change
    if low > 0:
        words = tr("{lately}, likely more than the {before} before.")
    elif high < 0:
        words = tr("{lately}, likely fewer than the {before} before.")
    else:
        words = tr("{lately}, {before} before: can't tell whether that changed.")
    return words.format(lately=lately, before=before)


def _unlogged(rated: RatedSets) -> str:
    """Say how many rated sets have no reserve, and so no bar; '' for none."""
    if not rated.unlogged:
        return ""
    words = tr("Rated without a reserve, so without a bar here: {sets}.")
    return words.format(sets=counts.sets(rated.unlogged))
