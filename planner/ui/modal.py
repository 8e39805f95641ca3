"""Wait for the answer to a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog
from shiboken6 import isValid


def answered(dialog: QDialog) -> bool:
    """Show a dialog until it is answered; return whether it was accepted.

    It is deleted then, whoever it belongs to; what Python keeps of it can still be asked.
    """
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        if isValid(dialog):  # not gone with its parent meanwhile
            dialog.deleteLater()
