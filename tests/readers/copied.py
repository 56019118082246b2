"""Invented texts: as people copy them off pages, and as people write them."""

from __future__ import annotations

AZERBAIJANI = """Xəzər Xəbər
Kəndin kitabxanası on ildən sonra yenidən\u00a0açıldı
Kəndin kitabxanası on ildən sonra\u00a0yenidən açıldı
Mədəniyyət
12 mart 2023, 14:05

Kəndin köhnə kitabxanası təmirdən sonra bazar ertəsi günü yenidən oxucuların üzünə açıldı. Binanın damı dəyişdirilib.

Kitabxananın müdiri Sevda Qasımova deyir ki, burada on iki min\u00a0kitab saxlanılır.

Açılışda müəllimlər, valideynlər və kənd sakinləri iştirak ediblər.

Facebook
Twitter
WhatsApp
Digər xəbərlər
В городе открыли новый парк для детей
Синоптики обещают дождь на выходных
"""

RUSSIAN = """Вечерний Лорм
Главная
Новости
Культура
Музей старой почты принял первых посетителей
14 мая 2021, 10:00
Музей старой почты принял первых посетителей
В субботу в здании бывшей почты открылся музей, где собраны письма, марки и сумки почтальонов за сто лет.
По словам хранителя Анны Лугиной, большую часть предметов принесли жители: «Люди несли целые чемоданы открыток».
Музей работает каждый день, кроме понедельника, а вход для детей и учителей города останется свободным.
Поделиться
ВКонтакте
Читайте также
Mayor opens a new bridge over the river
© 2021 Вечерний Лорм. Все права защищены
"""

ARMENIAN = """Լուրեր
Գյուղի գրադարանը վերաբացվեց
Գյուղի գրադարանը վերաբացվեց
5 ապրիլի, 2022

Գյուղի գրադարանը երկու տարվա նորոգումից հետո կրկին բացեց դռները ընթերցողների առաջ։ Նոր սրահում քառասուն տեղ կա։

Գրադարանի վարիչն ասաց, որ գրքերի մեծ մասը նվիրել են բնակիչները։

Կիսվել
Facebook
Другие новости
В городе открыли парк
"""

TURKISH = """Anasayfa
Gündem
Spor
Köy kütüphanesi yeniden açıldı
Giriş: 03.04.2022 - 09:15
Köy kütüphanesi iki yıllık onarımın ardından pazartesi günü okurlarına yeniden kavuştu. Yeni salonda kırk yer bulunuyor.
Kütüphane müdürü, kitapların büyük bölümünün bağışlarla toplandığını söyledi.
Paylaş
Facebook
Twitter
Benzer haberler
Yeni park açıldı
"""

ENGLISH = """The Lorm Evening Post
The old post office opens as a museum
The old post office opens as a museum
Culture
By Anna Lugin
March 14, 2020

The old post office in the market square opened on Saturday as a museum of letters, stamps and bags of a hundred years.

"People came with whole suitcases of postcards," said its keeper, who has collected them since the spring.

The museum is open every day except Monday, and entry is free for children.

Share on Facebook
Tweet
Related stories
New bridge over the river
© 2020 The Lorm Evening Post. All rights reserved.
"""

# Nothing may be cut from these.
WRITTEN = {
    "a list": "Zəng et: Sevda\nçörək\nsüd\nyumurta\n",
    "verse with a refrain": (
        "Uca dağlar\n\nUca dağlar başı qardır,\nYolları var, izi dardır,\nBir quş uçar göy"
        " üzündə,\nQanadında bir xəbərdir.\n\n"
        "Uca dağlar, uca dağlar,\nKim gələr, kim gözü ağlar,\nUca dağlar, uca dağlar,\nBulaqları gecə çağlar.\n"
    ),
    "verse": "На тихой улице зима,\nГорят окошки, спят дома,\nИ кто-то в валенках идёт\nИ песню тихую поёт.\n",
    "a letter": (
        "Sevgili kardeşim,\n\nMektubunu dün aldım. Annem iyi, bahçedeki ağaçlar çiçek açtı. Seni çok özledik.\n\n"
        "Babam diyor ki, yazın gelirsen birlikte yaylaya çıkarız. Sana fotoğraf da gönderiyorum.\n\n"
        "Selamlar,\nAyşe\n\nNot: Facebook adresimi değiştirdim.\n"
    ),
    "a letter with its date": (
        "Lorm, 4 March 1921\n\nDear Anna,\n\nYour letter came on Tuesday and we read it aloud at supper."
        " The roads are bad"
        " and the post is slow.\n\nFather says the mill will open again in spring.\n\nYours,\nMark\n"
    ),
    "an interview": (
        "Հարցազրույց Անահիտի հետ\n\n— Որտե՞ղ եք ծնվել։\n— Գյուղում, գետի մոտ։\n— Ովքե՞ր էին ձեր հարևանները։\n"
        "— Տարբեր մարդիկ, բոլորն էլ աշխատում էին այգիներում և գալիս էին երեկոյան մեր տուն։\n— Հիշո՞ւմ եք"
        " դպրոցը։\n— Այո։\n"
    ),
    "an interview with speakers": (
        "Интервью с Марией П., записано в её доме\n\nВопрос: Где вы родились?\nОтвет: В селе, у реки.\nВопрос: Кто были"
        " ваши соседи?\nОтвет: Разные люди. По праздникам собирались все вместе.\nВопрос: Помните школу?\nОтвет: Да.\n"
    ),
    "things to bring": (
        "Things to bring to the meeting\n\n- the minutes of March\n- two chairs\n- the key of the hall\n- stamps\n"
        "- a list of members\n- coffee\n- Facebook page print-out\n"
    ),
    "wrapped mail": (
        "Dear all,\n\nthe hall is booked for Saturday and we need somebody who opens it at nine\nin the"
        " morning. The key is"
        " with Anna, who lives beside the school, and she\nwants it back in the evening. Please tell me who"
        " can do it.\n\n"
        "The minutes of the last meeting are on Facebook.\n\nBest wishes\nMark\n"
    ),
    "minutes": (
        "Minutes of the meeting, 12 March 2019\n\nPresent: Anna, Mark, Lucia\n\n1. Roof\nThe roof of the"
        " hall leaks. Mark asks"
        " three builders for their prices.\n2. Library\nLucia has forty new books.\n3. Next meeting\n9 April 2019\n"
    ),
    "a diary": (
        "12 mart 2023\n\nBu gün kitabxanaya getdim. Orada köhnə qəzetlər var idi, onları oxudum və axşama"
        " qədər qaldım.\n\n"
        "13 mart 2023\n\nYağış yağdı. Evdə qaldım, məktub yazdım.\n"
    ),
    "a recipe": (
        "Пирог с яблоками\n\nМука 300 г\nМасло 150 г\nСахар 100 г\nЯблоки 4 шт\n\nМуку перетереть с маслом и сахаром,"
        " выложить в форму. Яблоки нарезать и положить сверху.\nПечь сорок минут.\n"
    ),
    "notes on sources": (
        "Source notes\n\nFacebook group of the village: photos from 1970, no names.\nTelegram channel: only"
        " since 2019.\n"
        "YouTube: one film of the opening of the mill museum, 12 minutes, 2008.\n\nWhat is missing is anything from the"
        " years between the wars; ask at the library.\n"
    ),
    "a song": (
        "Couplet\nThe mill is turning, turning round\n\nRefrain\nOh river, river, carry me\nOh river,"
        " river, carry me\n\n"
        "Couplet\nThe miller's daughter, never found\n\nRefrain\nOh river, river, carry me\nOh river, river, carry me\n"
    ),
    "a mail with its head": (
        "From: Anna <anna@lorm.org>\nTo: Mark <mark@lorm.org>\nDate: 12 March 2019 10:15\nSubject: The"
        " key\n\nDear Mark, the"
        " key of the hall is with the school now, and they close at four in the afternoon.\n\nBest\nAnna\n"
    ),
    "paragraphs": (
        "The mill stood at the river until the flood of 1931, and after that only its stones were"
        " left.\n\nPeople took them"
        " for their houses. Some of these can still be seen.\n\nNobody remembers the name of the miller.\n"
    ),
    "a list between paragraphs": (
        "Что взять с собой\n\nПеред поездкой составьте список:\n\nпаспорт\nбилет\nтёплая"
        " одежда\nзонт\n\nВсё остальное можно"
        " купить на месте, потому что в городе есть магазины и рынок.\n"
    ),
}
