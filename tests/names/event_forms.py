"""Invented sentences with events, by language; " | " parts them from what must be proposed, ";" the events."""

EVENTS = {
    "en": """
        People spoke of the 44-day war for years. | 44-day war
        After the Second Valley War the mill stood empty. | Second Valley War
        The summit of 8 August lasted an hour. | summit of 8 August
        They signed the Orford Accords in a barn. | Orford Accords
        The ceasefire agreement of 1994 was never printed. | ceasefire agreement of 1994
        He fought in the Battle of Millbrook. | Battle of Millbrook
        The Lisbon Book Forum opens today. | Lisbon Book Forum
        Nobody forgot the earthquake of 7 December 1988. | earthquake of 7 December 1988
        She voted in the elections of 2018. | elections of 2018
        We watched the 1998 World Cup on a small set. | 1998 World Cup
        A film about the Millbrook massacre was shown. | Millbrook massacre
        The November 10 statement hung on the wall. | November 10 statement
        World War II ended. | World War II
        The Treaty of Orford is lost. | Treaty of Orford
        They marked the 30th anniversary of the Republic. | 30th anniversary of the Republic
        """,
    "az": """
        Kənd 44 günlük müharibədən sonra boşaldı. | 44 günlük müharibə
        O, İkinci Çaylı müharibəsində yaralandı. | İkinci Çaylı müharibəsi
        Hamı 8 avqust sammitini gözləyirdi. | 8 avqust sammiti
        Qəzet 1988-ci il zəlzələsindən yazdı. | 1988-ci il zəlzələsi
        Onlar Çaylı Bəyannaməsini oxudular. | Çaylı Bəyannaməsi
        2018-ci il prezident seçkilərində iştirak etdi. | 2018-ci il prezident seçkiləri
        Muzeydə Çaylı soyqırımının sənədləri var. | Çaylı soyqırımı
        10 noyabr 2020-ci il tarixli bəyanatın mətni itib. | 10 noyabr 2020-ci il tarixli bəyanat
        """,
    "tr": """
        Köy 44 günlük savaştan sonra boşaldı. | 44 günlük savaş
        Dedem İkinci Dünya Savaşı'nda askerdi. | İkinci Dünya Savaşı
        Herkes 8 Ağustos zirvesini konuştu. | 8 Ağustos zirvesi
        Kitap 1999 Marmara depremini anlatıyor. | 1999 Marmara depremi
        Öğrenciler Çayova Antlaşması'nı okudu. | Çayova Antlaşması
        Gazete 2018 seçimlerinden söz etti. | 2018 seçimleri
        """,
    "ru": """
        После 44-дневной войны деревня опустела. | 44-дневная война
        Он воевал во Второй заречной войне. | Вторая заречная война
        На саммите 8 августа говорили о книгах. | саммит 8 августа
        Книга о землетрясении 7 декабря 1988 года. | землетрясение 7 декабря 1988 года
        Деды помнили битву под Заречьем. | битва под Заречьем
        О президентских выборах 2018 года писали мало. | президентские выборы 2018 года
        Архив Заречной резни закрыт. | Заречная резня
        Свидетели погрома в Заречье молчали. | погром в Заречье
        Текст заявления от 9 ноября 2020 года утерян. | заявление от 9 ноября 2020 года
        """,
    "uk": """
        Після 44-денної війни село спорожніло. | 44-денна війна
        Він писав про Другу світову війну. | Друга світова війна
        На саміті 8 серпня говорили про книги. | саміт 8 серпня
        Після виборів 2019 року все змінилося. | вибори 2019 року
        """,
    "hy": """
        Գյուղը 44-օրյա պատերազմից հետո դատարկվեց։ | 44-օրյա պատերազմ
        Նա գրեց Արցախյան երկրորդ պատերազմի մասին։ | Արցախյան երկրորդ պատերազմ
        Բոլորը սպասում էին օգոստոսի 8-ի գագաթնաժողովին։ | օգոստոսի 8-ի գագաթնաժողով
        Նա հիշում էր 1988 թվականի դեկտեմբերի 7-ի երկրաշարժը։ | 1988 թվականի դեկտեմբերի 7-ի երկրաշարժ
        Թերթը գրեց 2018 թվականի ընտրությունների մասին։ | 2018 թվականի ընտրություններ
        """,
    "ka": """
        სოფელი 44-დღიანი ომის შემდეგ დაცარიელდა. | 44-დღიანი ომი
        წიგნი მეორე მსოფლიო ომზე დაიკარგა. | მეორე მსოფლიო ომი
        ყველა 8 აგვისტოს სამიტს ელოდა. | 8 აგვისტოს სამიტი
        2018 წლის არჩევნების შემდეგ გაზეთი დაიხურა. | 2018 წლის არჩევნები
        """,
}

NO_EVENTS = {
    "en": """
        The war was long. He said the first war was lost. In 2020 war broke out. A trade agreement is near.
        The Russian elections were dull. French protests went on. She met James. An earthquake shook the town.
        Talks of peace go on. He has a first meeting.
        """,
    "az": """
        Müharibə bitdi. Bakıda müharibə yoxdur. 2018-ci ildə seçkilər keçirildi. Zəlzələ oldu. Birinci görüş uzun çəkdi.
        Azərbaycanın müharibəsi deyil. Sammit başa çatdı. 8 avqustda sammit olacaq.
        """,
    "tr": "Savaş bitti. Ankara'da deprem oldu. 2018 yılında seçim yapıldı. İlk görüşme uzun sürdü. Zirve sona erdi.",
    "ru": """
        Война закончилась. Путин начал войну. В 2018 году выборы отменили. Новая война не нужна. Землетрясение было
        слабым. Первая встреча прошла хорошо. Саммит завершился. Иван Сидоров и битва.
        """,
    "uk": "Війна закінчилася. У 2019 році вибори скасували. Нова війна не потрібна. Перша зустріч минула.",
    "hy": "Պատերազմն ավարտվեց։ Սա երկրաշարժ էր։ Դեկտեմբերի 7-ին երկրաշարժ եղավ։ Առաջին հանդիպումը երկար էր։",
    "ka": "ომი დამთავრდა. 2018 წელს არჩევნები იყო. მიწისძვრა ძლიერი იყო. პირველი შეხვედრა ხანგრძლივი იყო.",
}
