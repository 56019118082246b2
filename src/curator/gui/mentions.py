"""Tagging all mentions of a name at once: where that can be asked for, and what it is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.archive import authorities
from curator.i18n import _, ngettext
from curator.operations import tag_mentions
from curator.operations.tag_mentions import MentionPreview

if TYPE_CHECKING:
    from curator.gui.sheets.tag_mentions import Scope
    from curator.gui.window import Window


def ask(window: Window, authority_id: int) -> None:
    """Show which mentions of a name would be tagged, and tag those that are chosen."""
    if not window.session.archive.writable:
        return
    # Only now: few starts need it.
    from curator.gui.sheets.tag_mentions import TagMentionsSheet

    record = authorities.root(window.session.archive.read(), authority_id)
    sheet = TagMentionsSheet(window, window.session, record.id, record.preferred_name, _scopes(window))
    sheet.wanted.connect(lambda chosen: _tag(window, chosen))
    sheet.open_sheet(sheet.scope)


def has_name(window: Window) -> bool:
    """A name is meant, and may be tagged: that of the open page, of the mark in the reader, or in the navigator."""
    return bool(window.session.archive.writable) and _meant(window) > 0


def ask_here(window: Window) -> None:
    """Ask about the name whose page is open, that of the mark in the reader, else the one chosen in the navigator."""
    ask(window, _meant(window))


def _meant(window: Window) -> int:
    page = window.names_page.name
    if page is not None and window.names_page.shown is page:
        return page.authority_id
    marks = [] if window.arrangement.is_covered else window.reader.text.marks_here()
    here = next((mark.authority_id for mark in marks if mark.authority_id), 0)
    return here or window.navigator.current_name()


def _scopes(window: Window) -> list[Scope]:
    """Return the choices of articles: several that are selected, what is listed, the whole archive."""
    found: list[Scope] = []
    selected, listing = window.table.selected_ids(), window.articles.listing
    if len(selected) > 1 and not window.arrangement.is_covered and not listing.trash:
        words = ngettext("In the %(n)d selected article", "In the %(n)d selected articles", len(selected))
        found.append((words % {"n": len(selected)}, selected))
    found.append((_("In the whole archive"), None))
    if not listing.trash and (listing.query or listing.is_filtered or listing.is_fixed):
        ids = list(window.articles.ids())
        words = ngettext("In the %(n)d article of the list", "In the %(n)d articles of the list", len(ids))
        found.append((words % {"n": len(ids)}, ids))
    return found


def _tag(window: Window, chosen: MentionPreview) -> None:
    number = chosen.count + chosen.doubtful_count
    words = ngettext("%(n)d mention tagged: %(name)s", "%(n)d mentions tagged: %(name)s", number)
    said = words % {"n": number, "name": chosen.name}
    window.session.write(
        lambda context: tag_mentions.apply(context, chosen, with_doubtful=True),
        lambda _changes: window.activity.say(said, undoable=True),
    )
