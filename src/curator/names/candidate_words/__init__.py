"""Word lists by language, a file for each; `ALL` has them all."""

from __future__ import annotations

from curator.names.candidate_words import en
from curator.names.candidate_words.word_lists import WordLists

ALL: tuple[WordLists, ...] = (en.WORDS,)
