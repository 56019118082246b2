from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.model.dates import parse_edtf
from curator.search import Order, ordered, sort_key

from .curated import ARCHIVES, Made, columns_of


def by_hand(articles: dict[int, Made], order: Order) -> list[int]:
    def key(number: int) -> Any:
        made = articles[number]
        if order == "accession":
            return number
        if order == "title":
            return (made.title is None, sort_key(made.title or ""), number)
        date = parse_edtf(made.published) if made.published else None
        if date is None or (date.earliest is None and date.latest is None):
            return (True, 0, 0, number)
        days = [
            date.latest if date.earliest is None else date.earliest,
            date.earliest if date.latest is None else date.latest,
        ]
        return (False, *(days if order == "date" else (-int(str(day)) for day in reversed(days))), number)

    return sorted(articles, key=key)


@pytest.mark.parametrize("order", ["accession", "title", "date", "-date"])
@given(articles=ARCHIVES, data=st.data())
def test_orders_are_those_by_hand(order: Order, articles: dict[int, Made], data: st.DataObject) -> None:
    columns = columns_of(articles)
    some = data.draw(st.lists(st.sampled_from(sorted(articles)), unique=True)) if articles else []
    found = ordered(columns, np.array(some, dtype=np.int64), order).tolist()
    assert found == [number for number in by_hand(articles, order) if number in some]
