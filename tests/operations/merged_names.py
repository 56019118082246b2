"""Merging and taking out by name, as a person on the command line does."""

from __future__ import annotations

from curator.model.authority import AuthorityKind
from curator.model.revision import Changes
from curator.operations import merging
from curator.operations.authorities import record_of
from curator.operations.context import Context


def merge(context: Context, kept: str, other: str, kind: AuthorityKind | None = None, reason: str = "") -> Changes:
    connection = context.archive.read()
    ids = [record_of(connection, name, kind).id for name in (kept, other)]
    return merging.merge(context, ids[0], ids[1:], reason)


def take_out(context: Context, name: str, kind: AuthorityKind | None = None) -> Changes:
    return merging.take_out(context, merging.merged_as(context, name, kind).id)
