"""Records that go from one process to another, quickly."""

from __future__ import annotations

from typing import Any


class Crossing:
    """A base of frozen dataclasses with slots that go through a pipe.

    They are pickled as their type and their values in order; as dataclasses pickle themselves takes twice the time.
    """

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return the type and its values, in the order in which its `__init__` takes them."""
        return type(self), tuple([getattr(self, name) for name in self.__slots__])
