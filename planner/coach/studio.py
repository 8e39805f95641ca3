"""The studio's own marks on every sheet: a logo and a line for address and phone.

Both live in the file, so that they go where it goes.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import lru_cache

from planner.coach.refused import Refused
from planner.language import tr
from planner.storage import clients

MOST_BYTES = 512 * 1024  # of a logo; ten times what a sharp one needs
MOST_LETTERS = 300  # of the line at the foot
LOGO, FOOTER = "studio_logo", "studio_footer"


@dataclass(frozen=True, slots=True)
class Studio:
    """`logo` is the picture's file as it was chosen, b'' without one."""

    logo: bytes = b""
    footer: str = ""


NO_STUDIO = Studio()


def studio() -> Studio:
    """Return the marks of the open file."""
    return Studio(_decoded(clients.setting(LOGO)), clients.setting(FOOTER))


def change(made: Studio) -> None:
    """Store the marks; raises Refused when the logo is too large."""
    require_size(len(made.logo))
    before = studio()
    if made.logo != before.logo:
        clients.change_setting(LOGO, b64encode(made.logo).decode("ascii"))
    if made.footer != before.footer:
        clients.change_setting(FOOTER, made.footer)


@lru_cache(maxsize=2)
def _decoded(text: str) -> bytes:
    return b64decode(text)


def require_size(count: int) -> None:
    """Raise Refused when a picture of so many bytes is too large to be kept in the file."""
    if count > MOST_BYTES:
        words = tr(
            "The picture has {kb} KB; a logo may have {most_kb} KB. Save it smaller, about 1000 "
            "pixels wide, and choose it again."
        )
        raise Refused(words.format(kb=count // 1024 + 1, most_kb=MOST_BYTES // 1024))
