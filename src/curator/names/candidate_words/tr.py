"""Turkish words around names."""

from __future__ import annotations

from curator.names.candidate_words.word_lists import WordLists

WORDS = WordLists(
    language="tr",
    honorifics="sayın bay bayan merhum",
    honorifics_after="bey hanım ağa efendi hoca paşa",
    offices="""
        cumhurbaşkanı başkan başkanı başbakan başbakanı bakan bakanı milletvekili vali valisi büyükelçi
        büyükelçisi elçi elçisi müdür müdürü sekreter sekreteri gazeteci gazetecisi yazar yazarı şair tarihçi
        profesör doçent doktor general albay yarbay binbaşı yüzbaşı komutan komutanı amiral mareşal savcı
        savcısı yargıç hakim hakimi avukat avukatı sözcü sözcüsü lider lideri temsilci temsilcisi danışman
        danışmanı kral kraliçe padişah sultan imam müftü müftüsü rektör rektörü dekan dekanı editör editörü
        muhabir muhabiri oyuncu oyuncusu şarkıcı sanatçı sanatçısı yönetmen yönetmeni ressam besteci futbolcu
        futbolcusu antrenör direktör direktörü uzman uzmanı ekonomist analist kurucu kurucusu ortağı şansölye
        şansölyesi papa patrik patriği kaymakam kaymakamı muhtar muhtarı adamı araştırmacı akademisyen öğretmen
        insanı eşi kaptan kaptanı
    """,
    office_parts="""
        eski yeni birinci genel teknik bilim iş belediye emniyet yardımcısı yardımcı vekili dışişleri içişleri
        savunma maliye milli eğitim sağlık adalet kültür turizm ekonomi ticaret tarım ulaştırma devlet parti
        meclis büyükşehir il ilçe kurulu yönetim üyesi üye baş şirketi ulusal abd kurmay altyapı enerji çalışma
        aile spor gençlik
    """,
    reporting="""
        dedi diyor demişti söyledi söylüyor belirtti belirtiyor açıkladı açıklıyor bildirdi vurguladı vurguluyor
        ifade kaydetti anlattı anlatıyor konuştu ekledi aktardı savundu yazdı iddia dile hatırlattı duyurdu
        uyardı sordu yanıtladı değerlendirdi düşünüyor
    """,
    organisations="""
        bakanlık bakanlığı kurum kurumu kurul kurulu komite komitesi şirket şirketi ajans ajansı dernek derneği
        birlik birliği parti partisi banka bankası vakıf vakfı üniversite üniversitesi enstitü enstitüsü akademi
        akademisi meclis meclisi parlamento parlamentosu hükümet hükümeti mahkeme mahkemesi savcılık savcılığı
        başsavcılığı müdürlük müdürlüğü başkanlık başkanlığı merkez merkezi örgüt örgütü konsey konseyi komisyon
        komisyonu federasyon federasyonu konfederasyon konfederasyonu sendika sendikası kulüp kulübü tiyatro
        tiyatrosu müze müzesi kütüphane kütüphanesi okul okulu lise lisesi gazete gazetesi dergi dergisi
        televizyon televizyonu radyo radyosu ordu ordusu kuvvetleri komutanlığı emniyeti holding holdingi grup
        grubu oda odası odaları borsa borsası hastane hastanesi elçilik elçiliği büyükelçiliği konsolosluk
        konsolosluğu diasporası cemiyet cemiyeti topluluk topluluğu fakülte fakültesi belediye belediyesi
        valilik valiliği yargıtay danıştay hareketi cephe cephesi patrikhane patrikhanesi platformu ofisi
        genelkurmay yayınları yayınevi fonu ittifakı takımı büro bürosu departmanı dairesi genel
    """,
    companies="aş ltd şti",
    places="""
        şehri şehir ili ilçesi ilçe köyü köy mahallesi mahalle caddesi cadde sokağı sokak meydanı nehri ırmağı
        gölü denizi dağı dağları ovası adası adaları körfezi eyaleti bölgesi yarımadası köprüsü limanı
        havalimanı çölü okyanusu boğazı vadisi parkı
    """,
    known_places="""
        Türkiye Ankara İstanbul İzmir Bursa Antalya Adana Konya Gaziantep Diyarbakır Kars Van Ağrı Iğdır Erzurum
        Trabzon Samsun Mersin Hatay Malatya Elazığ Sivas Kayseri Eskişehir Kocaeli Sakarya Ardahan Şanlıurfa
        Mardin Batman Muş Bitlis Tunceli Muğla Aydın Denizli Manisa Balıkesir Çanakkale Edirne Tekirdağ
        Azerbaycan Bakü Karabağ Nahçıvan Şuşa Gence Hankendi Laçın Ermenistan Erivan Gürcistan Tiflis İran
        Tahran Tebriz Rusya Moskova Ukrayna Kiev Suriye Şam Halep Irak Bağdat Musul Kerkük İsrail Filistin Gazze
        Lübnan Beyrut Ürdün Mısır Kahire Yunanistan Atina Selanik Bulgaristan Sofya Romanya Kıbrıs Lefkoşa
        Almanya Berlin Münih Frankfurt Fransa Paris İngiltere Londra Britanya İtalya Roma İspanya Madrid
        Hollanda Belçika Brüksel Avusturya Viyana İsviçre Cenevre Polonya Varşova Macaristan Sırbistan ABD
        Amerika Washington Kanada Meksika Brezilya Arjantin Çin Pekin Japonya Tokyo Hindistan Pakistan
        Afganistan Kabil Kazakistan Özbekistan Türkmenistan Kırgızistan Tacikistan Avrupa Asya Afrika Anadolu
        Trakya Kafkasya Ortadoğu Libya Tunus Cezayir Katar Kuveyt Yemen İsveç Norveç Danimarka Finlandiya
        Portekiz Avustralya Kore Balkanlar Kudüs Beyoğlu Kadıköy Üsküdar Taksim Şişli Beşiktaş Kolombiya Nijerya
        Malezya Endonezya Vietnam Etiyopya Sudan Fas Kenya Peru Şili İrlanda İskoçya Arnavutluk Kosova Bosna
        Makedonya Karadağ Bahreyn Bangladeş Nepal Moğolistan Singapur Filipinler California Texas Çorum Rize
        Giresun Uşak Afyon Isparta Burdur Bolu Düzce Zonguldak Karabük Kastamonu Sinop Amasya Tokat Yozgat
        Kırşehir Nevşehir Niğde Aksaray Karaman Osmaniye Kilis Adıyaman Siirt Şırnak Hakkari Bingöl Gümüşhane
        Bayburt Bartın Yalova Kırklareli Bornova Haliç Moldova Litvanya Letonya Estonya Slovakya Çekya Prag
        Kahramanmaraş
    """,
    place_names="Güney Kafkasya; Dağlık Karabağ; Birleşik Krallık; Suudi Arabistan; Orta Doğu; Orta Asya; Doğu Akdeniz;"
    " Güney Kore; Kuzey Kıbrıs; New York",
    and_="ve",
    calendar="""
        ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba
        perşembe cuma cumartesi pazar ramazan
    """,
    peoples="""
        türk ermeni kürt rus rum yunan alman fransız ingiliz amerikan arap fars yahudi müslüman hristiyan azeri
        çerkes gürcü suriyeli osmanlı sovyet batılı türkçe ingilizce kürtçe ermenice almanca
    """,
    given_names="""
        Ahmet Mehmet Mustafa Ali Hasan Hüseyin İbrahim İsmail Osman Ömer Yusuf Kemal Murat Emre Can Cem Deniz
        Ayşe Fatma Emine Hatice Zeynep Elif Defne Selin Merve Esra Recep Tayyip Bülent Turgut Süleyman Erdal
        Ergin Erhan Fatih Fikret Gökhan Halil Hakan Haluk Hrant İlker Kadir Levent Metin Mesut Nuri Okan Orhan
        Özgür Rıza Sabri Selahattin Serdar Serkan Tarık Tuncay Uğur Volkan Yaşar Yılmaz Zeki Nazım Aziz Adnan
        Abdullah Ahmed Alper Arda Aslı Aylin Banu Barış Burak Burcu Canan Devlet Ece Ebru Ekrem Mansur Hulusi
        Hakkı Mevlüt Numan Binali Meral Özlem Pınar Sevgi Sibel Sinan Şule Tuğba Yasemin Nilüfer Gül Gülsüm
        Leyla Melek Muharrem Necati Necmettin Oğuz Onur Rahmi Sedat Şükrü Tolga Ufuk Umut Vedat Yavuz Kenan Garo
        Agop Etyen Arat Vladimir Donald Mahmut Mebrure Memo Nükhet Şükran Tezer Kirkor Yakup Safi Necmi
    """,
    never="""
        ii iii iv vi vii viii ix xx xxi foto video tl covid son dakika haberin devamı kdv tv allah abla ağabey
    """,
    common="""
        bu şu o ve ama fakat ancak bir iki üç ilk son yeni dün bugün yarın şimdi artık böyle çok az eğer çünkü
        ne neden kim hangi nerede nasıl göre sonra önce daha hem aynı ayrıca orada burada evet hayır yok var ben
        biz siz sen onlar her tüm bütün bazı benim onun bizim sizin buna bunun bunu öte yandan ise gibi için ile
        kadar peki olay polis kadın erkek çocuk açıklamada habere sayın arkadaşlar karar kararı kararda toplantı
        toplantıda sergi kitap mektup tren film konser maç oyun proje rapor rapora dava davada saldırı saldırıda
        kaza olayda olayın törene törende etkinlik etkinlikte görüşme görüşmede hava ülke ülkede kent kentte
        şehirde bölgede bölge dünya üstelik dolayısıyla elbette nitekim haftanın geçen geçtiğimiz gelecek
        binlerce yüzlerce vatandaşlar işçiler öğrenciler halk halkın insanlar yetkililer uzmanlar kimse herkes
        hiçbir çoğu başka büyük küçük güzel iyi kötü uzun kısa hatta belki tabii zaten seni beni sizi bizi
        nerden henüz allahaşkına abi karşı kaç bunlar ağzını sayılı diğer
    """,
    surname_endings="oğlu oğlunun gil soy soylu",
)
