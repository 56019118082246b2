"""The panes of the window, and what keys do in them by themselves; which of their letters the user may change."""

from __future__ import annotations

from curator.i18n import N_

LIST, READER, NAVIGATOR, INSPECTOR, REVIEW = "list", "reader", "navigator", "inspector", "review"
NAME_LIST = "names"
NAMES = {
    LIST: N_("List"),
    READER: N_("Reader"),
    NAVIGATOR: N_("Navigator"),
    INSPECTOR: N_("Inspector"),
    REVIEW: N_("Review of an import"),
    NAME_LIST: N_("Names manager"),
}

PANE_KEYS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    LIST: (
        (("J", "K"), N_("next, previous article")),
        (("Home", "End"), N_("first, last article")),
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
        (("Enter",), N_("list what has the name of this mark; accept a suggestion")),
        (("U", "Shift+U"), N_("next, previous suggestion")),
        (("Shift+Enter",), N_("accept all of a suggested name in the article")),
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
        (("Enter",), N_("edit a field, keep it; list the articles of a tag; accept a suggested name")),
        (("Space",), N_("go to the next passage of a tag; turn its box")),
        (("Del",), N_("take a tag off; reject a suggested name")),
        (("Ctrl+Enter",), N_("keep a note")),
        (("Esc",), N_("restore")),
    ),
    REVIEW: (
        (("J", "K"), N_("next, previous item; in the text, cut part")),
        (("Shift+J", "Shift+K"), N_("select more, fewer")),
        (("A", "Space"), N_("accept, or take that back")),
        (("Ctrl+Shift+A",), N_("accept all that are clean")),
        (("E", "F2"), N_("edit what needs you, this cell; Tab the next cell, Enter keep, Esc restore")),
        (("Enter",), N_("take the suggested title, note the duplicate, read a file again")),
        (("D",), N_("duplicate, keep both, not the same, open again")),
        (("N",), N_("not the same, for good")),
        (("X",), N_("reject, or take that back")),
        (("R",), N_("restore the cut part, or all, or cut it again")),
        (("C",), N_("clean, original, side by side, compare")),
        (("Ctrl+Enter",), N_("commit what is accepted")),
        (("Ctrl+Z",), N_("take back the last act in the review")),
        (("Esc",), N_("back to the table, back to the list; nothing is lost")),
    ),
    NAME_LIST: (
        (("Down",), N_("from the filter into the table")),
        (("J", "K"), N_("next, previous name")),
        (("Shift+J", "Shift+K"), N_("select more, fewer")),
        (("X", "Space"), N_("mark and step down")),
        (("M",), N_("merge what is marked or selected")),
        (("N",), N_("not the same, for good; of two that look alike")),
        (("O",), N_("take a merged name out again")),
        (("S",), N_("split: move mentions to another name")),
        (("Enter",), N_("open the page of the name")),
        (("F2",), N_("rename")),
        (("Del",), N_("remove a name that is not used")),
        (("Esc",), N_("back to the list")),
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
        ("U", N_("Next suggestion; with Shift the one before")),
        ("P", N_("Tag as person")),
        ("O", N_("Tag as organisation")),
        ("E", N_("Tag as event")),
        ("L", N_("Tag as place")),
        ("T", N_("Tag as theme")),
        ("N", N_("Write a note")),
        ("Q", N_("Tag again")),
        ("R", N_("Status on; with Shift back")),
    ),
    REVIEW: (
        ("J", N_("Next item or cut part; with Shift select more")),
        ("K", N_("Previous item or cut part; with Shift select fewer")),
        ("A", N_("Accept")),
        ("E", N_("Edit")),
        ("D", N_("Duplicate")),
        ("N", N_("Not the same")),
        ("X", N_("Reject")),
        ("R", N_("Restore cut text")),
        ("C", N_("Clean or original")),
    ),
    NAME_LIST: (
        ("J", N_("Next name; with Shift select more")),
        ("K", N_("Previous name; with Shift select fewer")),
        ("X", N_("Mark")),
        ("M", N_("Merge")),
        ("N", N_("Not the same")),
        ("O", N_("Take out again")),
        ("S", N_("Split")),
    ),
}
