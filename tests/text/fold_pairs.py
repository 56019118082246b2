"""Pairs of spellings by language: which a search must take for one word, and which it must keep apart."""

from __future__ import annotations

# Two spellings a line, parted by a space.
SAME = {
    "az": """
        Gəncə Gence|GƏNCƏ gəncə|İlham ILHAM|İlham ılham|ilham İLHAM|Şuşa Susa|ŞUŞA şuşa|Qarabağ Qarabag
        QARABAĞ qarabağ|Çıldır Cildir|Ümid umid|kitabxanası KİTABXANASI|arxivçi arxivci|Ağdam Agdam
        Xankəndi XANKENDI|Kəlbəcər kelbecer|Zəngəzur Zengezur|Cəfərov CEFEROV|Həsənbəyli Hesenbeyli
        müharibə muharibe|çıxış ÇIXIŞ|işğal isgal|Göyçə Goyce|qəzet QƏZET|məcburi mecburi|köçkün KÖÇKÜN
        şəhid sehid|Naxçıvan NAXÇIVAN|ədəbiyyat edebiyyat""",
    "tr": """
        IŞIQ ışıq|IĞDIR Iğdır|İstanbul istanbul|ISTANBUL istanbul|kütüphane KÜTÜPHANE|gazete GAZETE
        kâğıt kagit|İzmir IZMIR|Diyarbakır DİYARBAKIR|Çanakkale Canakkale|göçmen GÖÇMEN|Ağrı Agri|şair SAIR
        millî milli|hikâye hikaye|ığdır IGDIR|Kırşehir kirsehir|TÜRKİYE türkiye|rüzgâr ruzgar
        Üsküdar uskudar""",
    "hy": """
        և ԵՎ|Երևան ԵՐԵՎԱՆ|Երեւան Երևան|ինչո՞ւ ինչու|այո՛ այո|գրադարան ԳՐԱԴԱՐԱՆ|ե՛ւ և|Արցախ ԱՐՑԱԽ
        Սարգսյան ՍԱՐԳՍՅԱՆ|որտե՞ղ որտեղ|թևավոր ԹԵՎԱՎՈՐ|արև ԱՐԵՎ|արեւ արև|պատմություն ՊԱՏՄՈՒԹՅՈՒՆ|ոչ՜ ոչ
        Գյումրի ԳՅՈՒՄՐԻ|սփյուռք ՍՓՅՈՒՌՔ|Սևան Սեւան|տևել ՏԵՎԵԼ|Եղիշե ԵՂԻՇԵ""",
    "ru": """
        за́мок замок|ёлка елка|ЁЛКА ёлка|БИБЛИОТЕКА библиотека|МОЙ мой|архи́в архив|Карабах КАРАБАХ
        Алёна Алена|ещё ЕЩЕ|Баку́ Баку|съезд СЪЕЗД|объём ОБЪЕМ|Гянджа ГЯНДЖА|война́ война|Йод йод
        чёрный ЧЁРНЫЙ|учёт учет|Шуша́ ШУША|переговоры ПЕРЕГОВОРЫ|беженцы БЕЖЕНЦЫ""",
    "uk": "Київ КИЇВ|її ЇЇ|Ґалаґан ҐАЛАҐАН|йо́го його|Україна УКРАЇНА|Львів ЛЬВІВ|ґанок ҐАНОК",
    "ka": """
        ბიბლიოთეკა ᲑᲘᲑᲚᲘᲝᲗᲔᲙᲐ|თბილისი ᲗᲑᲘᲚᲘᲡᲘ|ომი ᲝᲛᲘ|გაზეთი ᲒᲐᲖᲔᲗᲘ|არქივი ᲐᲠᲥᲘᲕᲘ|მარნეული ᲛᲐᲠᲜᲔᲣᲚᲘ
        ჰერეთი ᲰᲔᲠᲔᲗᲘ|ქალაქი ᲥᲐᲚᲐᲥᲘ""",
    "ar": """
        كِتَاب كتاب|كتـــاب كتاب|أرشيف ارشيف|إسلام اسلام|ﻛﺘﺎﺏ كتاب|مَكْتَبَة مكتبة|آذار اذار|حَرْب حرب
        مُدُن مدن|أذربيجان اذربيجان|صحيـفة صحيفة|سَلَام سلام""",
    "he": """
        סִפְרִיָּה ספריה|אַרְכִיּוֹן ארכיון|שָׁלוֹם שלום|עִתּוֹן עתון|מִלְחָמָה מלחמה|יְרוּשָׁלַיִם ירושלים
        קְהִלָּה קהלה|שׁבת שבת""",
    "de": """
        Straße STRASSE|straße strasse|Müller Muller|Bücher BÜCHER|Köln KOLN|Grüße GRÜSSE
        Österreich osterreich|Maß MASS|für FÜR|Häuser HAUSER""",
    "en": """
        café CAFE|naïve naive|ﬁle file|co\u00adoperate cooperate|Archive ARCHIVE|résumé resume|façade FACADE
        coöperate cooperate|Brontë BRONTE|piñata pinata|ＡＲＣＨＩＶＥ archive|Dvořák Dvorak""",
}

APART = {
    "az": """
        Gəncə Ganja|Qarabağ Karabakh|kitab kitap|qala gala|Bakı Baku|ana ata|dil dal|Şuşa Şişə|qız qaz|ov av
        söz siz|Xoy Hoy|Cəfərov Jafarov|qara kara|kənd kand""",
    "tr": "kitap kitab|gül göl|kan kın|ova ove|dal dil|saç suç|Ankara Angora|kedi kadı",
    "hy": "գիր գիրք|ե է|օր որ|պատ բատ|Կարս Գարս|ռ ր|ծով ցով|տուն դուն|քար կար|թուր տուր",
    "ru": """
        мой мои|МОЙ МОИ|свой свои|ы и|ш щ|мои\u0306 мои|Карабах Карабаг|война воина|кот код|съел сел|чай чаи
        Баку Бакы|мел мель""",
    "uk": "їх іх|київ киів|ґрати грати|ліс лис|й и|їжа іжа",
    "ka": "ო ა|კ ქ|პური ფური|ტბა თბა|წელი ცელი|ყელი ქელი|ჭა ჩა",
    "ar": "كتاب كتب|حرب جرب|مدن مدينة|سلام اسلام|قلب كلب|دار دور",
    "he": "ספר סופר|ל ר|כתב קתב|שיר סיר|עת את",
    "de": "Straße Strase|Müller Mueller|Maße Mase|Tor Tür|Uhr Ohr",
    "en": "archive archives|form from|theatre theater|colour color|Reading riding|o0 oo",
}


def pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return language and both spellings of each line of a table."""
    found = []
    for language, lines in table.items():
        for line in lines.replace("\n", "|").split("|"):
            if line.strip():
                one, other = line.split()
                found.append((language, one, other))
    return found
