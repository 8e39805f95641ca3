"""What the page of a lift's skill says of its practice, and of what time off left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.coach import wording
from planner.coach.charts.skill_page import (
    Exposure,
    Practice,
    PracticeHistory,
    Reached,
    SkillChart,
)
from planner.engine.terms import Technique
from planner.language import ntr, tr
from planner.ui import counts, dates
from planner.ui.charts.records_words import counted
from planner.ui.technique_chip import technique_word


def practice_title(chart: SkillChart) -> str:
    """Name the card of practice."""
    return tr("{lift} – practice before load, sessions").format(lift=chart.exercise.name)


def practice(chart: SkillChart) -> str:
    """Say where practice of the lift stands, or kindly why none is counted."""
    if not chart.counted:
        words = tr("{lift} is learned on the way: no practice is counted before its load may rise.")
        return words.format(lift=chart.exercise.name)
    if chart.switched_off:
        return tr("Practice before load is switched off in Lifter › What is shown….")
    made = chart.practice
    if made is None:
        return tr("Practice is counted from the first session on.")
    return " ".join(filter(None, (_standing(made), _lifetime(made))))


def _standing(made: PracticeHistory) -> str:
    at = made.standing
    if at.left:
        said = _to_do(made)
        if at.away_days:
            kept = tr("About {kept} % of the skill is kept after {span} without it.")
            span = wording.span(at.away_days)
            return f"{kept.format(kept=round(100 * at.retained), span=span)} {said}"
        return said
    ended = [each for each in made.practices if each.needed]
    if not ended:
        return tr("Taken for known from the first session on: no practice was asked for.")
    last = ended[-1]
    if last.reached_on is None:
        return tr("Nothing is left to practise.")
    words = tr("Practised: {how}.")
    if last.before_on is not None:
        words = tr("Practised again after a break: {how}.")
    return words.format(how=reached(last))


def _to_do(made: PracticeHistory) -> str:
    at = made.standing
    if at.needed == 1:
        return tr("One session of practice is asked for.")
    words = ntr(
        "{done} of {needed} sessions of practice done; one rated sound is enough.",
        "{done} of {needed} sessions of practice done; {gate} rated sound are enough.",
        at.gate,
    )
    return words.format(done=at.done, needed=at.needed, gate=at.gate)


def _lifetime(made: PracticeHistory) -> str:
    words = tr("{reps} in {sessions} so far.")
    if made.kin_reps:
        words = tr("{reps} in {sessions} so far, and {kin} of lifts like it.")
    return words.format(
        reps=counted(made.reps), sessions=counts.sessions(made.sessions),
        kin=counts.count(made.kin_reps),
    )  # fmt: skip


def reached(made: Practice) -> str:
    """Say what ended a practice: '6 sessions', 'somebody saw sound technique'."""
    if made.reached_by is Reached.CHECK:
        return tr("somebody saw sound technique")
    sessions = counts.sessions(len(made.exposures))
    if made.reached_by is Reached.SOUND:
        return tr("{sessions}, {gate} of them rated sound throughout").format(
            sessions=sessions, gate=made.gate
        )
    return sessions


def kept(made: Practice, today: date) -> Sequence[str]:
    """Say of a break how long it was, and what of the skill it left."""
    words = tr("about {kept} % of the skill kept after {span}")
    lines = [
        dates.short(made.since, today),
        words.format(kept=round(100 * made.kept), span=wording.span(made.away_days)),
    ]
    if made.needed:
        return [*lines, tr("practised again: {sessions}").format(
            sessions=counts.sessions(made.needed)
        )]  # fmt: skip
    return [*lines, tr("nothing to practise again")]


def kept_so_far(made: PracticeHistory, today: date) -> Sequence[str]:
    """Say what a break that goes on has left of a skill."""
    words = tr("about {kept} % of the skill kept so far")
    return [dates.short(today, today), words.format(kept=round(100 * made.standing.retained))]


def last_day(on: date, today: date) -> Sequence[str]:
    """Say which day was the last before a break."""
    return [dates.short(on, today), tr("the last session before the break")]


def exposure(made: Exposure, of: Practice, today: date) -> Sequence[str]:
    """Say of a session of practice which it is, how it looked, and how much it was."""
    lines = [
        dates.short(made.on, today),
        ntr(
            "{done} of {needed} session of practice",
            "{done} of {needed} sessions of practice",
            of.needed,
        ).format(done=made.done, needed=of.needed),
        tr("{sound} of {gate} rated sound throughout").format(sound=made.sound, gate=of.gate),
        counted(made.reps),
        rating(made.rating),
    ]
    return [line for line in lines if line]


def asked(made: Practice, today: date) -> Sequence[str]:
    """Say how much practice was asked for, and from when."""
    words = tr("{sessions} of practice, or {gate} rated sound throughout")
    lines = [dates.short(made.since, today), began(made)]
    lines.append(words.format(sessions=counts.sessions(made.needed), gate=made.gate))
    return [line for line in lines if line]


def began(made: Practice) -> str:
    """Say after which break a practice began; '' for the first one."""
    if made.before_on is None:
        return ""
    words = tr("back after {span}: about {kept} % kept")
    return words.format(span=wording.span(made.away_days), kept=round(100 * made.kept))


def ended(made: Practice) -> str:
    """Say that a practice was done, and by what."""
    return tr("practised: {how}").format(how=reached(made))


def rating(made: Technique | None) -> str:
    """Write the worst rating of a session; '' where none was rated."""
    return technique_word(made) if made else ""


def line_done() -> str:
    """Name the line of sessions done."""
    return tr("sessions done")


def line_sound() -> str:
    """Name the line of sound sessions."""
    return tr("of these sound")


def line_quota() -> str:
    """Name the line of the quota."""
    return tr("asked for")


def line_gate() -> str:
    """Name the line of the gate."""
    return tr("sound ones that are enough")


def line_reached() -> str:
    """Name the mark where a practice ended."""
    return tr("practised")


def line_kept() -> str:
    """Name the line of what is kept of a skill."""
    return tr("skill kept through a break, about")


def practice_columns() -> list[str]:
    """Name the columns behind the plot of practice."""
    return [
        tr("Day"), tr("Sessions"), tr("Sound", "technique"), tr("Asked for"), tr("Sound enough"),
        tr("Rated"), tr("Note"),
    ]  # fmt: skip
