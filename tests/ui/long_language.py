"""A language that no one speaks: English, a third longer, as German often is."""

from __future__ import annotations

from gettext import GNUTranslations

LONGER = 0.35


class LongLanguage(GNUTranslations):
    """Says 'Week {number} ~~' for 'Week {number}'."""

    def gettext(self, message: str) -> str:
        """Lengthen a text."""
        return lengthened(message)

    def pgettext(self, context: str, message: str) -> str:
        """Lengthen a text, but no row of words by their places."""
        return message if "by blanks" in context else lengthened(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Lengthen the form for a number."""
        return lengthened(msgid1 if n == 1 else msgid2)

    def info(self) -> dict[str, str]:
        """Return the name of the language."""
        return {"language": "long"}


def lengthened(text: str) -> str:
    """Put signs behind a text, in words of its own where it has several."""
    more = "~" * max(1, round(len(text) * LONGER))
    return (
        f"{text} {' '.join(more[at : at + 8] for at in range(0, len(more), 8))}" if text else text
    )
