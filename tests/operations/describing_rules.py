"""Rules of the state machine: descriptions, texts, passages, the trash, and what connects names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from curator.archive import passages as stored_passages
from curator.model.revision import Changes
from curator.operations import authority_detail, authority_links, describe, passages, text_versions, trash
from curator.operations.context import Context

ARTICLES = st.integers(1, 6)
SUBSETS = st.lists(ARTICLES, min_size=1, max_size=4)
NAMES = st.sampled_from(["Lucia Bandini", "Şuşa", "Анна Тер", "#1", "#2", "#3"])
BODIES = st.sampled_from(
    [
        "The text of A library.",
        "First. The text of A library.",
        "The texts of a big library, and more.",
        "Nothing of it.",
        "",
    ]
)
FIELDS = st.dictionaries(
    st.sampled_from(["title", "published", "language", "access", "access_review", "reference_code", "level", "status"]),
    st.sampled_from([None, "1936~", "early Feb 1992?", "az", "embargo", "open", "file", "read"]),
    min_size=1,
    max_size=3,
)
IDENTIFIERS = st.sampled_from([("viaf", "12"), ("wikidata", "Q2044"), ("isni", "0000000121032683"), ("isni", "1")])


class DescribingRules(RuleBasedStateMachine):
    """What the machine can do besides; `act` carries out an operation and checks what it says it touched."""

    context: Context

    def act(self, operation: Callable[[], Changes]) -> bool:
        raise NotImplementedError

    @rule(ids=SUBSETS, fields=FIELDS)
    def describe_fields(self, ids: list[int], fields: dict[str, str | None]) -> None:
        self.act(lambda: describe.describe(self.context, ids, fields).changes)

    @rule(article_id=ARTICLES, body=BODIES)
    def edit_text(self, article_id: int, body: str) -> None:
        self.act(lambda: text_versions.edit(self.context, article_id, body).changes)

    @rule(article_id=ARTICLES, number=st.integers(1, 3))
    def use_version(self, article_id: int, number: int) -> None:
        self.act(lambda: text_versions.use(self.context, article_id, number).changes)

    @rule(article_id=ARTICLES, start=st.sampled_from([0, 4, 7]), length=st.sampled_from([4, 11]), name=NAMES)
    def tag_passage(self, article_id: int, start: int, length: int, name: str) -> None:
        self.act(lambda: passages.tag_passage(self.context, article_id, start, start + length, "person", name)[1])

    @rule(article_id=ARTICLES, start=st.sampled_from([0, 4, 7]), length=st.sampled_from([4, 11]), name=NAMES)
    def untag_passage(self, article_id: int, start: int, length: int, name: str) -> None:
        self.act(lambda: passages.untag_passage(self.context, article_id, start, start + length, "person", name))

    @rule(ids=SUBSETS, back=st.booleans())
    def put_away(self, ids: list[int], back: bool) -> None:
        self.act(lambda: (trash.restore if back else trash.trash)(self.context, ids))

    @rule()
    def empty_trash(self) -> None:
        self.act(lambda: trash.empty(self.context))

    @rule(name=NAMES, broader=NAMES, remove=st.booleans())
    def broader(self, name: str, broader: str, remove: bool) -> None:
        put = authority_links.remove_broader if remove else authority_links.add_broader
        self.act(lambda: put(self.context, name, broader))

    @rule(name=NAMES, other=NAMES, type_=st.sampled_from([None, "member of"]), dates=st.sampled_from([None, "1936"]))
    def relate(self, name: str, other: str, type_: str | None, dates: str | None) -> None:
        self.act(lambda: authority_links.relate(self.context, name, other, None, type_, dates))

    @rule(name=NAMES, other=NAMES, type_=st.sampled_from([None, "member of"]))
    def unrelate(self, name: str, other: str, type_: str | None) -> None:
        self.act(lambda: authority_links.unrelate(self.context, name, other, None, type_))

    @rule(name=NAMES, identifier=IDENTIFIERS, match=st.sampled_from(["exact", "close", None]))
    def identify(self, name: str, identifier: tuple[str, str], match: Any) -> None:
        if match:
            self.act(lambda: authority_links.identify(self.context, name, *identifier, match=match)[0])
        else:
            self.act(lambda: authority_links.unidentify(self.context, name, *identifier))

    @rule(name=NAMES, form=NAMES, community=st.sampled_from(["az", "hy", "the town"]), remove=st.booleans())
    def prefer(self, name: str, form: str, community: str, remove: bool) -> None:
        put = authority_links.unprefer if remove else authority_links.prefer
        self.act(lambda: put(self.context, name, form, community))

    @rule(name=NAMES, note=st.sampled_from(["", "A note."]))
    def note_on(self, name: str, note: str) -> None:
        self.act(lambda: authority_links.set_note(self.context, name, note))

    @invariant()
    def describes_whole(self) -> None:
        """Every record and every passage can be shown, whatever was taken back."""
        connection = self.context.archive.read()
        for row in connection.execute("SELECT id FROM authority").fetchall():
            detail = authority_detail.shown(self.context, f"#{row['id']}")
            assert detail.authority.id not in {record.id for record in (*detail.broader, *detail.narrower)}
        for row in connection.execute("SELECT DISTINCT article_id FROM passage").fetchall():
            assert all(each.start < each.end for each in stored_passages.of_article(connection, row["article_id"]))
