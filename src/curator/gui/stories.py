"""Stories in the window: the versions of the open article's story, and all stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.gui.acts import open_article

if TYPE_CHECKING:
    from curator.gui.window import Window


def has_story(window: Window) -> bool:
    """The open article is a version of a story."""
    return bool(window.reader.story) and not window.arrangement.is_covered


def show_story(window: Window) -> None:
    """Show the versions of the open article's story."""
    if window.reader.reading is not None:
        _show_versions(window, window.reader.reading.article.id)


def show_stories(window: Window) -> None:
    """Show all stories."""
    # Only now: few starts need it.
    from curator.gui.sheets.stories import StoriesSheet

    sheet = StoriesSheet(window, window.session)
    sheet.story_wanted.connect(lambda article_id: _show_versions(window, article_id))
    sheet.open_sheet(sheet.table)


def _show_versions(window: Window, article_id: int) -> None:
    from curator.gui.sheets.story import StorySheet

    sheet = StorySheet(window, window.session, article_id)
    sheet.article_wanted.connect(lambda wanted: open_article(window, wanted))
    sheet.open_sheet(sheet.table)
