"""Everything the window can do, in one table: menus, tool bar, shortcuts, palette and help are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from curator.i18n import N_

if TYPE_CHECKING:
    from curator.gui.window import Window

Run = Callable[["Window"], None]
When = Callable[["Window"], bool]


def always(_window: Window) -> bool:
    """It can always be done."""
    return True


def has_selection(window: Window) -> bool:
    """At least one article is selected."""
    return bool(window.table.selected_ids())


def can_write(window: Window) -> bool:
    """The archive is not on a read-only medium."""
    return bool(window.session.archive.writable)


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done.

    Args:
        id: a stable word ("tag").
        text: what it is called, marked with N_; "..." where more is asked.
        menu: the menu it stands in, marked with N_.
        icon: the name of an icon, or empty.
        shortcut: as Qt writes keys, portable ("Ctrl+T"); empty for none.
        run: does it.
        when: whether it can be done now.
        pane: where a single-letter key holds: "" is everywhere.
    """

    id: str
    text: str
    menu: str
    icon: str
    shortcut: str
    run: Run
    when: When = always
    pane: str = ""


FILE, EDIT, ARTICLE, VIEW, GO = N_("File"), N_("Edit"), N_("Article"), N_("View"), N_("Go")
MENUS = (FILE, EDIT, ARTICLE, VIEW, GO)

ACTIONS = (
    Action("import", N_("Import files..."), FILE, "download", "Ctrl+I", lambda w: w.ask_import(), can_write),
    Action("import-folder", N_("Import a folder..."), FILE, "folder", "", lambda w: w.ask_import_folder(), can_write),
    Action("export", N_("Export..."), FILE, "export", "Ctrl+E", lambda w: w.ask_export()),
    Action("close", N_("Close"), FILE, "", "Ctrl+W", lambda w: w.close_window()),
    Action("undo", N_("Undo"), EDIT, "undo", "Ctrl+Z", lambda w: w.undo(), can_write),
    Action("redo", N_("Redo"), EDIT, "redo", "Ctrl+Shift+Z", lambda w: w.redo(), can_write),
    Action("search", N_("Search"), EDIT, "search", "Ctrl+K", lambda w: w.focus_search()),
    Action("find-here", N_("Find in this article"), EDIT, "search", "Ctrl+Shift+F", lambda w: w.reader.find_words()),
    Action("tag", N_("Tag..."), ARTICLE, "tag", "Ctrl+T", lambda w: w.focus_tag(), has_selection),
    Action("status-on", N_("Status on"), ARTICLE, "", "", lambda w: w.step_status(1), has_selection),
    Action("status-back", N_("Status back"), ARTICLE, "", "", lambda w: w.step_status(-1), has_selection),
    Action("trash", N_("Move to the trash"), ARTICLE, "trash", "", lambda w: w.trash(), has_selection),
    Action("navigator", N_("Navigator"), VIEW, "panel-left", "F9", lambda w: w.toggle(w.navigator)),
    Action("refine", N_("Refine"), VIEW, "sliders", "Ctrl+R", lambda w: w.list_pane.toggle_refine()),
    Action("inspector", N_("Inspector"), VIEW, "panel-right", "F12", lambda w: w.toggle(w.inspector)),
    Action("reading", N_("Reading only"), VIEW, "book-open", "F11", lambda w: w.read_only()),
    Action("larger", N_("Larger text"), VIEW, "", "Ctrl++", lambda w: w.scale_text(1)),
    Action("smaller", N_("Smaller text"), VIEW, "", "Ctrl+-", lambda w: w.scale_text(-1)),
    Action("usual", N_("Usual text size"), VIEW, "", "Ctrl+0", lambda w: w.scale_text(0)),
    Action("pane-1", N_("Navigator"), GO, "", "Ctrl+1", lambda w: w.navigator.setFocus()),
    Action("pane-2", N_("List"), GO, "", "Ctrl+2", lambda w: w.table.setFocus()),
    Action("pane-3", N_("Reader"), GO, "", "Ctrl+3", lambda w: w.reader.text.setFocus()),
    Action("pane-4", N_("Inspector"), GO, "", "Ctrl+4", lambda w: w.inspector.focus_first()),
    Action("next", N_("Next article"), GO, "chevron-down", "Ctrl+PgDown", lambda w: w.table.step(1)),
    Action("previous", N_("Previous article"), GO, "chevron-up", "Ctrl+PgUp", lambda w: w.table.step(-1)),
    Action("next-hit", N_("Next hit"), GO, "", "F3", lambda w: w.reader.text.step_hit(1)),
    Action("previous-hit", N_("Previous hit"), GO, "", "Shift+F3", lambda w: w.reader.text.step_hit(-1)),
)
