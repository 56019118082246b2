"""docs/keyboard.md says the keys as they are; `python tests/gui/test_keyboard_page.py` writes its tables anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from curator.gui.actions import ACTIONS
from curator.gui.panes import NAMES, PANE_KEYS

PAGE = Path(__file__).parents[2] / "docs" / "keyboard.md"
BEGIN, END = "<!-- tables -->", "<!-- end of tables -->"


def code(key: str) -> str:
    return f"`` {key} ``" if "`" in key else f"`{key}`"


def table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"### {title}", "", "| key | does |", "| --- | --- |", *(f"| {key} | {does} |" for key, does in rows)]
    return "\n".join(lines) + "\n"


def tables() -> str:
    """All keys of the actions by menu, then those of each pane."""
    found = []
    for menu in dict.fromkeys(action.menu for action in ACTIONS):
        keyed = [action for action in ACTIONS if action.menu == menu and action.shortcut]
        found.append(
            table(f"{menu} menu", [(code(action.shortcut), action.text.removesuffix("...")) for action in keyed])
        )
    for pane, keys in PANE_KEYS.items():
        rows = [(", ".join(map(code, pressed)), does) for pressed, does in keys]
        letters = [action for action in ACTIONS if action.letter and (not action.panes or pane in action.panes)]
        rows += [(code(action.letter), action.text.removesuffix("...")) for action in letters]
        found.append(table(NAMES[pane], rows))
    return "\n".join(found)


def page_with(tables: str) -> str:
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    return f"{before}{BEGIN}\n\n{tables}\n{END}{rest.split(END)[1]}"


def test_the_page_says_the_keys_as_they_are() -> None:
    assert PAGE.read_text("utf-8") == page_with(tables()), "run: python tests/gui/test_keyboard_page.py"


def test_no_pane_has_a_key_twice() -> None:
    for pane, keys in PANE_KEYS.items():
        pressed = [key for together, _does in keys for key in together]
        pressed += [action.letter for action in ACTIONS if action.letter and pane in action.panes]
        assert len(pressed) == len(set(pressed))


if __name__ == "__main__":
    PAGE.write_text(page_with(tables()), "utf-8")
