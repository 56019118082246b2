"""The words of written dates in thirteen languages, folded: months in their cases, weekdays, words for year and month.

No name means one month here and another there, so a month is known without knowing the language.
Source: Unicode CLDR 45 (forms and abbreviations); the case endings are those of the grammars.
"""

from __future__ import annotations

from itertools import product

_TURKIC = " in un da de ta te dan den tan ten a e i u inda inde unda unde indan inden undan unden ina ine una une"
_SOFT = "ь я ю е ем"
_UKRAINIAN = "ень ня ню ні нем"
_GEORGIAN = " ი ს ის ში სა ისა ად იდან დან ამდე მდე ისთვის"

# Stems in the order of the months, parted by spaces; alternatives by a slash; then the endings that they take.
_CASES: tuple[tuple[str, str], ...] = (
    ("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr", _TURKIC),
    ("ocak/ocag subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik/aralig", _TURKIC),
    (
        "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր",
        " ի ին ից ում ը ն",
    ),
    ("январ феврал - апрел - июн июл - сентябр октябр ноябр декабр", _SOFT),
    ("- - март - - - - август - - - -", " а у е ом"),
    ("- - - - ма - - - - - - -", "й я ю е ем"),
    ("січ - берез квіт трав черв лип серп верес жовт - груд", _UKRAINIAN),
    ("- лют - - - - - - - - - -", "ий ого ому им"),
    ("- - - - - - - - - - листопад -", " а у і ом"),
    (
        "იანვარ/იანვრ თებერვალ/თებერვლ მარტ აპრილ მაის ივნის ივლის აგვისტო სექტემბერ/სექტემბრ"
        " ოქტომბერ/ოქტომბრ ნოემბერ/ნოემბრ დეკემბერ/დეკემბრ",
        _GEORGIAN,
    ),
)
_NAMES = (
    "january february march april may june july august september october november december",
    "januar/janner februar/feber marz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
)
_SHORT = (
    "yan fev mar apr may iyn iyl avq sen okt noy dek",
    "oca sub mar nis may haz tem agu eyl eki kas ara",
    "հնվ փտվ մրտ ապր մյս հնս հլս օգս սեպ հոկ նոյ դեկ",
    "հուն փետ մար ապր մայ հունիս հուլ օգոս սեպտ հոկտ նոյ դեկտ",
    "янв февр/фев мар апр мая июн июл авг сент/сен окт нояб/ноя дек",
    "січ лют бер квіт/кві трав/тра черв/чер лип серп/сер вер жовт/жов лист/лис груд/гру",
    "იან თებ მარ აპრ მაი ივნ ივლ აგვ სექ ოქტ ნოე დეკ",
    "jan feb mar apr may jun jul aug sep/sept oct nov dec",
    "jan feb mrz/mar apr mai jun jul aug sep/sept okt nov dez",
    "janv fevr/fev mars avr mai juin juil aout sept oct nov dec",
    "ene feb mar abr may jun jul ago sep/sept oct nov dic",
)
# From Monday; the accusatives are those of "on Wednesday". The second word of an Azerbaijani name is in SECOND_WORDS.
_WEEKDAYS = (
    "bazarertesi - cersenbe - cume senbe bazar",
    "pazartesi sali carsamba persembe cuma cumartesi pazar",
    "pzt sal car per cum cmt paz",
    "երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի",
    "երկ երք չրք հնգ ուր շբթ կիր",
    "понедельник вторник среда/среду четверг пятница/пятницу суббота/субботу воскресенье",
    "понеділок вівторок середа/середу четвер пятниця/пятницю субота/суботу неділя/неділю",
    "пн вт ср чт пт сб вс/нд",
    "ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა",
    "ორშ სამ ოთხ ხუთ პარ შაბ კვი",
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue/tues wed thu/thur/thurs fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
)
# "bazar ertəsi", "çərşənbə axşamı", "cümə axşamı": the day named with what it is the eve or the morrow of.
SECOND_WORDS = {(6, "ertesi"): 0, (2, "axsami"): 1, (4, "axsami"): 3}

_YEAR = (
    "il ilin ilde ili iline ilinde ilden yil yili yilin yilinin yilinda г год года году годом թ թվական թվականի"
    " թվականին թվականից թվին р рік року році роком წ წელი წლის წელს წელში year"
)
_MONTH = (
    "ay ayi ayin ayinin ayinda ayindan ayina месяц месяца месяце місяць місяця ամիս ամսի ամսին ամսվա თვე თვის"
    " თვეში month"
)
YEAR_WORDS = frozenset(_YEAR.split())
MONTH_WORDS = frozenset(_MONTH.split())
RANGE_WORDS = frozenset({"to", "until", "through", "till", "по", "до", "bis", "au"})
FILLERS = frozenset({"of", "the", "de", "del", "do", "day"})


def _forms(names: str) -> list[tuple[int, str]]:
    return [(number, form) for number, name in enumerate(names.split()) for form in name.split("/") if form != "-"]


def _inflected(names: str, endings: str) -> dict[str, int]:
    return {stem + ending: number + 1 for (number, stem), ending in product(_forms(names), endings.split(" "))}


FULL_MONTHS: dict[str, int] = {}
for _stems, _endings in _CASES:
    FULL_MONTHS |= _inflected(_stems, _endings)
for _line in _NAMES:
    FULL_MONTHS |= _inflected(_line, "")
SHORT_MONTHS: dict[str, int] = {}
for _line in _SHORT:
    SHORT_MONTHS |= {form: number + 1 for number, form in _forms(_line) if form not in FULL_MONTHS}
WEEKDAYS: dict[str, int] = {form: number for line in _WEEKDAYS for number, form in _forms(line)}
