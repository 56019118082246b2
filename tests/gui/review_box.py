"""An invented box of files for pictures of the review: copied text, pages, what has no title, copies, what is torn."""

from __future__ import annotations

from pathlib import Path

_COPIED = """Kitabxana jurnalı
Ana səhifə · Xəbərlər · Elanlar · Əlaqə
Qəzet fondunda ilk on min səhifə
Xəbərlər
14 iyun 2011, saat 13:00
Qəzet fondunda ilk on min səhifə
Bakı Kitabxanasının qəzet fondunda rəqəmləşdirmə işləri başa çatmaq üzrədir. İlk mərhələdə on min səhifə skan edilib, \
şəkillər həm əsl ölçüdə, həm də oxu üçün kiçildilmiş şəkildə saxlanılır.

Layihənin rəhbəri Kamran Cəfərovun sözlərinə görə, ən çətin iş köhnə cildlərin açılması olub. “Kağız turşudan saralıb, \
hər vərəqi əl ilə çevirirdik”, – o deyib. Cəfərov əlavə edib ki, nömrələr artıq oxucular üçün açıqdır.

Kitabxananın məlumatına görə, gündə orta hesabla 240 səhifə çəkilir.

Paylaş: Facebook · X · Telegram · WhatsApp
В Гяндже открылась выставка старых афиш
Şəhər parkında kitab bayramı başlayır
© 2011 Kitabxana jurnalı. Bütün hüquqlar qorunur.
"""
_LETTER = """The reading room on the second floor has been open again since Monday, after eleven months in which the \
ceiling was propped and the lamps were taken down one by one.

Readers who had waited on the stairs were given the numbered desks by the windows. The bound volumes follow in spring.
"""
_HANDS = (
    "Forty thousand hands carried the volumes up the stairs, and laid them leaf by leaf on the floor of the station.",
    "By the evening of the third day the presses of the bindery were full, and blankets were spread in the school.",
    "The keeper of the periodicals wrote down each shelf, so that what was parted could be brought together again.",
    "Nobody counted how many came; those who did the counting had given it up and were carrying books themselves.",
)
_PAGES = (
    ("en", "Tobacco kilns and blotting paper: a drying room", "Conservation Notes", "1967-02-11",
     "The kilns were lent for the winter, and the leaves hung where the tobacco had hung before."),
    ("ru", "После пожара: что показал второй подсчёт", "Библиотечный листок", "1988-03-02",
     "Второй подсчёт показал, что утрачено меньше, чем думали в первые дни после пожара."),
    ("hy", "Ձեռագրերի պահպանությունը Մատենադարանում", "Գրքի աշխարհ", "1979-09-12",
     "Ձեռագրերը պահվում են չոր սենյակում, որտեղ ջերմությունը տարվա ընթացքում չի փոխվում։"),
    ("tr", "Gazete arşivinde bir gün: notlar", "Arşiv Bülteni", "2009-02-03",
     "Gazete arşivinin salonunda ciltler sabah saatlerinde okuyuculara verilir."),
    ("en", "A second count lowers the losses", "Library Courier", "1967-05-30",
     "Of the shelves that had been given up, every third was found behind the stairs of the annexe."),
    ("az", "Oxu zalı yenidən açıldı", "Kitabxana jurnalı", "2012-01-09",
     "Oxu zalı on bir aydan sonra yenidən açıldı, ilk oxucular səhər saatlarında gəldilər."),
    ("tr", "Kurutma odalarında bir kış", "Arşiv Bülteni", "1967-03-19",
     "Kurutma odalarında kış boyunca her gün yüzlerce yaprak çevrildi ve sayıldı."),
    ("en", "Newspaper rooms of the northern library", "The Repository", "1974-05-06",
     "The rooms lie below the street, and the lamps are lit from the morning until the bell."),
)  # fmt: skip


def fill(folder: Path) -> Path:
    """Put the files into a folder; return it."""
    folder.mkdir(parents=True)
    (folder / "01 səhifə.txt").write_text(_COPIED, "utf-8")
    (folder / "02 letter.txt").write_text(_LETTER, "utf-8")
    hands = page("en", "Forty thousand hands", "Library Courier", "1966-11-19", _HANDS)
    (folder / "03 hands.html").write_text(hands, "utf-8")
    (folder / "04 hands (1).html").write_text(hands, "utf-8")
    (folder / "05 scan.pdf").write_bytes(b"%PDF-1.4\n" + bytes(400))
    for number, (language, title, publication, day, words) in enumerate(_PAGES, 6):
        made = page(language, title, publication, day, (words, f"{words} {number}.", f"{number * 31}. {words}"))
        (folder / f"{number:02} page.html").write_text(made, "utf-8")
    return folder


def known(folder: Path) -> Path:
    """Put an earlier version of one of the files into a folder; return the file."""
    folder.mkdir(parents=True)
    words = (*_HANDS[:2], _HANDS[2].replace("wrote down each shelf", "marked every shelf with chalk"))
    path = folder / "hands.html"
    path.write_text(page("en", "Forty thousand hands in the mud", "Evening Register", "1966-11-12", words), "utf-8")
    return path


def page(language: str, title: str, publication: str, day: str, words: tuple[str, ...]) -> str:
    """Return a page as newspapers have them."""
    body = "".join(f"<p>{each}</p>" for each in words)
    return (
        f"<!DOCTYPE html><html lang='{language}'><head><meta charset='utf-8'><title>{title} - {publication}</title>"
        f"<meta property='og:site_name' content='{publication}'><meta property='og:title' content='{title}'>"
        f"<meta property='article:published_time' content='{day}'></head>"
        f"<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav><article><h1>{title}</h1>{body}</article>"
        f"<footer>© {publication}</footer></body></html>"
    )
