"""Why a line of a copied page was cut, in one of the words of model/reading.py."""

from __future__ import annotations

import re

from curator.readers.line_features import Lines
from curator.text.language import languages_of_paragraphs
from curator.text.scripts import script_of
from curator.text.tokens import folded_words

_SHORT = 60


def _beginnings(words: str) -> re.Pattern[str]:
    """Match one of several beginnings of words, parted by "|", with "_" for a space; all folded like the text."""
    parts = (" ".join(folded_words(word.replace("_", " "))) for word in words.replace("\n", "").split("|"))
    return re.compile(rf"(?:^| )(?:{'|'.join(map(re.escape, filter(None, parts)))})")


_KINDS = (
    (
        "rights",
        _beginnings(
            "copyright|all rights|rights reserved|terms of|privacy|cookie|bütün hüquq|müəllif hüquq|tüm hakları"
            "|gizlilik"
            "|все права|права защищены|конфиденциальн|при использовании|при цитировании|при перепечатке|всі права"
            "|բոլոր իրավունք|ყველა უფლება|alle rechte|impressum|datenschutz|tous droits|derechos reservados"
        ),
    ),
    (
        "comments",
        _beginnings("comment|leave a|reply|şərh|yorum|комментар|коментар|մեկնաբան|კომენტარ|kommentar|commentaire"),
    ),
    (
        "advertisement",
        _beginnings("advertis|sponsored|reklam|реклам|գովազդ|რეკლამა|anzeige|werbung|publicité|publicidad|annons"),
    ),
    (
        "related",
        _beginnings(
            "related|read also|also read|see also|read more|more from|most read|most popular|recommended|trending"
            "|you may"
            "|digər xəbər|oxşar|ən çox oxunan|həmçinin oxu|ilgili haber|benzer haber|en çok okunan|читайте также"
            "|по теме"
            "|другие новости|похожие|популярн|самое читаемое|читайте ещё|читайте також|інші новини|այլ լուրեր|նմանատիպ"
            "|կարդացեք նաև|სხვა ამბები|წაიკითხეთ|mehr zum thema|lesen sie|auch interessant|meistgelesen|lire aussi"
            "|lee también|leggi anche|les også|läs mer"
        ),
    ),
    (
        "share",
        _beginnings(
            "facebook|twitter|whatsapp|telegram|instagram|youtube|linkedin|pinterest|reddit|tiktok|vkontakte|share|tweet"
            "|print|email|copy link|follow|subscribe|paylaş|abunə|bizi izlə|çap et|abone|bizi takip|yazdır|поделиться"
            "|подпис|распечатать|фейсбук|твиттер|телеграм|вконтакте|одноклассник|поділитися|підпис|կիսվել|տարածել"
            "|հետեւեք|բաժանորդագր|գაზიარება|გაზიარება|გამოიწერე|teilen|drucken|partager|compartir|condividi"
        ),
    ),
)


def reason_of(lines: Lines, at: int, script: str, language: str) -> str:
    """Return the word for a cut line that is nothing in particular of the head: by what it says, then by its looks.

    Args:
        script, language: of the article (ISO 15924, BCP 47).
    """
    words = lines.folded[at]
    if "©" in lines.texts[at]:
        return "rights"
    for reason, pattern in _KINDS:
        if (lines.sizes[at] < _SHORT or reason == "rights") and pattern.search(words):
            return reason
    if lines.column("address")[at] and lines.sizes[at] < _SHORT:
        return "navigation"
    if lines.counts[at] > 2 and script and script_of(lines.texts[at]) not in ("", script):
        return "other-language"
    if lines.sizes[at] < _SHORT / 2 or lines.column("bar")[at]:
        return "navigation"
    if language and languages_of_paragraphs(lines.texts[at], language):
        return "other-language"
    return "other"
