"""Forms of invented and generic names: what must be found whole, and what must not be found.

Keys: language of the text, kind of the record, its name. Forms are parted by ";".
"""

FORMS = {
    ("az", "person", "Kamal Orluyev"): """
        Kamal Orluyev; Kamal Orluyevin; Kamal Orluyevə; Kamal Orluyevi; Kamal Orluyevdə; Kamal Orluyevdən;
        Kamal Orluyevlə; Kamal Orluyevdir; KAMAL ORLUYEV; Kamal bəy Orluyevin; K. Orluyev; K.Orluyevə; K.R. Orluyevdən;
        Orluyev Kamal; Orluyev, Kamal; Orluyev K.; Kamal Rəşid oğlu Orluyev; Kamal Orluyev Rəşid oğlu;
        Orluyev Kamal Rəşid oğlu; Kamal Orluyev'in
        """,
    ("az", "person", "Nigar Səfərli"): """
        Nigar Səfərlinin; Nigar Səfərliyə; Nigar Səfərlini; Nigar Səfərlidən; Nigar Səfərlidə; Nigar Səfərliyə;
        Nigar xanım Səfərli; N. Səfərlinin; Nigar Seferli
        """,
    ("az", "person", "Orlu Anar Rəşid oğlu"): """
        Orlu Anar Rəşid oğlu; Anar Orlu; Anar Orluya; Anar Rəşid oğlu Orlu; A. Orlunun; A.R. Orlu
        """,
    (
        "az",
        "place",
        "Gəncə",
    ): "Gəncə; Gəncənin; Gəncəyə; Gəncəni; Gəncədə; Gəncədən; Gəncədəki; Gence; Gencede; GƏNCƏDƏ",
    ("az", "place", "Bakı"): "Bakı; Bakının; Bakıya; Bakıda; Bakıdan; Bakıdır; Bakımızın; Bakıdakı; Baki; BAKIDA",
    ("az", "place", "Qarabağ"): "Qarabağ; Qarabağın; Qarabağa; Qarabağı; Qarabağda; Qarabağdan; Qarabağının; Qarabağla",
    ("az", "place", "Gəncə şəhəri"): "Gəncə şəhərinin; Gəncə şəhərində; Gəncə şəhərindən; Gəncə şəhərinə; Gəncə şəhəri",
    ("az", "organisation", "Oxu Evi Nazirliyi"): """
        Oxu Evi Nazirliyi; Oxu Evi Nazirliyinin; Oxu Evi Nazirliyinə; Oxu Evi Nazirliyində; Oxu Evi nazirliyindən
        """,
    ("az", "place", "Бакы"): "Бакы; Бакынын; Бакыја; Бакыда; Бакыдан; Бакыдакы",
    ("az", "place", "Гәнҹә"): "Гәнҹәнин; Гәнҹәјә; Гәнҹәдә; Гәнҹәдән",
    ("az", "person", "Камал Орлујев"): "Камал Орлујевин; Камал Орлујевә; Камал Орлујевдән; К. Орлујевин",
    ("az", "place", "Гарабағ"): "Гарабағын; Гарабаға; Гарабағда; Гарабағдан",
    ("az", "organisation", "Kitab Birlik"): "Kitab Birliyin; Kitab Birliyə; Kitab Birliyi; Kitab Birlikdə",
    ("tr", "person", "Defne Kayaoğlu"): """
        Defne Kayaoğlu; Defne Kayaoğlu'nun; Defne Kayaoğlu'na; Defne Kayaoğlunun; D. Kayaoğlu'ndan; Defne Hanım Kayaoğlu
        """,
    ("tr", "place", "Ankara"): "Ankara; Ankara'nın; Ankara'ya; Ankara'dan; Ankarada; Ankaranın; Ankaraya; Ankara’daki",
    ("tr", "place", "Çiçek"): "Çiçeğin; Çiçeğe; Çiçeği; Çiçekte; Çiçekten",
    ("tr", "organisation", "Kitap Dairesi Başkanlığı"): "Kitap Dairesi Başkanlığınca; Kitap Dairesi Başkanlığının",
    ("tr", "place", "Yozgat"): "Yozgat; Yozgat'ta; Yozgatta; Yozgattan; Yozgatın; Yozgatlar",
    ("ru", "person", "Иван Сидоров"): """
        Иван Сидоров; Ивана Сидорова; Ивану Сидорову; Иваном Сидоровым; Иване Сидорове; И. Сидоров; И. Сидорову;
        И.П. Сидорова; И. П. Сидоровым; Сидоров Иван; Сидорова Ивана; Сидоров, Иван; Сидоров И.; Сидорову И. П.;
        Иван Петрович Сидоров; Ивану Петровичу Сидорову; Сидоров Иван Петрович; ИВАН СИДОРОВ
        """,
    ("ru", "person", "Сидорова Анна Петровна"): """
        Анна Сидорова; Анны Сидоровой; Анне Петровне Сидоровой; Анну Сидорову; А. П. Сидоровой; А. Сидоровой;
        Сидоровой Анне Петровне; Сидорова А. П.
        """,
    ("ru", "person", "Дмитрий Заречный"): """
        Дмитрия Заречного; Дмитрию Заречному; Дмитрием Заречным; Дмитрии Заречном; Д. Заречного
        """,
    ("ru", "person", "Мария Заречная"): "Марии Заречной; Марию Заречную; Марией Заречной; М. Заречной",
    ("ru", "person", "Павел Кравец"): "Павла Кравца; Павлу Кравцу; Павлом Кравцом; П. Кравца",
    ("ru", "person", "Джамиль Алиев"): "Джамиля Алиева; Джамилю Алиеву; Дж. Алиева; Д. Алиеву; Джамилем Алиевым",
    ("ru", "person", "Анна Шмидт"): "Анна Шмидт; Анне Шмидт; Анну Шмидт",
    ("ru", "place", "Гянджа"): "Гянджа; Гянджи; Гяндже; Гянджу; Гянджой",
    ("ru", "place", "Казань"): "Казань; Казани; Казанью",
    ("ru", "place", "Саратов"): "Саратов; Саратова; Саратову; Саратовом; Саратове",
    ("ru", "place", "Заречье"): "Заречья; Заречью; Заречье",
    ("ru", "organisation", "Заречный институт книги"): """
        Заречного института книги; Заречному институту книги; Заречным институтом книги; заречном институте книги
        """,
    ("ru", "organisation", "МИД"): "МИД; МИДа; МИДом",
    ("uk", "person", "Олена Шевчук"): "Олени Шевчук; Олені Шевчук; Олену Шевчук; О. Шевчук",
    ("uk", "person", "Тарас Коваленко"): "Тараса Коваленка; Тарасові Коваленку; Тарасом Коваленком; Т. Коваленкові",
    ("uk", "person", "Остап Заріцький"): "Остапа Заріцького; Остапові Заріцькому; О. Заріцьким",
    ("uk", "place", "Харків"): "Харків; Харкова; Харкову; Харковом; Харкові",
    ("uk", "place", "Заріччани"): "Заріччани; Заріччан; Заріччанам; Заріччанами; Заріччанах",
    ("uk", "place", "Ялинка"): "Ялинки; Ялинці; Ялинку; Ялинкою",
    ("hy", "person", "Արամ Պետրոսյան"): """
        Արամ Պետրոսյան; Արամ Պետրոսյանի; Արամ Պետրոսյանին; Արամ Պետրոսյանը; Արամ Պետրոսյանից; Արամ Պետրոսյանով;
        Արամ Պետրոսյանն; Ա. Պետրոսյանի; Պետրոսյան Արամ; Պետրոսյան, Արամ
        """,
    ("hy", "person", "Անի Արա"): "Անի Արայի; Անի Արային; Անի Արան; Անի Արայից",
    ("hy", "place", "Երևան"): "Երևան; Երևանի; Երևանում; Երևանից; Երևանը; Երեւանում; Երևանին; ԵՐԵՎԱՆԻ",
    ("hy", "person", "Հովիկ Սարգիս"): "Հովիկ Սարգսի; Հովիկ Սարգսին; Հովիկ Սարգսից; Հովիկ Սարգիսը",
    ("hy", "organisation", "Գրքի դեսպանատուն"): "Գրքի դեսպանատան; Գրքի դեսպանատանը; Գրքի դեսպանատնից",
    ("hy", "event", "Գրքի պայմանագիր"): "Գրքի պայմանագրի; Գրքի պայմանագիրը; Գրքի պայմանագրով",
    ("hy", "place", "Բաքու"): "Բաքու; Բաքվի; Բաքվում; Բաքվից; Բաքուն; Բաքուից",
    ("hy", "place", "Գյումրի"): "Գյումրիի; Գյումրիում; Գյումրու; Գյումրիից",
    ("hy", "organisation", "Գրքի կառավարություն"): "Գրքի կառավարության; Գրքի կառավարությունը; Գրքի կառավարությունից",
    ("ka", "person", "ნოდარ ბერიძე"): """
        ნოდარ ბერიძე; ნოდარ ბერიძემ; ნოდარ ბერიძის; ნოდარ ბერიძეს; ნოდარ ბერიძესთან; ნოდარ ბერიძისთვის; ბერიძე ნოდარ;
        ნ. ბერიძის
        """,
    ("ka", "person", "გიორგი მელაშვილი"): "გიორგი მელაშვილმა; გიორგი მელაშვილის; გ. მელაშვილს; გიორგი მელაშვილიც",
    ("ka", "place", "თბილისი"): """
        თბილისი; თბილისში; თბილისის; თბილისიდან; თბილისს; თბილისთან; თბილისზე; თბილისამდე; თბილისისთვის; თბილისით
        """,
    ("ka", "place", "წიგნის მოედანი"): "წიგნის მოედნის; წიგნის მოედანზე; წიგნის მოედნიდან; წიგნის მოედანს",
    ("ka", "place", "ბაქო"): "ბაქო; ბაქოში; ბაქოს; ბაქოდან; ბაქოსთან; ბაქომდე",
    ("en", "person", "Lucia Bandini"): """
        Lucia Bandini; LUCIA BANDINI; L. Bandini; L.M. Bandini;
        L. M. Bandini; Bandini, Lucia; Bandini, L.; Bandini Lucia;
        Lucia M. Bandini; Lúcia Bandini
        """,
    (
        "en",
        "person",
        "Lucia Maria Bandini",
    ): "Lucia Bandini; Lucia Maria Bandini; L. M. Bandini; Lucia M. Bandini; L. Bandini",
    ("en", "person", "Jan van der Berg"): "Jan van der Berg; J. van der Berg",
    ("en", "person", "Pat O'Brien"): "Pat O'Brien; Pat O’Brien; P. O'Brien",
    ("en", "place", "Weimar"): "Weimar; WEIMAR",
    (
        "en",
        "organisation",
        "Union of Paper Makers",
    ): "Union of Paper Makers; union of paper makers; Union of Paper makers",
    ("en", "theme", "freeze-drying"): "freeze-drying; Freeze-drying; freeze drying",
    ("en", "event", "Flood of Florence"): "Flood of Florence; flood of Florence",
}

NOT = {
    ("az", "person", "Əli"): """
        Əliağa gəldi; Əliyev dedi; Əlincə kəndi; Aliağa; Əlimərdan; əli ilə; sol əli; Əli-zadə
        """,
    ("az", "person", "Kamal Orluyev"): """
        Kamal Orlu; Rəşid Orluyev; R. Orluyev; K.; Kamala Orluyev; Kamalın Orluyev; Kamal və Orluyev; Kamal. Orluyev;
        Kamal Orluyevovdur; kamal orluyev; Orluyev, Rəşid; Orluyev R.; R. K. Orluyev; Kamal Orluyev-Zal;
        Orluyev Rəşid; Orluyevin evi
        """,
    (
        "az",
        "person",
        "Orlu Anar Rəşid oğlu",
    ): "Anar Kamil oğlu Orlu; Orlu Anar Kamil oğlu; Anar Orlu Kamil oğlu; Orlu; A.K. Orlu",
    ("az", "place", "Бакы"): "Бакылы; Бакыханов; бакы; Бакыов",
    ("az", "place", "Bakı"): "Bakılı; bakı; Bakıxanov; Bakırçı; Bakis; Bakıyev",
    ("az", "place", "Şuşa"): "şuşa qab; Şuşalı; Suşan; Şuşanov",
    ("az", "place", "Gəncə"): "Gəncəvi; Gəncəli; gəncə; Gəncliyə; Gəncənda; Gəncəində",
    (
        "az",
        "organisation",
        "Oxu Evi Nazirliyi",
    ): "Oxu Nazirliyi; Oxu. Evi Nazirliyi; Nazirliyinin; Oxu Evində Nazirliyi",
    ("tr", "person", "Ali"): "Alina; Alişan; ali; Alibey; Alim",
    ("tr", "place", "Van"): "Vanlı; Vancouver; Vandalar; van der",
    ("ru", "person", "Иван Сидоров"): """
        Петр Сидоров; П. Сидоров; Иван Сидоренко; Иван Петров; Сидоров; Иван и Сидоров; Иван. Сидоров; иван сидоров;
        Иван Сидорова; Сидоров, Петр; Сидоров П.; П. И. Сидоров; Иван Сидоровский; Анна Сидорова; Ивановна Сидорова;
        Иван Сидоров-Заречный; Сидоров-Заречный Иван
        """,
    (
        "ru",
        "person",
        "Сидоров Иван Петрович",
    ): "Иван Кузьмич Сидоров; И. К. Сидоров; Сидоров Иван Кузьмич; Сидоров И. К.; К. П. Сидоров",
    ("ru", "place", "Шуша"): "шуша; Шушанна; Шушара",
    ("ru", "place", "Ленск"): "Зеленск; Ленский; Ленская; ленск",
    ("ru", "organisation", "МИД"): "Мид; мид; МИДИЯ; Мидас",
    ("ru", "person", "Роза"): "роза; розы; Розанов; белая роза",
    ("uk", "person", "Тарас Коваленко"): "Т. Коваль; Остап Коваленко; О. Коваленка; Тарас Ковалець; Коваленкові",
    ("uk", "place", "Львів"): "Львівський; львів; Левів",
    (
        "hy",
        "person",
        "Արամ Պետրոսյան",
    ): "Գոռ Պետրոսյան; Գ. Պետրոսյանի; Արամ Պետրոս; Պետրոսյանի; արամ պետրոսյան; Արամ և Պետրոսյան",
    ("hy", "place", "Երևան"): "երևան; Երևանցի; Երևանյան; երևանում",
    ("hy", "person", "Հույս"): "հույս; հույսով; Հույսիկյան",
    ("ka", "person", "ნოდარ ბერიძე"): "გიორგი ბერიძე; გ. ბერიძე; ნოდარ ბერიანი; ბერიძის; ნოდარ და ბერიძე",
    ("ka", "place", "თბილისი"): "თბილისელი; თბილი; თბილისურად",
    ("en", "person", "May"): "Mayor; may; Mayfield; Maya; O'May; Mays",
    ("en", "person", "Rose Field"): "rose field; Rosefield; Rose. Field; Roses Field; R. Fielding; Rose Fields",
    ("en", "person", "Ali"): "Alison; Alin; Alida; Ali-Baba",
    ("en", "person", "Lucia Bandini"): """
        Marco Bandini; M. Bandini; Bandini, Marco;
        Bandini, Lucia Rossi; Lucia Bandinis; Lucia Bandini-Rossi; A. L. Bandini;
        Lucia, Bandini; Lucia and Bandini; Lucia (Bandini)
        """,
    ("en", "place", "Bath"): "bath; Bathtub; Baths; a hot bath",
    ("en", "organisation", "WHO"): "who; Who; WHOM; Whoever",
    ("en", "place", "White House"): "white house; White Houses; White-collar House; White. House",
}
