"""The panes of the window, and what keys do in them by themselves; which of their letters the user may change."""

from __future__ import annotations

from curator.i18n import N_

LIST, READER, NAVIGATOR, INSPECTOR = "list", "reader", "navigator", "inspector"
NAMES = {LIST: N_("List"), READER: N_("Reader"), NAVIGATOR: N_("Navigator"), INSPECTOR: N_("Inspector")}

PANE_KEYS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    LIST: (
        (("J", "K"), N_("next, previous article")),
        (("Enter",), N_("read the article")),
        (("N", "P"), N_("next, previous hit of this article")),
        (("Ctrl+A",), N_("select all")),
    ),
    READER: (
        (("J", "K"), N_("next, previous sentence")),
        (("Shift+J", "Shift+K"), N_("extend, shrink by a sentence")),
        (("Alt+Left", "Alt+Right"), N_("move the end by a word; with Shift the start")),
        (("P", "O", "E", "L", "T"), N_("tag as person, organisation, event, place, theme")),
        (("1 - 9",), N_("put on a pinned tag, or take it off")),
        (("N",), N_("write a note")),
        (("H", "Shift+H"), N_("next, previous hit")),
        (("M", "Shift+M"), N_("next, previous mark")),
        (("Enter",), N_("list what has the name of this mark")),
        (("R", "Shift+R"), N_("status on, back")),
        (("Esc",), N_("let the passage go; back to the list")),
    ),
    NAVIGATOR: (
        (("Up", "Down"), N_("move")),
        (("Left", "Right"), N_("close, open")),
        (("Enter",), N_("show in the list")),
        (("F2",), N_("rename")),
        (("Del",), N_("remove a collection or a saved search")),
        (("Ins",), N_("new collection")),
        (("Alt+Up", "Alt+Down"), N_("move a collection")),
    ),
    INSPECTOR: (
        (("Enter",), N_("edit a field, keep it; list the articles of a tag")),
        (("Space",), N_("go to the next passage of a tag; turn its box")),
        (("Del",), N_("take a tag off")),
        (("Ctrl+Enter",), N_("keep a note")),
        (("Esc",), N_("restore")),
    ),
}

# The letters that can be given to other keys, pane by pane: Curator's own letter, and what it does there.
PANE_LETTERS: dict[str, tuple[tuple[str, str], ...]] = {
    LIST: (
        ("J", N_("Next article")),
        ("K", N_("Previous article")),
        ("N", N_("Next hit")),
        ("P", N_("Previous hit")),
        ("R", N_("Status on; with Shift back")),
    ),
    READER: (
        ("J", N_("Next sentence; with Shift extend")),
        ("K", N_("Previous sentence; with Shift shrink")),
        ("H", N_("Next hit; with Shift the one before")),
        ("M", N_("Next mark; with Shift the one before")),
        ("P", N_("Tag as person")),
        ("O", N_("Tag as organisation")),
        ("E", N_("Tag as event")),
        ("L", N_("Tag as place")),
        ("T", N_("Tag as theme")),
        ("N", N_("Write a note")),
        ("Q", N_("Tag again")),
        ("R", N_("Status on; with Shift back")),
    ),
}
