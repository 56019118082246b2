"""Colours by what they are for. Each theme is a file of `resources/themes`, and has every token or is refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from curator.errors import CuratorError
from curator.i18n import _
from curator.paths import display, resources

KINDS = ("person", "organisation", "event", "place", "theme", "statement", "figure", "note")
NAMES = ("light", "dark", "contrast", "contrast-dark")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class KindColours:
    """How a kind of mark is drawn: `ink` for icon, underline and bar; `tint` behind its words. Both "#rrggbb"."""

    ink: str
    tint: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme, each "#rrggbb"; `tints` is false where fills behind words are left out."""

    dark: bool
    tints: bool
    kinds: Mapping[str, KindColours]
    window: str
    nav: str
    list: str
    reader: str
    inspector: str
    raised: str
    text: str
    text2: str
    text3: str
    line: str
    line2: str
    control: str
    accent: str
    accent_text: str
    focus: str
    sel: str
    sel_text: str
    sel_inactive: str
    hover: str
    hit: str
    hit_text: str
    hit_now: str
    hit_now_text: str
    ok: str
    warn: str
    error: str
    ok_back: str
    warn_back: str
    error_back: str
    info_back: str
    scrim: str
    shadow: str

    @property
    def hit_edge(self) -> str:
        """The edge of a search hit: a fill alone is too faint to be seen by everybody."""
        return mix(self.hit, self.text, 0.42)

    def edge(self, kind: str) -> str:
        """Return the colour of the border of a chip of `kind` (one of KINDS)."""
        colours = self.kinds[kind]
        return mix(colours.tint, colours.ink, 0.45) if self.tints else colours.ink


COLOURS = tuple(field.name for field in fields(Tokens) if field.name not in ("dark", "tints", "kinds"))


def load(name: str, folder: Path | None = None) -> Tokens:
    """Return the tokens of the theme `name` (one of NAMES) from `folder` (default: Curator's own themes).

    Raises:
        CuratorError: the file is missing or no TOML, or a token is missing, unknown or no colour.
    """
    path = (folder or resources() / "themes") / f"{name}.toml"
    values = _read(path)
    colours = _table(path, values, "colours", COLOURS)
    kinds = _table(path, values, "kinds", KINDS)
    return Tokens(
        dark=bool(values.get("dark")),
        tints=bool(values.get("tints", True)),
        kinds={kind: _kind(path, kind, pair) for kind, pair in kinds.items()},
        **{token: _colour(path, token, value) for token, value in colours.items()},
    )


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` moved by `share` (0 to 1) towards `other`, all "#rrggbb"."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(colour: str, other: str) -> float:
    """Return the contrast ratio of two colours "#rrggbb", 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(colour), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (channel / 255 for channel in _channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise CuratorError(_("There is no theme %s.") % path.stem) from None
    except (OSError, ValueError) as error:
        raise _refused(path, str(error)) from error


def _table(path: Path, values: dict[str, Any], name: str, wanted: tuple[str, ...]) -> dict[str, Any]:
    table = values.get(name)
    if not isinstance(table, dict):
        raise _refused(path, _("the table [%s] is missing") % name)
    if missing := [token for token in wanted if token not in table]:
        raise _refused(path, _("missing in [%(table)s]: %(tokens)s") % {"table": name, "tokens": ", ".join(missing)})
    if unknown := [token for token in table if token not in wanted]:
        raise _refused(path, _("unknown in [%(table)s]: %(tokens)s") % {"table": name, "tokens": ", ".join(unknown)})
    return table


def _kind(path: Path, kind: str, pair: object) -> KindColours:
    if not isinstance(pair, dict) or set(pair) != {"ink", "tint"}:
        raise _refused(path, _("%s needs ink and tint") % kind)
    return KindColours(*(_colour(path, f"{kind}.{part}", pair[part]) for part in ("ink", "tint")))


def _colour(path: Path, token: str, value: object) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise _refused(path, _("%(token)s is no colour (RRGGBB): %(value)s") % {"token": token, "value": value})
    return f"#{value.lower()}"


def _refused(path: Path, why: str) -> CuratorError:
    return CuratorError(_("The theme %(path)s cannot be used: %(why)s.") % {"path": display(path), "why": why})
