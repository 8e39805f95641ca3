"""The sounds of the log tab, made by us: samples of 16 bits, one channel, 44,100 a second."""

from __future__ import annotations

import math
from array import array
from functools import cache

from planner.coach.pacing import Pace, Part, Tick, ticks

RATE = 44_100  # samples a second
_LOUD = 0.32  # of the loudest there is: heard over a fan, no shock in headphones
_RISE_S, _FADE_S = 0.006, 0.012  # so that no tone clicks at its ends
_TICK_S, _BEGIN_S = 0.05, 0.12  # seconds of a tick, and of one that begins a part
_DYING = 4.0  # natural logarithms from the first to the last sample
_HERTZ = {Part.DOWN: 440.0, Part.BOTTOM: 330.0, Part.UP: 660.0, Part.TOP: 550.0, None: 880.0}


@cache
def tone(hertz: float, seconds: float, loud: float = _LOUD) -> array[int]:
    """Return a soft tone that dies away."""
    count = round(seconds * RATE)
    wave, rise, fall = _dying_wave(count, hertz, loud), round(_RISE_S * RATE), round(_FADE_S * RATE)
    for place in range(rise):
        wave[place] *= place / rise
    for place in range(fall):
        wave[-1 - place] *= place / fall
    return array("h", map(int, wave))


@cache
def chime() -> array[int]:
    """Return two rising tones: the rest is over."""
    return tone(660.0, 0.22) + tone(880.0, 0.45)


def tick_tone(tick: Tick) -> array[int]:
    """Return the sound of a tick: its pitch tells the part, its length whether one begins."""
    length, loud = (_BEGIN_S, _LOUD) if tick.begins else (_TICK_S, _LOUD / 2)
    return tone(_HERTZ[tick.part], length, loud)


def samples(pace: Pace, first: int, count: int) -> array[int]:
    """Return the ticks of a paced set from one sample on, `count` samples, silence between.

    Each tick begins at the very sample of its second, however the set is cut into pieces.
    """
    made = array("h", bytes(2 * count))
    heard_s = (first - round(_BEGIN_S * RATE)) / RATE
    for tick in ticks(pace, heard_s, (first + count) / RATE):
        sound, start = tick_tone(tick), round(tick.at_s * RATE) - first
        piece = sound[max(-start, 0) : max(count - start, 0)]
        begin = max(start, 0)
        made[begin : begin + len(piece)] = piece
    return made


def _dying_wave(count: int, hertz: float, loud: float) -> list[float]:
    """Return a sine that dies away; each sample follows from the two before, which is quick."""
    turn, fade = 2.0 * math.pi * hertz / RATE, math.exp(-_DYING / count)
    one, two = 2.0 * fade * math.cos(turn), fade * fade
    before, now, made = 0.0, 32767.0 * loud * fade * math.sin(turn), [0.0]
    for _ in range(count - 1):
        made.append(now)
        before, now = now, one * now - two * before
    return made
