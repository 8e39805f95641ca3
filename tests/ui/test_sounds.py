"""Sounds are made by us, start at the very sample, and are silent where nothing can play them."""

from __future__ import annotations

import atexit
import os
import time
from array import array
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from planner.coach.pacing import Pace, ticks
from planner.engine.tempo import stretches
from planner.ui import tones
from planner.ui.sound import Speaker, paced
from planner.ui.sound_device import Device, NoSound
from planner.ui.tones import RATE


@pytest.fixture(scope="module")
def squat() -> Pace:
    return Pace(stretches("3-1-3-0", from_below=False), reps=8)


def test_no_tone_clicks_or_is_louder_than_a_third_of_the_loudest() -> None:
    for made in (tones.chime(), tones.tone(440.0, 0.12)):
        assert abs(made[0]) < 50
        assert abs(made[-1]) < 50
        assert 3000 < max(map(abs, made)) < 11_000
    assert len(tones.chime()) < RATE


def test_every_tick_of_a_minute_begins_at_its_sample(squat) -> None:
    whole = tones.samples(squat, 0, 60 * RATE)
    for tick in ticks(squat, 0.0, 59.0):
        start = round(tick.at_s * RATE)
        sound = tones.tick_tone(tick)
        assert whole[start : start + len(sound)] == sound
        assert not any(whole[max(start - 400, 0) : start])


@settings(max_examples=10)
@given(st.lists(st.integers(1, 9000), min_size=1, max_size=40))
def test_the_sound_is_the_same_however_a_device_asks_for_it(squat, counts) -> None:
    first, pieces = round(2.9 * RATE), array("h")
    for count in counts:
        pieces += tones.samples(squat, first + len(pieces), count)
    assert pieces == tones.samples(squat, first, sum(counts))


def test_a_device_that_asks_ahead_of_the_clock_gets_one_sample_after_the_other(squat) -> None:
    ask = paced(squat, 0.0, clock=lambda: 2.9)
    assert ask(9000) + ask(9000) == tones.samples(squat, round(2.9 * RATE), 18_000)


def test_after_a_stall_the_clock_sets_the_sound_right(squat) -> None:
    moments = iter([0.0, 10.0])
    ask = paced(squat, 0.0, clock=lambda: next(moments))
    ask(100)
    assert ask(4410) == tones.samples(squat, 10 * RATE, 4410)


def test_a_paced_set_that_is_over_has_no_more_samples(squat) -> None:
    assert not paced(squat, 0.0, clock=lambda: squat.ends_s + 2.0)(100)


class Silent(Device):
    """A device that takes samples as they would be heard, and lets nothing be heard."""

    def _ways(self) -> list[int]:
        return [self._lib.ma_backend_null]


class Missing(Device):
    """A computer without a loudspeaker."""

    def __init__(self, *_wanted: object) -> None:
        raise NoSound


def test_a_device_asks_for_samples_until_it_is_closed() -> None:
    enough, asked = Event(), []

    def feed(count: int) -> bytes:
        asked.append(count)
        if sum(asked) > RATE // 10:
            enough.set()
        return bytes(2 * count)

    device = Silent(RATE, feed)
    assert enough.wait(5.0)
    device.close()


def test_a_sound_that_cannot_be_heard_says_so_and_the_window_goes_on(qtbot) -> None:
    speaker = Speaker(Missing)
    with qtbot.waitSignal(speaker.failed):
        speaker.chime()


def test_a_sound_is_ended_before_the_program_is_left(qapp, squat) -> None:
    speaker = Speaker(Silent)
    speaker.ticks(squat, time.monotonic())
    speaker.close()
    assert not any(thread.is_alive() for thread in speaker._threads)


class Renamed(Silent):
    """A package that calls a function by another name than we know; `name` says which."""

    name = ""

    def _package(self) -> tuple[Any, Any]:
        ffi, lib = super()._package()
        known = {each: getattr(lib, each) for each in dir(lib) if each != self.name}
        return ffi, SimpleNamespace(**known)


@pytest.mark.parametrize("name", ["ma_device_uninit", "ma_device_start", "ma_context_init"])
def test_a_package_with_other_names_is_no_sound(name, monkeypatch) -> None:
    monkeypatch.setattr(Renamed, "name", name)
    with pytest.raises(NoSound):
        Renamed(RATE, lambda count: bytes(2 * count))


class Hanging(Device):
    """A device that cannot be closed until it is let go."""

    let_go = Event()

    def __init__(self, *_wanted: object) -> None:
        pass

    def close(self) -> None:
        self.let_go.wait()


def test_a_device_that_hangs_does_not_outlive_the_program(qapp, squat, monkeypatch) -> None:
    leaving, exits = [], []
    monkeypatch.setattr(atexit, "register", lambda *call: leaving.append(call))
    monkeypatch.setattr(os, "_exit", exits.append)
    speaker = Speaker(Hanging)
    speaker.ticks(squat, time.monotonic())
    speaker.close()
    ((leave, threads),) = leaving
    leave(threads)
    Hanging.let_go.set()
    threads[0].join()
    leave(threads)
    assert exits == [0]
