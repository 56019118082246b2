"""Word lists by language, a file for each; `ALL` has them all."""

from __future__ import annotations

from curator.names.candidate_words import az, en, hy, ka, ru, tr, uk
from curator.names.candidate_words.word_lists import WordLists

ALL: tuple[WordLists, ...] = (en.WORDS, az.WORDS, tr.WORDS, ru.WORDS, uk.WORDS, hy.WORDS, ka.WORDS)
