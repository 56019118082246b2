"""Azerbaijani words around names."""

from __future__ import annotations

from curator.names.candidate_words.word_lists import WordLists

WORDS = WordLists(
    language="az",
    honorifics="cənab hörmətli mərhum",
    honorifics_after="bəy xanım müəllim ağa əfəndi həkim",
    offices="""
        prezident prezidenti nazir naziri deputat deputatı vəkili səfir səfiri general polkovnik kapitan mayor
        leytenant polkovnik-leytenant direktor direktoru sədr sədri rəhbər rəhbəri rəis rəisi müavin müavini
        katib katibi redaktor redaktoru jurnalist jurnalisti müxbir müxbiri şair şairi yazıçı yazıçısı alim
        professor akademik tarixçi vəkil hakim hakimi prokuror prokuroru komandan komandanı çempion çempionu
        aktyor aktyoru aktrisa müğənni müğənnisi bəstəkar rəssam rejissor məşqçi məşqçisi futbolçu hərbçi şəhid
        qəhrəman nümayəndə nümayəndəsi sözçü sözçüsü kansler kansleri kral kraliça padşah şah imam şeyx ekspert
        eksperti politoloq iqtisadçı icmalçı ombudsman rektor rektoru dekan başçı başçısı qubernator qubernatoru
        milyarder adamı blogger bloqer fəal fəalı xadim xadimi dirijor hərbi marşal admiral nazir naziri
        məsləhətçi məsləhətçisi müşavir müşaviri aparıcı aparıcısı lider lideri
    """,
    office_parts="""
        baş vitse millət iş bələdiyyə birinci sabiq keçmiş yeni hazırkı milli məclis xarici daxili işlər müdafiə
        maliyyə təhsil səhiyyə ədliyyə mədəniyyət iqtisadiyyat dövlət xalq əməkdar tanınmış məşhur icra
        hakimiyyətinin ölkə ölkənin idarə heyəti şöbəsinin ordu kinorejissor
    """,
    reporting="""
        dedi deyib deyir demişdi demişdir bildirdi bildirib bildirir bildirmişdir söylədi söyləyib söyləyir qeyd
        vurğuladı vurğulayıb vurğulayır açıqladı açıqlayıb xatırladıb xatırlatdı yazdı yazıb yazır əlavə danışıb
        danışdı təsdiqlədi təsdiqləyib cavablandırdı soruşdu hesab xəbərdarlıq təklif çağırıb iddia
    """,
    reporting_beginnings="bildir vurğula açıqla",
    organisations="""
        nazirlik nazirliyi komitə komitəsi şirkət şirkəti agentlik agentliyi cəmiyyət cəmiyyəti birlik birliyi
        ittifaq ittifaqı partiya partiyası bank bankı fond fondu universitet universiteti institut institutu
        akademiya akademiyası məclis məclisi parlament parlamenti hökumət hökuməti məhkəmə məhkəməsi prokurorluq
        prokurorluğu idarə idarəsi xidmət xidməti mərkəz mərkəzi təşkilat təşkilatı şura şurası komissiya
        komissiyası federasiya federasiyası assosiasiya assosiasiyası klub klubu teatr teatrı muzey muzeyi
        kitabxana kitabxanası məktəb məktəbi lisey liseyi qəzet qəzeti jurnal jurnalı televiziya televiziyası
        radio radiosu kanal kanalı ordu ordusu qüvvələri qoşunları diaspor diasporu alyans alyansı holdinq
        holdinqi qrup qrupu konfederasiya konfederasiyası kollegiya kollegiyası palata palatası liqa liqası
        hərəkat hərəkatı cəbhə cəbhəsi kafedra nəşriyyat nəşriyyatı xəstəxana xəstəxanası arxiv arxivi
        administrasiya administrasiyası aparat aparatı müdirlik səfirlik səfirliyi konsulluq konsulluğu icma
        icması heyət heyəti kabinet kabineti baş konsulluğu dəmiryolu polisi inspeksiya inspeksiyası bələdiyyəsi
        hava yolları hakimiyyəti redaksiyası studiyası orkestri filarmoniyası departamenti
    """,
    companies="mmc asc qsc osc",
    places="""
        şəhəri şəhər rayonu rayon kəndi kənd qəsəbəsi qəsəbə küçəsi küçə prospekti prospekt meydanı çayı gölü
        dənizi dağı dağları vadisi adası körfəzi vilayəti əyaləti mahalı bölgəsi yarımadası körpüsü limanı
        metrosu səhrası okeanı boğazı düzü
    """,
    known_places="""
        Azərbaycan Bakı Gəncə Sumqayıt Şuşa Xankəndi Naxçıvan Lənkəran Şəki Quba Qəbələ Mingəçevir Ağdam Füzuli
        Cəbrayıl Zəngilan Qubadlı Laçın Kəlbəcər Xocalı Xocavənd Qarabağ Zəngəzur Tovuz Qazax Şamaxı Salyan
        Bərdə Tərtər Ağdərə İsmayıllı Masallı Astara Xaçmaz Göyçay Yevlax Şirvan Abşeron Ermənistan İrəvan Gümrü
        Gürcüstan Tbilisi Batumi Borçalı Türkiyə Ankara İstanbul İzmir Qars İran Tehran Təbriz Ərdəbil Urmiya
        Rusiya Moskva Peterburq Dağıstan Dərbənd Çeçenistan Ukrayna Kiyev Belarus Minsk Qazaxıstan Astana
        Özbəkistan Daşkənd Qırğızıstan Bişkek Türkmənistan Aşqabad Tacikistan Düşənbə ABŞ Amerika Vaşinqton
        Avropa Asiya Afrika Almaniya Berlin Fransa Paris İngiltərə Britaniya London İtaliya Roma İspaniya Madrid
        Polşa Varşava Yunanıstan Afina Çin Pekin Yaponiya Tokio Hindistan Pakistan İsrail Suriya İraq Misir
        Səudiyyə Livan Qətər Kanada Meksika Braziliya Argentina Avstraliya İsveç Norveç Finlandiya Danimarka
        Niderland Belçika Brüssel Avstriya Vyana İsveçrə Cenevrə Macarıstan Budapeşt Rumıniya Bolqarıstan
        Serbiya Moldova Litva Latviya Estoniya Əfqanıstan Qafqaz Naxçivan Xəzər Kür Araz Portuqaliya Koreya
        Venesuela Kuba Sloveniya Slovakiya Çexiya Xorvatiya Qəzza Küveyt Oman Dubay Kolumbiya Nigeriya Namibiya
        Monako Malayziya İndoneziya Vyetnam Tailand Efiopiya Somali Sudan Tunis Əlcəzair Mərakeş Keniya Peru
        Çili Ekvador Boliviya Uruqvay Paraqvay İrlandiya Şotlandiya İslandiya Lüksemburq Kipr Malta Albaniya
        Kosovo Bosniya Monteneqro Makedoniya Bəhreyn Yəmən İordaniya Fələstin Banqladeş Nepal Monqolustan
        Sinqapur Filippin Nyu-York Kaliforniya Texas Florida Antalya Bursa Trabzon Nevada Səbail Binəqədi Xətai
        Nəsimi Nərimanov Yasamal Suraxanı Pirallahı Qaradağ
    """,
    place_names="Birləşmiş Ştatlar; Cənubi Qafqaz; Dağlıq Qarabağ; Qara dəniz; Yaxın Şərq; Orta Asiya;"
    " Cənubi Azərbaycan",
    and_="və",
    calendar="""
        yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr bazar şənbə çərşənbə cümə
        novruz
    """,
    peoples="""
        azərbaycanlı erməni türk rus gürcü ingilis alman fransız ukraynalı özbək qazax türkmən ərəb fars kürd
        ləzgi amerikalı müsəlman xristian yəhudi sovet çinli
    """,
    given_names="""
        Əli Vəli Həsən Hüseyn Məhəmməd Məmməd Əhməd Mahmud İlham Heydər Ramiz Rəşid Rauf Elmar Elçin Elşən Elnur
        Anar Samir Tural Orxan Ramil Rüfət Vüqar Vaqif Namiq Nazim Nizami Nərgiz Leyla Aygün Nigar Sevda Sevil
        Gülnar Günel Aysel Aytən Lalə Könül Mehriban Zəhra Fatimə Kamal Kərim Kamran Fərid Fuad Emin Eldar Elxan
        Ceyhun Ceyhan Cavid Cəlil Adil Azər Araz Babək Bəhruz Fikrət Habil Hikmət İbrahim İsa İsmayıl İqbal
        Mübariz Mirzə Musa Natiq Novruz Oqtay Polad Rasim Rövşən Ruslan Sabir Səməd Səid Şahin Şəhriyar Tofiq
        Teymur Tahir Yaşar Yusif Zakir Zaur Ülviyyə Xalid Xəlil Esmira Elmira Səbinə Fidan Arzu Arif Asif Ağa
        Afaq Ədalət Ənvər Mikayıl Nikol Vladimir Donald Rəcəb Nəriman Üzeyir Qara Süleyman Çingiz Abdulla Aydın
    """,
    never="ii iii iv vi vii viii ix xx xxi foto video fotolar yenilənib təkzib gündəm azn covid canlı xəbər",
    common="""
        bu o və amma lakin bundan onun bizim sizin mən biz siz onlar hər bütün bir iki üç ilk son yeni dünən
        bugün sabah indi artıq belə çox az əgər çünki ancaq nə niyə kim hansı harada necə görə sonra əvvəl daha
        həm həmin həmçinin məlumata məlumat hadisə eyni orada burada bəli xeyr yox hava ölkədə ölkə avtomobil
        yol qiymət neft manat dollar məktəblilər tələbə müəllimlər sürücülər polis şəxs qadın kişi uşaq qərar
        qərarı iclas iclasda görüş görüşdə tədbir tədbirdə sərgi kitab məktub qatar film konsert matç oyun
        layihə hesabat məhkəmə hücum qəza mərasim mərasimdə ölkəmiz şəhər şəhərdə bölgədə dünya dünyada üstəlik
        əlbəttə həftə keçən gələn minlərlə yüzlərlə vətəndaşlar işçilər tələbələr xalq insanlar mütəxəssislər
        heç hamı digər böyük kiçik gözəl yaxşı pis uzun qısa hətta bəlkə yəni onu ona onları bunu buna bunları
        haqqında qeyd bildirib bildirilir qiymətlər turist idmançı komanda komandamız millimiz yerinə rusiyalı
        türkiyəli azərbaycanlı hadisənin
    """,
    surname_endings="""
        ov ova yev yeva ev eva zadə zade ovun ovanın yevin yevanın zadənin oğlu qızı ovla yevlə yevə ovdan
        yevdən bəyli bəyov xanlı yan yana yanın yanı viç viçin
    """,
)
