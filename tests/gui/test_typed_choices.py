from __future__ import annotations

from pathlib import Path

from curator.archive import Archive
from curator.gui.typed_choices import value_meant
from curator.operations import authorities
from curator.operations.context import Context
from curator.search import Filters


def test_the_number_of_a_record_of_another_kind_is_no_choice(three_articles: Path) -> None:
    with Archive.open(three_articles) as archive:
        authorities.add(Context(archive), "place", "Reading room")
        authorities.add(Context(archive), "person", "Lucia Bandini")
        connection = archive.read()
        ids = dict(connection.execute("SELECT kind, max(id) FROM authority GROUP BY kind").fetchall())
        assert value_meant(connection, Filters(), "person", f"#{ids['person']}") == ids["person"]
        assert value_meant(connection, Filters(), "person", f"#{ids['place']}") is None
