"""Sizes by what they are for, in px, grown with the text."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from curator.paths import resources

_NEVER_GROWS = {"space_hair"}


class Metrics:
    """The sizes of `resources/themes/sizes.toml` as whole px: `row_facet`, `space_m`, `type_base` ...

    Args:
        scale: how much larger than 100 % the text is (1.0 = 13 px base).
    """

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        self._sizes = {name: self._grown(name, size) for name, size in _read().items()}

    def __getattr__(self, name: str) -> int:
        try:
            return self._sizes[name]
        except KeyError:
            raise AttributeError(f"no size {name!r} in sizes.toml") from None

    def px(self, size: float) -> int:
        """Return a size given at 100 % (px) as it is at this text size, at least 1."""
        return max(1, round(size * self.scale))

    def _grown(self, name: str, size: float) -> int:
        return round(size) if name in _NEVER_GROWS else self.px(size)


@lru_cache(maxsize=1)
def _read() -> dict[str, float]:
    tables: dict[str, dict[str, Any]] = tomllib.loads((resources() / "themes" / "sizes.toml").read_text("utf-8"))
    return {f"{table}_{name}": float(size) for table, sizes in tables.items() for name, size in sizes.items()}
