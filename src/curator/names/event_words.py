"""Words that make the names of events, by language: kinds of events, ordinal numbers, what may stand between.

Only the words as they stand are proposed; a word in these lists says nothing about what happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from curator.names.vocabulary import Lookup, Vocabulary
from curator.text.fold import fold

# How much must stand with a word: LASTING also takes a number of days, NAMED a name or a date, DATED a date or a
# number, or capitals throughout.
LASTING, NAMED, DATED = "lasting", "named", "dated"


@dataclass(frozen=True, slots=True)
class EventLanguage:
    """What is needed to find the names of events in one language (or two with one grammar).

    Args:
        heads: vocabulary number -> the word in its basic form, and LASTING, NAMED or DATED.
        lookup: finds heads in any of their forms.
        ordinals: folded beginnings of ordinal numbers.
        between: folded words, and beginnings or ends of words ("-ական", "სა-"), that may stand before the head.
        kinds: folded beginnings of words before the head that belong to a name with a date after it.
        lasting: folded beginnings of words after a number of days ("day", "günlük").
        dates_first: whether a date stands before the head only.
    """

    code: str
    heads: dict[int, tuple[str, str]]
    lookup: Lookup
    ordinals: tuple[str, ...]
    between: frozenset[str]
    between_ends: tuple[str, ...]
    kinds: tuple[str, ...]
    lasting: tuple[str, ...]
    dates_first: bool

    def head(self, word: str) -> tuple[str, str, tuple[str, ...]] | None:
        """Return the basic form, the strength and the cases of a folded word that names a kind of event."""
        for reading in self.lookup[word]:
            return *self.heads[reading.word], reading.cases
        return None

    def is_between(self, word: str) -> bool:
        """Return whether a folded word in small letters may be part of a name before the head."""
        return word in self.between or (len(word) > 5 and word.endswith(self.between_ends))

    def is_ordinal(self, word: str) -> bool:
        """Return whether a folded word is an ordinal number."""
        return word.startswith(self.ordinals)


_LINES = {
    "en": {
        LASTING: "war wars battle siege uprising revolution rebellion conflict blockade offensive",
        NAMED: "massacre massacres genocide pogrom pogroms earthquake summit treaty accord accords ceasefire truce"
        " armistice tragedy famine coup referendum olympics holocaust jubilee armistice",
        DATED: "agreement protocol declaration statement congress conference forum festival cup championship"
        " championships election elections protest protests rally demonstration demonstrations meeting negotiations"
        " talks attack attacks bombing bombings explosion clashes strike census games flood floods exchange deportation"
        " escalation anniversary vote convention plenum olympiad expo blasts riots crisis disaster",
        "ordinal": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth i ii iii iv v vi",
        "between": "world civil parliamentary presidential ceasefire peace snap general local gas oil football trade"
        " economic security international annual emergency trilateral bilateral nuclear municipal press climate"
        " constitutional prisoner student border armed tripartite chess film book early regional winter summer party",
        "days": "day week month year hour",
    },
    "turkic": {
        LASTING: "müharibə müharibəsi savaş savaşı döyüş döyüşü muharebe muharebesi üsyan üsyanı isyan isyanı ayaklanma"
        " ayaklanması inqilab inqilabı devrim devrimi mühasirə mühasirəsi kuşatma kuşatması münaqişə münaqişəsi çatışma"
        " çatışması blokada blokadası direniş direnişi",
        NAMED: "qətliam qətliamı katliam katliamı soyqırım soyqırımı soykırım soykırımı poqrom poqromu pogrom pogromu"
        " zəlzələ zəlzələsi deprem depremi sammit sammiti zirve zirvesi müqavilə müqaviləsi antlaşma antlaşması"
        " anlaşma anlaşması atəşkəs atəşkəsi ateşkes ateşkesi mütareke mütarekesi faciə faciəsi facia faciası"
        " hadisələri olayları darbe darbesi olimpiyadası olimpiyatları referendumu sürgün sürgünü",
        DATED: "saziş sazişi razılaşma razılaşması protokol protokolu protokolü bəyannamə bəyannaməsi bildirge"
        " bildirgesi bəyanat bəyanatı bildiri bildirisi açıklama qurultay qurultayı kurultay kurultayı konqres"
        " konqresi kongre kongresi konfrans konfransı konferans konferansı forum forumu festival festivalı festivali"
        " kubok kuboku kupa kupası çempionat çempionatı şampiyona şampiyonası seçki seçkisi seçkilər seçkiləri seçim"
        " seçimi seçimler seçimleri etiraz aksiyaları etirazları protesto protestosu protestoları mitinq mitinqi"
        " miting mitingi görüş görüşü danışıqlar danışıqları müzakereleri hücum hücumu saldırı saldırısı saldırıları"
        " partlayış partlayışı patlama patlaması sel seli tətil tətili grev grevi oyunları böhran böhranı kriz krizi"
        " ildönümü yıldönümü yubileyi plenum plenumu toqquşmaları",
        "ordinal": "birinci ikinci üçüncü dördüncü beşinci altıncı yeddinci yedinci səkkizinci sekizinci doqquzuncu"
        " dokuzuncu onuncu i ii iii iv v",
        "between": "dünya vətəndaş iç parlament parlamento prezident cumhurbaşkanlığı genel yerel bələdiyyə belediye"
        " atəşkəs ateşkes sülh barış ticarət ticaret iqtisadi ekonomi təhlükəsizlik güvenlik qlobal küresel enerji"
        " beynəlxalq uluslararası futbol növbədənkənar erken referendum vətən vatan azadlıq kurtuluş kitab film kitap"
        " üçtərəfli üçlü prezidentlik meclis milli iqlim iklim qış yay kış yaz liderlər liderler zirvə",
        "days": "günlük gün həftəlik haftalık aylıq aylık illik yıllık saatlıq saatlik",
    },
    "ru": {
        LASTING: "война битва сражение осада восстание революция конфликт блокада мятеж наступление",
        NAMED: "резня геноцид погром погромы землетрясение саммит договор перемирие трагедия голодомор путч переворот"
        " референдум олимпиада холокост депортация катастрофа",
        DATED: "соглашение соглашения протокол декларация заявление съезд конгресс конференция форум фестиваль кубок"
        " чемпионат выборы протесты протест митинг демонстрация встреча переговоры теракт теракты взрыв взрывы"
        " столкновения забастовка перепись игры наводнение обострение эскалация кризис пленум годовщина юбилей"
        " беспорядки",
        "ordinal": "перв втор трет четверт пят шест седьм восьм девят десят",
        "between": "",
        "between_ends": "ая яя ой ей ую юю ый ий ого его ому ему ым им ом ем ое ее ые ие ых их ыми ими",
        "kinds": "президентск парламентск муниципальн местн мирн трехсторонн внеочередн мирово миров всеобщ досрочн",
        "days": "дневн недельн месячн летн часов",
    },
    "uk": {
        LASTING: "війна битва облога повстання революція конфлікт блокада заколот наступ",
        NAMED: "різанина геноцид погром погроми землетрус саміт договір перемир'я трагедія голодомор переворот"
        " референдум олімпіада голокост депортація катастрофа",
        DATED: "угода угоди протокол декларація заява з'їзд конгрес конференція форум фестиваль кубок чемпіонат"
        " вибори протести протест мітинг демонстрація зустріч переговори теракт вибух вибухи сутички страйк перепис"
        " ігри повінь загострення криза пленум річниця ювілей",
        "ordinal": "перш друг трет четверт п'ят шост сьом восьм дев'ят десят",
        "between": "",
        "between_ends": "а я ої ій у ю ий ого ому им ім е є і ї их ими ою",
        "kinds": "президентськ парламентськ місцев мирн тристоронн позачергов миров",
        "days": "денн тижнев місячн річн годинн",
    },
    "hy": {
        LASTING: "պատերազմ ճակատամարտ պաշարում ապստամբություն հեղափոխություն հակամարտություն շրջափակում կռիվ",
        NAMED: "ջարդ ջարդեր կոտորած կոտորածներ ցեղասպանություն եղեռն երկրաշարժ գագաթնաժողով վեհաժողով պայմանագիր"
        " դաշնագիր զինադադար հրադադար ողբերգություն հեղաշրջում հանրաքվե տեղահանություն դեպքեր",
        DATED: "համաձայնագիր համաձայնություն արձանագրություն հռչակագիր հայտարարություն համագումար կոնգրես գիտաժողով"
        " համաժողով ֆորում փառատոն գավաթ առաջնություն ընտրություններ բողոք ցույց ցույցեր հանրահավաք հանդիպում"
        " բանակցություններ հարձակում պայթյուն բախումներ գործադուլ մարդահամար խաղեր ջրհեղեղ ճգնաժամ տարելից հոբելյան",
        "ordinal": "առաջին երկրորդ երրորդ չորրորդ հինգերորդ վեցերորդ յոթերորդ ութերորդ իններորդ տասներորդ",
        "between": "համաշխարհային քաղաքացիական հրադադարի խաղաղության միջազգային անվտանգության հայրենական մեծ եռակողմ",
        "between_ends": "ական ային յան",
        "days": "օրյա օրեայ ամսյա տարվա ժամյա",
    },
    "ka": {
        LASTING: "ომი ბრძოლა აჯანყება რევოლუცია კონფლიქტი ალყა ბლოკადა",
        NAMED: "ხოცვა გენოციდი პოგრომი მიწისძვრა სამიტი ხელშეკრულება ზავი ტრაგედია გადატრიალება რეფერენდუმი ოლიმპიადა"
        " დეპორტაცია",
        DATED: "შეთანხმება პროტოკოლი დეკლარაცია განცხადება ყრილობა კონგრესი კონფერენცია ფორუმი ფესტივალი თასი"
        " ჩემპიონატი არჩევნები პროტესტი აქცია მიტინგი დემონსტრაცია შეხვედრა მოლაპარაკება თავდასხმა აფეთქება"
        " შეტაკება გაფიცვა თამაშები წყალდიდობა კრიზისი",
        "ordinal": "პირველი მეორე მესამე მეოთხე მეხუთე მეექვსე მეშვიდე მერვე მეცხრე მეათე",
        "between": "მსოფლიო სამოქალაქო საერთაშორისო დიდი სამამულო ცეცხლის შეწყვეტის მშვიდობის სამშვიდობო უსაფრთხოების"
        " საპარლამენტო საპრეზიდენტო ადგილობრივი რიგგარეშე სამმხრივი",
        "between_ends": "",
        "days": "დღიანი კვირიანი თვიანი წლიანი საათიანი",
    },
}
_OF = {"en": ("en",), "turkic": ("az", "tr"), "ru": ("ru",), "uk": ("uk",), "hy": ("hy",), "ka": ("ka",)}


@lru_cache(maxsize=8)
def event_language(code: str) -> EventLanguage:
    """Return the words of one of "en", "turkic", "ru", "uk", "hy", "ka"."""
    lines, vocabulary = _LINES[code], Vocabulary()
    heads: dict[int, tuple[str, str]] = {}
    for strength in (LASTING, NAMED, DATED):
        for word in lines[strength].split():
            number = vocabulary.add(fold(word), word)
            heads.setdefault(number, (word, strength))
    return EventLanguage(
        code,
        heads,
        vocabulary.lookup(_OF[code]),
        tuple(_folded(lines["ordinal"])),
        frozenset(_folded(lines["between"])),
        tuple(_folded(lines.get("between_ends", ""))) or ("\0",),
        tuple(_folded(lines.get("kinds", lines["between"]))),
        tuple(_folded(lines["days"])),
        code in ("turkic", "hy", "ka"),
    )


def listed(words: str) -> frozenset[str]:
    """Return words parted by spaces (str) as a set."""
    return frozenset(words.split())


def _folded(words: str) -> list[str]:
    return [fold(word) for word in words.split()]
