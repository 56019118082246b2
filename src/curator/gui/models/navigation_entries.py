"""The entries of the navigator: what each is called, counts and lists, made from what there is in the archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from curator.gui.kinds import KINDS
from curator.gui.models.listing import Listing
from curator.gui.models.review_words import batch_name
from curator.gui.widgets.words import digits
from curator.i18n import N_, _
from curator.model.collection import Collection
from curator.model.result_list import ResultList
from curator.model.saved_search import SEPARATOR, SavedSearch
from curator.operations.overview import CountedName, Overview
from curator.operations.review_batch import ReviewState

_PLURALS = {
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "event": N_("Events"),
    "place": N_("Places"),
    "theme": N_("Themes"),
}


class Name(NamedTuple):
    """A name on record: its row under the entry of its kind. The last row may stand for the rest: its id is 0."""

    id: int
    title: str
    articles: int


@dataclass(slots=True, eq=False)
class Entry:
    """An entry of the tree.

    Args:
        key: says across refreshes which entry it is.
        listing: what choosing it lists; None for a heading.
        count: the number at its right; None for none.
        kind: the kind of names below it, or that it is a name of.
        role: "collection", "search", "folder" (of searches), "frozen", "name", "more", "kind", "names",
            "suggestions", "trash", "review", "section" or "".
        add: what the plus of a heading does; empty for no plus.
        number: of the entry in the tree; its children's indexes carry it.
    """

    key: str
    title: str
    icon: str = ""
    listing: Listing | None = None
    count: int | None = None
    kind: str = ""
    role: str = ""
    record: Collection | SavedSearch | ResultList | None = None
    add: str = ""
    warns: bool = False
    children: Sequence[Entry | Name] = field(default_factory=list)
    parent: Entry | None = None
    row: int = 0
    number: int = 0

    @property
    def folder(self) -> str:
        """The path of a folder of searches; of other entries none."""
        return self.key.removeprefix("folder ") if self.role == "folder" else ""

    @property
    def name_id(self) -> int:
        """The record that the entry of a name stands for; 0 for other entries."""
        return int(self.key.rpartition("#")[2]) if self.role == "name" else 0


def shown_names(names: Sequence[CountedName], kind: str, limit: int) -> list[Entry | Name]:
    """Return the first `limit` names, and a row for the rest of them. Those with narrower ones are entries."""
    rest = len(names) - limit
    first = [_branch(name, kind) if name.narrower else Name(*name[:3]) for name in names[:limit]]
    return first if rest <= 0 else [*first, Name(0, _("%(n)s more") % {"n": digits(rest)}, 0)]


def _branch(name: CountedName, kind: str) -> Entry:
    entry = _name(Name(*name[:3]), kind)
    entry.children = shown_names(name.narrower, kind, len(name.narrower))
    return entry


def spoken(entry: Entry) -> str:
    """Return what assistive technology says of an entry."""
    if entry.count is None:
        return entry.title
    return f"{entry.title}, {digits(entry.count)}"


def entries(
    overview: Overview,
    searches: Iterable[SavedSearch],
    names: dict[str, list[Entry | Name]],
    lists: Sequence[ResultList] = (),
    counts: Mapping[int, int | None] | None = None,
) -> Iterable[Entry]:
    """Yield the entries of the archive, with the names of the kinds that are open.

    Args:
        lists: the frozen lists.
        counts: how many articles each saved search finds, as far as that is known.
    """
    yield _listed("inbox", _("Inbox"), "inbox", "status:inbox", overview.inbox)
    yield _listed("all", _("All articles"), "library", "", overview.articles)
    if overview.recheck:
        recheck = _listed("recheck", _("Needs re-check"), "triangle-alert", "has:recheck", overview.recheck)
        recheck.warns = True
        yield recheck
    yield _section("collections", _("Collections"), _("New collection"))
    yield from _collections(overview.collections)
    found = _searches(searches, counts or {})
    yield _section("searches", _("Saved searches"), _("Save this search"))
    yield from found
    if lists:
        yield _section("lists", _("Frozen lists"))
        for record in lists:
            frozen = Listing(record.title, frozen=record.id)
            yield Entry(f"frozen {record.id}", record.title, "lock", frozen, record.total, "", "frozen", record)
    yield _section("names", _("Names"))
    yield Entry("names", _("All names"), "list", count=sum(overview.names.values()), role="names")
    yield Entry("suggestions", _("Suggestions"), "circle-dot", role="suggestions")
    for kind, count in overview.names.items():
        listing = Listing(_(_PLURALS[kind]), f"has:{kind}")
        entry = Entry(f"kind {kind}", listing.title, KINDS[kind].icon, listing, count, kind, "kind")
        entry.children = names.get(kind, [])
        yield entry
    trash = Listing(_("Trash"), trash=True)
    yield Entry("trash", trash.title, "trash", trash, overview.trash, role="trash")


def review_entries(reviews: Sequence[ReviewState]) -> Iterable[Entry]:
    """Yield an entry for each review that waits; several are told apart by what they are called."""
    for each in reviews:
        title = _("Import review") if len(reviews) == 1 else batch_name(each.review)
        entry = Entry(f"review {each.review.id}", title, "square-check", count=each.counts.waiting, role="review")
        if each.counts.need_you:
            entry.icon, entry.count, entry.warns = "circle-alert", each.counts.need_you, True
        yield entry


def _listed(key: str, title: str, icon: str, query: str, count: int) -> Entry:
    return Entry(key, title, icon, Listing(title, query), count)


def _section(key: str, title: str, add: str = "") -> Entry:
    return Entry(f"section {key}", title, role="section", add=add)


def _collections(found: Iterable[tuple[Collection, int]]) -> list[Entry]:
    outermost: list[Entry] = []
    by_id: dict[int, list[Entry | Name]] = {}
    for record, count in found:
        # Spellings are folded, so a path is found without its quotation marks.
        quoted = record.path.replace('"', " ")
        listing = Listing(record.title, f'in:"{quoted}"')
        children: list[Entry | Name] = []
        key = f"collection {record.id}"
        entry = Entry(key, record.title, "folder", listing, count, "", "collection", record, children=children)
        by_id[record.id] = children
        if record.parent_id in by_id:
            by_id[record.parent_id].append(entry)
        else:
            outermost.append(entry)
    return outermost


def _searches(found: Iterable[SavedSearch], counts: Mapping[int, int | None]) -> list[Entry]:
    """Return the folders with what is in them, then the searches that lie in none."""
    outermost: list[Entry | Name] = []
    inside: dict[str, list[Entry | Name]] = {"": outermost}
    for search in found:
        path = ""
        for title in search.folder.split(SEPARATOR) if search.folder else ():
            around, path = inside[path], SEPARATOR.join(filter(None, (path, title)))
            if path not in inside:
                inside[path] = []
                folder = Entry(f"folder {path}", title, "folder", role="folder", children=inside[path])
                around.insert(sum(isinstance(each, Entry) and each.role == "folder" for each in around), folder)
        inside[path].append(_search_entry(search, counts.get(search.id)))
    return [each for each in outermost if isinstance(each, Entry)]


def _search_entry(search: SavedSearch, count: int | None) -> Entry:
    listing = Listing(search.title, search.query, sort=search.sort or "relevance")  # type: ignore[arg-type]
    return Entry(f"search {search.id}", search.title, "bookmark", listing, count, "", "search", search)


def name_entry(parent: Entry, name: Name, row: int) -> Entry:
    """Return the entry of a name in a row of its kind, or of the row for the rest."""
    if not name.id:
        return Entry(f"more {parent.kind}", name.title, kind=parent.kind, role="more", parent=parent, row=row)
    entry = _name(name, parent.kind)
    entry.parent, entry.row = parent, row
    return entry


def _name(name: Name, kind: str) -> Entry:
    listing = Listing(name.title, f'{kind}:"#{name.id}"')
    return Entry(f"{kind}#{name.id}", name.title, KINDS[kind].icon, listing, name.articles, kind, "name")
