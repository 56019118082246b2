"""The commonest small words of languages ("the", "və", "и"): marks of a sentence, and of its language."""

from __future__ import annotations

from curator.text.tokens import folded_words

# A line for each language; folded when they are loaded, like the words that they are compared with.
_WORDS = """
en: the of and to in a is that for on was with as at by it from be are has his he have an not which were
 but this will
 who their had or its been they she said her more when after about than would also there one out if so
 what no we you
 can up all into could over some do how just like your my our them us other only two most year people
az: və bu ki də da üçün ilə bir olan deyə isə daha çox o onun onu var idi edib olub ən kimi həm sonra
 amma lakin ancaq
 biz mən siz onlar nə necə hər bütün artıq yox deyil görə qədər haqqında barədə bildirib
tr: ve bu bir için ile de da çok olarak daha olan gibi ise o ne en var ama ancak kadar sonra biz ben siz
 onlar her tüm
 göre değil mi mu dedi oldu olduğu
ru: и в на не что с по как из за это он она они к от у о для но а же мы я вы был была было были его ее их
 то все всё так
 также который которые которая до при или уже после если чтобы более еще только год года году без об со
uk: і в на не що з по як із за це він вона вони до від у о для але а та й ж ми я ви був була було були
 його її їх все так
 також який які яка при або вже після якщо щоб більше ще тільки рік року без про зі
hy: և է են որ ու մեջ համար հետ այս նա նրա եմ ենք էր էին չի բայց ոչ մի իր իրենց մասին նաև ինչ որը որոնք թե
 պետք ըստ կամ
 եթե երբ արդեն մենք ես դուք
ka: და რომ არ არის ეს ის მისი იყო თუ რა მაგრამ როგორც უნდა ამ მათ ჩვენ მე თქვენ ასევე შემდეგ უკვე მხოლოდ
 რომელიც ან
 ერთ კი
de: der die das und in zu den ist nicht von mit dem des ein eine für auf sich im es auch als an nach er
 sie wie wird bei
 noch um über aus sind einen hat dass haben werden aber war zum zur oder wurde nur vor mehr durch man sein
 kann seine wir
 ich ihr am so wenn unter was gegen
fr: le la les de des du un une et en est que qui dans pour pas sur au par plus ne se ce il elle son sa
 avec sont ont aux
 été mais cette comme ou nous vous je leur ses
es: el los las y que en un una por con para del se no su al lo es como más pero sus ya o este ha sí
 porque esta entre
 cuando muy sin sobre también me hasta hay donde
it: il di che è e per un una non con da si del della dei al sono ha nel come più anche ma gli
pt: o a os as do da em um para com não uma no na mais das dos se foi ao pelo pela ser tem
nl: de het een en van is in op te dat die voor met zijn niet aan er om ook als maar bij of
sv: och att det som en på är av för den till inte om ett har var jag men så han hon från
no: og i det at er på til en som for de av med den ikke har om et var fra
pl: i w na się nie z do to że jest o jak za od po ale przez są dla który
cs: a v se na je že s z do i o ve pro za by jsou jako byl podle
"""


def _languages() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    code = ""
    for line in _WORDS.strip().split("\n"):
        head, colon, words = line.partition(":")
        code, words = (head, words) if colon else (code, line)
        for word in folded_words(words):
            found[word] = (*found.get(word, ()), code)
    return found


# Each word with the codes of the languages that have it.
SMALL_WORDS = _languages()
