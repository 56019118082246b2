"""What screen readers are told without being asked."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Tell screen readers `text` ("Undone: Tag 3 articles") when they have finished what they say.

    Args:
        widget: where it happened; it must be shown.
        text: one sentence in the user's language.
    """
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
