"""The computer's loudspeaker, through the C library that the package miniaudio brings.

Its Python half would load numpy and what fetches web pages, for a tick: the C half is used.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

PERIOD_MS = 60  # how much a device asks for at a time
ALSA_CARDS = Path("/dev/snd")
Feed: TypeAlias = Callable[[int], bytes]  # samples of 16 bits, one channel, as many as asked


class NoSound(Exception):
    """There is nothing to play on."""


class Device:
    """Asks `feed` for samples, on a thread of its own, until it is closed. Raises NoSound."""

    def __init__(self, rate: int, feed: Feed) -> None:
        try:
            ffi, lib = self._package()
        except (ImportError, OSError) as missing:
            raise NoSound from missing
        self.ffi, self._lib, self.feed = ffi, lib, feed
        try:
            self._open(rate)
        except (AttributeError, ffi.error) as renamed:  # by another version of the package
            raise NoSound from renamed

    def close(self) -> None:
        """Fall silent."""
        self._end_device(self._device)
        self._end_context(self._context)

    def _package(self) -> tuple[Any, Any]:
        from _miniaudio import ffi, lib

        return ffi, lib

    def _open(self, rate: int) -> None:
        ffi, lib = self.ffi, self._lib
        ffi.def_extern(name="_internal_data_callback")(_fill)
        ffi.def_extern(name="_internal_stop_callback")(_stopped)
        self._end_device, self._end_context = lib.ma_device_uninit, lib.ma_context_uninit
        self._handle = ffi.new_handle(self)  # what the callbacks get
        self._context, self._device = ffi.new("ma_context *"), ffi.new("ma_device *")
        self._open_context()
        try:
            self._open_device(rate)
        except (NoSound, AttributeError):
            self._end_context(self._context)
            raise

    def _open_context(self) -> None:
        config = self._lib.ma_context_config_init()
        ways = self._ways()
        self._check(
            self._lib.ma_context_init(
                self.ffi.new("ma_backend[]", ways) if ways else self.ffi.NULL,
                len(ways),
                self.ffi.addressof(config),
                self._context,
            )
        )

    def _open_device(self, rate: int) -> None:
        lib, config = self._lib, self._lib.ma_device_config_init(self._lib.ma_device_type_playback)
        config.sampleRate, config.periodSizeInMilliseconds = rate, PERIOD_MS
        config.playback.channels, config.playback.format = 1, lib.ma_format_s16
        config.pUserData = self._handle
        config.dataCallback = lib._internal_data_callback
        config.stopCallback = lib._internal_stop_callback
        start = lib.ma_device_start
        self._check(lib.ma_device_init(self._context, self.ffi.addressof(config), self._device))
        if start(self._device) != lib.MA_SUCCESS:
            self._end_device(self._device)
            raise NoSound

    def _ways(self) -> list[int]:
        """On Linux PulseAudio, which PipeWire speaks, too; ALSA only with a card, as it complains
        on stderr; elsewhere whatever there is."""
        if sys.platform != "linux":
            return []
        pulse, alsa = self._lib.ma_backend_pulseaudio, self._lib.ma_backend_alsa
        return [pulse, alsa] if ALSA_CARDS.exists() else [pulse]

    def _check(self, result: int) -> None:
        if result != self._lib.MA_SUCCESS:
            raise NoSound


def _fill(device: Any, output: Any, _input: Any, frames: int) -> None:
    from _miniaudio import ffi

    ours: Device = ffi.from_handle(device.pUserData)
    made = ours.feed(frames)
    ffi.memmove(output, made, len(made))


def _stopped(_device: Any) -> None:
    """A device was unplugged: whoever plays on it closes it in time."""
