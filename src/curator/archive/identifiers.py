"""Identifiers and clocks that stay right when archives are copied and merged."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

_COUNTER_BITS = 16
_RANDOM_BYTES = 10


def uuid7(milliseconds: int | None = None) -> str:
    """Return a UUID version 7 (RFC 9562, 5.7): sortable by time, unique without a register.

    Args:
        milliseconds: Unix time; now unless given.
    """
    stamp = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    random = int.from_bytes(os.urandom(_RANDOM_BYTES))
    value = (
        (stamp & (1 << 48) - 1) << 80 | 0x7 << 76 | (random >> 62 & 0xFFF) << 64 | 0b10 << 62 | random & (1 << 62) - 1
    )
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def next_clock(last: int, now: Callable[[], int] = time.time_ns) -> int:
    """Return a hybrid logical clock reading that is later than `last`, also when the wall clock was set back.

    Args:
        last: the latest reading seen (milliseconds << 16 | counter).
        now: Unix time in nanoseconds.

    Source: Kulkarni et al., Logical Physical Clocks, OPODIS 2014.
    """
    return max(now() // 1_000_000 << _COUNTER_BITS, last + 1)
