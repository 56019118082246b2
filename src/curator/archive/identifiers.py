"""Identifiers and clocks that stay right when archives are copied and merged."""

from __future__ import annotations

import secrets
import time
import uuid
from collections.abc import Callable

_COUNTER_BITS = 16


def uuid7(milliseconds: int | None = None) -> str:
    """Return a UUID version 7 (RFC 9562, 5.7): sortable by time, unique without a register.

    Args:
        milliseconds: Unix time; now unless given.
    """
    stamp = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    value = (stamp & (1 << 48) - 1) << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62
    return str(uuid.UUID(int=value | secrets.randbits(62)))


def next_clock(last: int, now: Callable[[], int] = time.time_ns) -> int:
    """Return a hybrid logical clock reading that is later than `last`, also when the wall clock was set back.

    Args:
        last: the latest reading seen (milliseconds << 16 | counter).
        now: Unix time in nanoseconds.

    Source: Kulkarni et al., Logical Physical Clocks, OPODIS 2014.
    """
    return max(now() // 1_000_000 << _COUNTER_BITS, last + 1)
