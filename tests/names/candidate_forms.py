"""Invented sentences by language with the names that must be proposed, and no others; "-" where there is none.

Kinds: p person, o organisation, l place. The order does not matter.
"""

SENTENCES = {
    "az": """
        Baş nazir Kamal Orluyev kitabxananı açdı. | p Kamal Orluyev
        Deputat Nigar Səfərlinin sözlərini hamı eşitdi. | p Nigar Səfərli
        Kitab Rəşid Çaylıyevə verildi. | p Rəşid Çaylıyev
        Bunu jurnalist Anar Bulaqzadə bildirib. | p Anar Bulaqzadə
        Kamal müəllim dərsə gecikdi. | p Kamal
        Leyla xanım Orluyeva şeir oxudu. | p Leyla Orluyeva
        Məktubu Xarici İşlər Nazirliyinə göndərdilər. | o Xarici İşlər Nazirliyi
        Azərbaycan Respublikasının Kitab Nazirliyində iclas oldu. | o Azərbaycan Respublikasının Kitab Nazirliyi
        Çay Evi Cəmiyyətinin üzvləri gəldi. | o Çay Evi Cəmiyyəti
        Qələm Yazıçılar Birliyindən xəbər yoxdur. | o Qələm Yazıçılar Birliyi
        Onlar Çaylı şəhərində yaşayırdılar. | l Çaylı
        Yeni yol Bulaqlı kəndinə çatdı. | l Bulaqlı
        Qatar Bakıdan çıxdı. | l Bakı
        Sərgi Gəncədə açıldı. | l Gəncə
        Kamal Orluyev Bakıda çıxış etdi. | p Kamal Orluyev; l Bakı
        Kamal Orluyev gəldi. Orluyevin kitabı satıldı. | p Kamal Orluyev
        Vəkil Elçin Daşqınov susdu, Daşqınovdan cavab gəlmədi. | p Elçin Daşqınov
        İclası Təhsil nazirliyi keçirdi. | o Təhsil nazirliyi
        Qazançı Bankı bağlandı. | o Qazançı Bankı
        Nazir Tural Gölzadə Tbilisiyə uçdu. | p Tural Gölzadə; l Tbilisi
        Kitabda Nigar Səfərli və Anar Bulaqzadə haqqında yazılıb. | p Nigar Səfərli; p Anar Bulaqzadə
        Dünən hava yaxşı idi və hamı evdə qaldı. | -
        Kitablar, dəftərlər və qələmlər masada idi. | -
        Bu gün çərşənbə axşamıdır, sabah isə bazar. | -
        Müəllimlər iclasa getdi. Sonra hamı dağıldı. | -
        """,
    "tr": """
        Başbakan Defne Kayaoğlu kütüphaneyi açtı. | p Defne Kayaoğlu
        Milletvekili Arda Pınarlı'nın sözleri unutulmadı. | p Arda Pınarlı
        Gazeteci Selin Yazıcı'ya mektup geldi. | p Selin Yazıcı
        Bunu yazar Murat Derebey söyledi. | p Murat Derebey
        Mehmet Bey derse geç kaldı. | p Mehmet Bey
        Ayşe Hanım şiir okudu. | p Ayşe Hanım
        Mektubu Dışişleri Bakanlığı'na gönderdiler. | o Dışişleri Bakanlığı
        Türkiye Kitap Bakanlığı karar verdi. | o Türkiye Kitap Bakanlığı
        Çay Evi Derneği'nin üyeleri geldi. | o Çay Evi Derneği
        Karar Pınarova Üniversitesinde alındı. | o Pınarova Üniversitesi
        Onlar Çayova şehrinde yaşıyordu. | l Çayova
        Yeni yol Pınarbucak köyüne ulaştı. | l Pınarbucak
        Tren Ankara'dan kalktı. | l Ankara
        Sergi İzmir'de açıldı. | l İzmir
        Defne Kayaoğlu Ankara'da konuştu. | p Defne Kayaoğlu; l Ankara
        Defne Kayaoğlu geldi. Kayaoğlu'nun kitabı satıldı. | p Defne Kayaoğlu
        Avukat Levent Taşdelen sustu, Taşdelen'den yanıt gelmedi. | p Levent Taşdelen
        Toplantıyı Kitapseverler derneği düzenledi. | o Kitapseverler derneği
        Çayova Bankası kapandı. | o Çayova Bankası
        Bakan Onur Gölbaşı Tiflis'e uçtu. | p Onur Gölbaşı; l Tiflis
        Kitapta Selin Yazıcı ve Murat Derebey anlatılıyor. | p Selin Yazıcı; p Murat Derebey
        Dün hava güzeldi ve herkes evde kaldı. | -
        Kitaplar, defterler ve kalemler masadaydı. | -
        Bugün salı, yarın çarşamba. | -
        Öğretmenler toplantıya gitti. Sonra herkes dağıldı. | -
        """,
    "ru": """
        Министр Иван Заречный открыл библиотеку. | p Иван Заречный
        Слова депутата Анны Кузиной запомнили. | p Анна Кузина
        Письмо передали Ивану Петровичу Сидорову. | p Иван Петрович Сидоров
        Об этом сообщил журналист Дмитрий Ковальчук. | p Дмитрий Ковальчук
        «Хорошо», — сказала Мария Лугова. | p Мария Лугова
        Книгу написали с Олегом Бережным. | p Олег Бережный
        Письмо отправили в Министерство иностранных дел России. | o Министерство иностранных дел России
        В Министерстве культуры Азербайджана отметили праздник. | o Министерство культуры Азербайджана
        Члены Общества любителей книги собрались утром. | o Общество любителей книги
        Выставку устроил Заречный институт книги. | o Заречный институт книги
        Они жили в городе Заречье. | l Заречье
        Дорога дошла до деревни Луговое. | l Луговое
        Поезд вышел из Москвы. | l Москва
        Выставка открылась в Гяндже. | l Гянджа
        Сидорова встретили в Баку, а Анну Кузину в Москве. | p Сидорова; l Баку; p Анна Кузина; l Москва
        Иван Сидоров приехал. Книгу Сидорова продали. | p Иван Сидоров
        Адвокат Павел Бережной молчал, от Бережного ответа не было. | p Павел Бережной
        Банк «Заречье» закрыли. | o Заречье
        И. П. Сидоров и А. Н. Кузина уехали. | p И. П. Сидоров; p А. Н. Кузина
        Посол Тарас Лугов вылетел в Тбилиси. | p Тарас Лугов; l Тбилиси
        Книга о Марии Луговой и Дмитрии Ковальчуке вышла. | p Мария Лугова; p Дмитрий Ковальчук
        Вчера была хорошая погода, и все остались дома. | -
        Книги, тетради и ручки лежали на столе. | -
        Сегодня вторник, завтра среда. | -
        Учителя пошли на собрание. Потом все разошлись. | -
        """,
    "hy": """
        Վարչապետ Արամ Գրքունյանը բացեց գրադարանը։ | p Արամ Գրքունյան
        Պատգամավոր Անի Լուսաբերյանի խոսքերը հիշեցին։ | p Անի Լուսաբերյան
        Նամակը տվեցին Գրիգոր Աղբյուրյանին։ | p Գրիգոր Աղբյուրյան
        Այդ մասին հայտնեց լրագրող Կարեն Դաշտոյանը։ | p Կարեն Դաշտոյան
        «Լավ է»,- ասաց Մարիամ Ծաղկունյանը։ | p Մարիամ Ծաղկունյան
        Պարոն Աղբյուրյանը ուշացավ։ | p Աղբյուրյան
        Նամակն ուղարկեցին Արտաքին գործերի նախարարություն։ | o Արտաքին գործերի նախարարություն
        Հայաստանի Հանրապետության գրքի նախարարությունում ժողով եղավ։ | o Հայաստանի Հանրապետության գրքի նախարարություն
        Գրասերների միության անդամները եկան։ | o Գրասերների միություն
        Որոշումն ընդունվեց Գյումրու համալսարանում։ | o Գյումրու համալսարան
        Նրանք ապրում էին Դաշտաձոր գյուղում։ | l Դաշտաձոր
        Ճանապարհը հասավ Ծաղկաշեն քաղաքին։ | l Ծաղկաշեն
        Գնացքը դուրս եկավ Երևանից։ | l Երևան
        Ցուցահանդեսը բացվեց Բաքվում։ | l Բաքու
        Արամ Գրքունյանը Երևանում խոսեց։ | p Արամ Գրքունյան; l Երևան
        Արամ Գրքունյանը եկավ։ Գրքունյանի գիրքը վաճառվեց։ | p Արամ Գրքունյան
        Փաստաբան Տիգրան Քարաձյանը լռեց, Քարաձյանից պատասխան չեղավ։ | p Տիգրան Քարաձյան
        Ժողովը վարեց Դաշտաձորի գրադարանը։ | o Դաշտաձորի գրադարան
        Դեսպան Սամվել Լեռնյանը մեկնեց Թբիլիսի։ | p Սամվել Լեռնյան; l Թբիլիսի
        Գրքում գրված է Անի Լուսաբերյանի և Կարեն Դաշտոյանի մասին։ | p Անի Լուսաբերյան; p Կարեն Դաշտոյան
        Նկարիչ Լևոն Թերթեանի գիրքը տպուեց։ | p Լևոն Թերթեան
        Երեկ եղանակը լավ էր, և բոլորը տանը մնացին։ | -
        Գրքերը, տետրերը և գրիչները սեղանին էին։ | -
        Այսօր երեքշաբթի է, վաղը՝ չորեքշաբթի։ | -
        Ուսուցիչները գնացին ժողովի։ Հետո բոլորը ցրվեցին։ | -
        """,
    "uk": """
        Міністр Остап Коваленко відкрив бібліотеку. | p Остап Коваленко
        Слова депутата Олени Лугової запам'ятали. | p Олена Лугова
        Лист передали Тарасові Заріцькому. | p Тарас Заріцький
        Про це повідомив журналіст Дмитро Ковальчук. | p Дмитро Ковальчук
        «Добре», — сказала Марія Шевчук. | p Марія Шевчук
        Лист надіслали до Міністерства закордонних справ України. | o Міністерство закордонних справ України
        Члени Товариства любителів книги зібралися вранці. | o Товариство любителів книги
        Вони жили в місті Заріччя. | l Заріччя
        Потяг вийшов із Києва. | l Київ
        Виставка відкрилася у Львові. | l Львів
        Тарас Заріцький приїхав. Книгу Заріцького продали. | p Тарас Заріцький
        Посол Роман Ткаченко вилетів до Тбілісі. | p Роман Ткаченко; l Тбілісі
        Учора була гарна погода, і всі лишилися вдома. | -
        Книги, зошити та ручки лежали на столі. | -
        Сьогодні вівторок, завтра середа. | -
        """,
    "ka": """
        მინისტრმა ნოდარ წიგნაძემ ბიბლიოთეკა გახსნა. | p ნოდარ წიგნაძე
        დეპუტატ ნინო ველაშვილის სიტყვები დაიმახსოვრეს. | p ნინო ველაშვილი
        წერილი გიორგი მთაშვილს გადასცეს. | p გიორგი მთაშვილი
        ჟურნალისტმა ლევან წყაროშვილმა თქვა, რომ ყველაფერი კარგადაა. | p ლევან წყაროშვილი
        წერილი საქართველოს საგარეო საქმეთა სამინისტროში გაგზავნეს. | o საქართველოს საგარეო საქმეთა სამინისტრო
        მატარებელი თბილისიდან გავიდა. | l თბილისი
        გამოფენა ბათუმში გაიხსნა. | l ბათუმი
        ნოდარ წიგნაძე თბილისში ჩავიდა. | p ნოდარ წიგნაძე; l თბილისი
        ნოდარ წიგნაძე მოვიდა. წიგნაძის წიგნი გაიყიდა. | p ნოდარ წიგნაძე
        ელჩი ზურაბ ტყეშვილი ბაქოში ჩაფრინდა. | p ზურაბ ტყეშვილი; l ბაქო
        წიგნში ნინო ველაშვილი და ლევან წყაროშვილი არიან. | p ნინო ველაშვილი; p ლევან წყაროშვილი
        გუშინ კარგი ამინდი იყო და ყველა სახლში დარჩა. | -
        წიგნები, რვეულები და კალმები მაგიდაზე იყო. | -
        დღეს სამშაბათია, ხვალ ოთხშაბათი. | -
        მასწავლებლები კრებაზე წავიდნენ. შემდეგ ყველა დაიშალა. | -
        """,
}
