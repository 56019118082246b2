from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from curator.text.similarity import FEWEST_WORDS, copied, shared_share, sketch
from curator.text.tokens import folded_words

WORDS = st.lists(st.sampled_from([f"w{number}" for number in range(40)]), max_size=120)
DRAW = random.Random(11)
VOCABULARY = [f"söz{number}" for number in range(5_000)]


def written(count: int, seed: int) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=count)


@given(WORDS)
def test_a_sketch_is_ascending_and_the_same_for_the_same_words(words: list[str]) -> None:
    made = sketch(words)
    assert list(made.hashes) == sorted(set(made.hashes))
    assert made == sketch(list(words))
    assert bool(made.hashes) == (len(words) >= FEWEST_WORDS)
    assert all(0 <= value < 1 << 47 for value in made.hashes)


def test_a_short_text_is_sketched_whole_and_a_long_one_by_its_least_hashes() -> None:
    assert sketch(written(22, 1)).largest is None
    long = sketch(written(6_000, 2))
    assert long.largest == long.hashes[-1]
    # One in 24 of some 6,000 runs.
    assert 180 < len(long.hashes) < 320


def test_a_part_has_the_hashes_of_the_whole() -> None:
    whole = written(900, 3)
    part, all_of_it = sketch(whole[300:700]), sketch(whole)
    assert all_of_it.largest is not None
    told = [value for value in part.hashes if value <= all_of_it.largest]
    assert len(told) > 8
    assert set(told) <= set(all_of_it.hashes)


@given(WORDS, WORDS)
def test_the_share_is_the_same_either_way_round(first: list[str], second: list[str]) -> None:
    assert 0 <= shared_share(first, second) <= 1000
    if len(first) >= 3:
        assert shared_share(first, first) == 1000


def test_words_count_in_runs_of_three_only() -> None:
    one = folded_words("the reading room opens at nine and closes at noon")
    assert shared_share(one, folded_words("at noon the doors open and the reading room opens at last")) == 400
    assert shared_share(one, folded_words("nine rooms and the opening at closes")) == 0
    assert shared_share(one, []) == 0


def test_a_part_stands_whole_in_a_text_joined_from_two() -> None:
    first, second = written(200, 4), written(300, 5)
    assert shared_share(first, second + first) == 1000


def test_spelling_does_not_make_another_text() -> None:
    body = "Gəncə kitabxanasına köhnə qəzetlər qaytarıldı, İlham və Şuşa haqqında."
    assert shared_share(folded_words(body), folded_words(body.upper())) == 1000


def test_a_form_with_other_numbers_is_no_copy() -> None:
    form = "On the {} of May the reading room had {} readers, who asked for {} volumes; {} were found and {} lent."
    one, other = (folded_words(form.format(*numbers)) for numbers in ((3, 41, 96, 90, 12), (4, 55, 130, 121, 30)))
    assert shared_share(one, other) >= 400
    assert copied(one, other, rare=0.25) == 0
    assert copied(one, list(one), rare=1.0) == 1000


def test_what_is_shared_by_many_texts_makes_no_copy_of_a_part() -> None:
    first, second = written(100, 6), written(100, 7)
    shared = written(60, 8)
    assert copied(first + shared, second[:40] + shared, rare=0.0) == 0
    assert copied(first + shared, second[:40] + shared, rare=0.6) >= 400
