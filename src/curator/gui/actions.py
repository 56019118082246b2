"""Everything the window can do, in one table: menus, context menus, shortcuts, their editor and help are made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from curator.gui import acts, commands, frozen_lists, list_hints, mentions, names_files, rechecking, stories, suggesting
from curator.gui.kinds import KINDS
from curator.gui.panes import LIST, NAVIGATOR, READER
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
    return bool(window.table.selected_ids()) and not window.arrangement.is_covered


def can_write(window: Window) -> bool:
    """The archive is not on a read-only medium."""
    return bool(window.session.archive.writable)


def can_change(window: Window) -> bool:
    """At least one article is selected, and may be changed."""
    return can_write(window) and has_selection(window)


def has_passage(window: Window) -> bool:
    """A passage is chosen in the reader, and may be tagged."""
    return can_write(window) and not window.arrangement.is_covered and window.reader.text.passage() is not None


def has_home(window: Window) -> bool:
    """The window belongs to an application, which can open others."""
    return window.application is not None


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
        letter: a key without Ctrl that does it too, where no text is typed ("R", "?").
        panes: where that letter holds ("list", "reader"); none: wherever the focus is.
        contexts: whose context menus it stands in.
    """

    id: str
    text: str
    menu: str
    icon: str
    shortcut: str
    run: Run
    when: When = always
    letter: str = ""
    panes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


_BOTH = (LIST, READER)
# What the letters P, O, E, L and T do, for those who have a mouse or a screen reader's menus.
_TAG_PASSAGE = {
    "person": N_("Tag the passage as a person..."),
    "organisation": N_("Tag the passage as an organisation..."),
    "event": N_("Tag the passage as an event..."),
    "place": N_("Tag the passage as a place..."),
    "theme": N_("Tag the passage with a theme..."),
}

FILE, EDIT, ARTICLE = N_("File"), N_("Edit"), N_("Article")
VIEW, GO, HELP = N_("View"), N_("Go"), N_("Help")
MENUS = (FILE, EDIT, ARTICLE, VIEW, GO, HELP)

_FILE = (
    Action("new", N_("New archive..."), FILE, "file-plus", "Ctrl+N", lambda w: w.home().ask_new(w), has_home),
    Action("open", N_("Open archive..."), FILE, "folder-open", "Ctrl+O", lambda w: w.home().ask_open(w), has_home),
    Action("import", N_("Import files..."), FILE, "download", "Ctrl+I", commands.import_files, can_write),
    Action(
        "import-folder", N_("Import a folder..."), FILE, "folder", "Ctrl+Shift+I", commands.import_folder, can_write
    ),
    Action("paste", N_("Paste as article"), FILE, "paste", "Ctrl+Shift+V", commands.paste, can_write),
    Action("review", N_("Review imports"), FILE, "square-check", "", commands.review, commands.has_review),
    Action(
        "accept-clean", N_("Accept all that are clean"), FILE, "", "Ctrl+Shift+A", commands.in_review("accept-clean"),
        commands.is_reviewing,
    ),
    Action(
        "commit", N_("Commit what is accepted"), FILE, "", "", commands.in_review("commit"), commands.is_reviewing
    ),
    Action("import-report", N_("What did not go in"), FILE, "file-x", "", commands.report, commands.has_report),
    Action("export", N_("Export..."), FILE, "export", "Ctrl+E", commands.export, contexts=(LIST,)),
    Action("import-names", N_("Import names..."), FILE, "", "", names_files.import_names, can_write),
    Action("export-names", N_("Export names..."), FILE, "", "", names_files.export_names),
    Action("print", N_("Print..."), FILE, "printer", "Ctrl+P", commands.print_article, commands.has_article),
    Action("close", N_("Close"), FILE, "", "Ctrl+W", acts.close),
    Action("quit", N_("Quit"), FILE, "", "Ctrl+Q", lambda w: w.home().quit(), has_home),
)  # fmt: skip
_EDIT = (
    Action("undo", N_("Undo"), EDIT, "undo", "Ctrl+Z", acts.undo, can_write),
    Action("redo", N_("Redo"), EDIT, "redo", "Ctrl+Shift+Z", acts.redo, can_write),
    Action("search", N_("Search"), EDIT, "search", "Ctrl+K", lambda w: w.focus_search()),
    Action(
        "search-within",
        N_("Search within these results"),
        EDIT,
        "filter",
        "Ctrl+Shift+K",
        lambda w: w.searching.begin_within(),
        lambda w: w.searching.has_query(),
    ),
    Action(
        "exact",
        N_("Exact spelling only"),
        EDIT,
        "equal",
        "Ctrl+Shift+X",
        lambda w: w.searching.turn_exact(),
        lambda w: w.searching.has_query(),
    ),
    Action("names-file", N_("Search for the names of a file..."), EDIT, "list", "", lambda w: w.name_search.ask()),
    Action("searches", N_("Earlier searches..."), EDIT, "history", "", lambda w: w.searching.offer_earlier()),
    Action(
        "save-search",
        N_("Save search..."),
        EDIT,
        "bookmark",
        "Ctrl+Shift+S",
        lambda w: w.searching.ask_title(),
        can_write,
    ),
    Action("freeze", N_("Freeze this list..."), EDIT, "lock", "", frozen_lists.freeze, frozen_lists.can_freeze),
    Action("frozen", N_("About this frozen list..."), EDIT, "", "", frozen_lists.show, frozen_lists.is_shown),
    Action("find", N_("Find in this article"), EDIT, "", "Ctrl+Shift+F", lambda w: w.reader.find_words()),
    Action("preferences", N_("Preferences..."), EDIT, "gear", "Ctrl+,", commands.preferences),
    Action(
        "new-collection",
        N_("New collection"),
        EDIT,
        "folder-plus",
        "",
        lambda w: w.navigator.acts.new_collection(),
        can_write,
    ),
    Action("empty-trash", N_("Empty the trash"), EDIT, "", "", lambda w: w.navigator.acts.empty_trash(), can_write),
    Action("shortcuts", N_("Keys..."), EDIT, "keyboard", "", commands.shortcuts),
)
_ARTICLE = (
    Action("tag", N_("Tag..."), ARTICLE, "tag", "Ctrl+T", lambda w: w.tagging.ask(), can_change, contexts=_BOTH),
    Action(
        "tag-again", N_("Tag again"), ARTICLE, "", "", lambda w: w.tagging.repeat(),
        lambda w: can_change(w) and w.tagging.last is not None, letter="Q", panes=(READER,), contexts=(READER,),
    ),
    Action(
        "collect", N_("Put into a collection..."), ARTICLE, "folder-plus", "Ctrl+Shift+C", lambda w: w.collecting.ask(),
        can_change, contexts=_BOTH,
    ),
    *(
        Action(f"tag-{kind}", words, ARTICLE, KINDS[kind].icon, "", commands.tag_passage(kind), has_passage,
               contexts=(READER,))
        for kind, words in _TAG_PASSAGE.items()
    ),
    *(
        Action(f"suggestion-{act}", words, ARTICLE, icon, "", suggesting.pressing(act), suggesting.has_current,
               contexts=(READER,))
        for act, words, icon in (
            ("accept", N_("Accept the suggestion"), "check"),
            ("accept-all", N_("Accept all of this name in the article"), ""),
            ("reject", N_("Reject the suggestion"), "x"),
        )
    ),
    Action(
        "tag-mentions", N_("Tag all mentions..."), ARTICLE, "", "", mentions.ask_here, mentions.has_name,
        contexts=(READER,),
    ),
    Action(
        "confirm-passage", N_("Confirm the passage that moved"), ARTICLE, "check", "", rechecking.confirm,
        rechecking.has_moved, letter="C", panes=(READER,), contexts=(READER,),
    ),
    Action(
        "remove-passage", N_("Remove the passage"), ARTICLE, "", "", rechecking.remove, rechecking.has_mark,
        letter="Del", panes=(READER,), contexts=(READER,),
    ),
    Action(
        "similar", N_("Find similar articles"), ARTICLE, "equal", "Ctrl+Shift+M", list_hints.find_similar,
        commands.has_article, contexts=_BOTH,
    ),
    Action(
        "story", N_("Versions of this story..."), ARTICLE, "layers", "", stories.show_story, stories.has_story,
        letter="V", panes=_BOTH, contexts=_BOTH,
    ),
    Action(
        "status-on", N_("Status on"), ARTICLE, "check", "", lambda w: acts.step_status(w, 1), can_change,
        letter="R", panes=(LIST,), contexts=_BOTH,
    ),
    Action(
        "status-back", N_("Status back"), ARTICLE, "", "", lambda w: acts.step_status(w, -1), can_change,
        letter="Shift+R", panes=(LIST,), contexts=_BOTH,
    ),
    Action(
        "trash", N_("Move to the trash"), ARTICLE, "trash", "", acts.trash, can_change,
        letter="Del", panes=(LIST,), contexts=(LIST,),
    ),
)  # fmt: skip
_VIEW = (
    Action(
        "navigator", N_("Navigator"), VIEW, "panel-left", "F9", lambda w: w.arrangement.toggle(w.navigator),
        contexts=(NAVIGATOR,),
    ),
    Action("refine", N_("Refine"), VIEW, "sliders", "Ctrl+R", lambda w: w.list_pane.toggle_refine()),
    Action(
        "inspector", N_("Inspector"), VIEW, "panel-right", "F12", lambda w: w.arrangement.toggle(w.inspector),
        contexts=(READER,),
    ),
    Action(
        "reading", N_("Reading only"), VIEW, "book-open", "F11", lambda w: w.arrangement.read_only(), contexts=(READER,)
    ),
    Action("suggested", N_("Suggestions in the text"), VIEW, "", "F8", lambda w: w.suggesting.toggle()),
    Action("larger", N_("Larger text"), VIEW, "", "Ctrl++", lambda w: w.reader.scale_text(1)),
    Action("smaller", N_("Smaller text"), VIEW, "", "Ctrl+-", lambda w: w.reader.scale_text(-1)),
    Action("usual", N_("Usual text size"), VIEW, "", "Ctrl+0", lambda w: w.reader.scale_text(0)),
)  # fmt: skip
_GO = (
    Action("pane-1", N_("Navigator"), GO, "", "Ctrl+1", lambda w: w.navigator.setFocus()),
    Action("pane-2", N_("List"), GO, "", "Ctrl+2", commands.focus_list),
    Action("pane-3", N_("Reader"), GO, "", "Ctrl+3", commands.focus_text),
    Action("pane-4", N_("Inspector"), GO, "", "Ctrl+4", lambda w: w.inspector.focus_first()),
    *(
        Action(f"tab-{place + 1}", words, GO, "", f"Alt+{place + 1}", commands.inspector_page(place))
        for place, words in enumerate((N_("Description"), N_("Tags of the article"), N_("Notes"), N_("History")))
    ),
    Action("suggestions", N_("Suggestions"), GO, "circle-dot", "Ctrl+U", lambda w: w.queue.show()),
    Action("names", N_("Names"), GO, "list", "Ctrl+Shift+N", lambda w: w.names_page.show_manager()),
    Action("stories", N_("Stories..."), GO, "layers", "", stories.show_stories),
    Action("back", N_("Back"), GO, "back", "Backspace", acts.back, lambda w: w.looking_back.can_go(-1)),
    Action("forward", N_("Forward"), GO, "forward", "Shift+Backspace", acts.forward,
           lambda w: w.looking_back.can_go(1)),
    Action("pane-next", N_("Next pane"), GO, "", "F6", lambda w: w.menus.step_pane(1)),
    Action("pane-previous", N_("Previous pane"), GO, "", "Shift+F6", lambda w: w.menus.step_pane(-1)),
    Action(
        "next", N_("Next article"), GO, "chevron-down", "Ctrl+PgDown", lambda w: w.table.step(1),
        letter="]", panes=_BOTH,
    ),
    Action(
        "previous", N_("Previous article"), GO, "chevron-up", "Ctrl+PgUp", lambda w: w.table.step(-1),
        letter="[", panes=_BOTH,
    ),
    Action("next-hit", N_("Next hit"), GO, "", "F3", lambda w: w.hit_walk.step(1), contexts=(READER,)),
    Action("previous-hit", N_("Previous hit"), GO, "", "Shift+F3", lambda w: w.hit_walk.step(-1)),
)  # fmt: skip
_HELP = (
    Action("keys", N_("Keys of this pane"), HELP, "keyboard", "F1", commands.key_help, letter="?"),
    Action("about", N_("About Curator"), HELP, "info", "", commands.about),
)

ACTIONS = (*_FILE, *_EDIT, *_ARTICLE, *_VIEW, *_GO, *_HELP)
