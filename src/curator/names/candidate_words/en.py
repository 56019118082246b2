"""English words around names."""

from __future__ import annotations

from curator.names.candidate_words.word_lists import WordLists

WORDS = WordLists(
    language="en",
    honorifics="mr mrs ms miss dr prof sir lord lady dame madam rev hon gen sen gov lt col maj capt sgt rep pres adm",
    titles_in_name="king queen prince princess sheikh sheik pope saint crown emperor",
    offices="""
        lecturer candidate leader nominee president minister premier chancellor deputy senator governor mayor
        ambassador general colonel major captain lieutenant admiral judge justice director chairman chairwoman
        chairperson chair editor journalist reporter correspondent spokesman spokeswoman spokesperson
        academician secretary treasurer commissioner representative congressman congresswoman congressperson
        analyst economist trader dealer broker lawyer attorney prosecutor manager officer chief head leader
        founder owner partner banker adviser advisor aide envoy delegate negotiator professor doctor historian
        writer author poet scientist researcher activist commander marshal brigadier sergeant inspector
        superintendent bishop archbishop cardinal patriarch rabbi imam ayatollah mufti emir sultan member
        investor financier industrialist strategist consultant executive official specialist coordinator
        politician lawmaker legislator parliamentarian undersecretary ombudsman rector teacher coach actor
        actress singer composer painter ceo controller comptroller counsellor counselor consul auditor actuary
        engineer architect resident refugee farmer
    """,
    office_parts="""
        prime vice deputy foreign finance defence defense interior trade agriculture energy oil farm health
        education justice transport labour labor industry economy economics economic planning mines mining
        budget culture sport home state former acting first senior chief assistant associate general executive
        managing under press opposition party honorary late then new outgoing incoming elected national security
        special commercial external internal affairs relations commerce treasury attorney financial information
        environment social investment international monetary research junior managing operating permanent
        principal exchequer communications securities savings loan food parliamentary regional marketing sales
        public affairs planning
    """,
    reporting="""
        said says told added adds stated announced announces argued argues noted warned warns stressed declared
        explained insisted replied denied commented predicted believes thinks told urged asked testified
        conceded acknowledged admitted recalled remarked reiterated suggested confirmed disclosed wrote writes
        forecasts sees expects hopes vows rejects defends repeats welcomed
    """,
    organisations="""
        agreements ministries departments committees authorities ministry bank party committee council
        commission agency association union organisation organization fund federation institute university
        college school academy board bureau department office authority court parliament congress senate
        assembly cabinet company corporation group industries industry international holdings exchange
        foundation society club team league alliance front movement army navy police force forces guard church
        newspaper times post herald tribune journal gazette magazine press news radio television agreement
        airlines airways air motors motor oil petroleum steel energy resources partners brothers bros sons
        associates securities insurance trust savings financial systems technologies technology electronics
        laboratories pharmaceuticals chemical chemicals foods products stores brands enterprises services
        service communications telephone telegraph electric gas power pipeline mines mining metals gold paper
        railway railroad conference community centre center hospital museum library theatre theater hotel
        secretariat administration treasury inc corp co ltd plc bancorp bankshares bancshares conglomerate
        syndicate cooperative banks capital stock reserve house nations network chamber mission embassy
        consulate brigade battalion tribunal realty construction exploration banking manufacturing partnership
        drug convention initiative programme program commonwealth
    """,
    companies="son sons inc incorporated corp corporation co company ltd limited plc llc lp nv sa ag gmbh spa bv ab kk",
    places="""
        st lakes creek hills falls springs coast seaway park gardens river lake sea ocean gulf bay island
        islands isle mountain mountains mount valley desert peninsula cape strait city town village province
        region district county state republic kingdom emirates street avenue square road bridge airport port
        canal coast north south east west northern southern eastern western central
    """,
    known_places="""
        conn mich ill va calif mass ariz colo fla okla tenn tex minn wis wyo ont neb ore kan md mo pa wash
        afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas
        bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain
        brunei bulgaria burma burundi cambodia cameroon canada chad chile china colombia congo croatia cuba
        cyprus czechoslovakia denmark djibouti ecuador egypt england eritrea estonia ethiopia fiji finland
        france gabon gambia georgia germany ghana greece greenland guatemala guinea guyana haiti honduras
        hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya
        korea kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg
        madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia
        montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
        pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda salvador
        scotland senegal serbia singapore slovakia slovenia somalia spain sudan suriname sweden switzerland
        syria taiwan tajikistan tanzania thailand togo trinidad tunisia turkey turkmenistan uganda ukraine
        uruguay uzbekistan venezuela vietnam wales yemen yugoslavia zaire zambia zimbabwe ussr usa uk africa
        america asia europe antarctica oceania caucasus balkans scandinavia siberia crimea kurdistan abkhazia
        ossetia karabakh nakhchivan chechnya dagestan catalonia bavaria tibet kashmir quebec ontario baku
        yerevan tbilisi moscow petersburg leningrad kyiv kiev ankara istanbul izmir tehran london paris berlin
        bonn rome madrid lisbon brussels vienna geneva zurich basle bern amsterdam rotterdam copenhagen
        stockholm oslo helsinki dublin edinburgh athens sofia bucharest budapest belgrade warsaw prague minsk
        riga vilnius tallinn washington chicago boston philadelphia houston dallas detroit miami atlanta seattle
        denver texas california florida virginia ohio illinois michigan pennsylvania massachusetts jersey
        oklahoma louisiana alaska hawaii minnesota wisconsin arizona colorado connecticut delaware maryland
        tennessee kentucky indiana iowa kansas missouri nebraska nevada oregon utah ottawa toronto montreal
        vancouver calgary tokyo osaka kyoto beijing peking shanghai seoul taipei manila jakarta bangkok hanoi
        saigon delhi bombay calcutta madras karachi islamabad kabul colombo dhaka canberra sydney melbourne
        wellington auckland cairo tripoli tunis algiers rabat khartoum nairobi lagos accra johannesburg pretoria
        baghdad damascus beirut jerusalem amman riyadh jeddah dubai doha havana bogota caracas lima quito
        santiago brasilia rio paulo montevideo ganja sumgait shusha stepanakert gyumri batumi frankfurt munich
        hamburg milan turin venice naples barcelona manchester liverpool birmingham glasgow belfast strasbourg
        lyon marseille antwerp hague york zealand saudi arabia hong kong sri lanka costa rica ivory angeles
        francisco united states kingdom orleans lucia sierra leone las vegas san los diego jose new middle
        soviet caribbean alberta manitoba saskatchewan carolina dakota hampshire maine mississippi idaho montana
        vermont wyoming rhode baltimore pittsburgh cleveland milwaukee cincinnati phoenix pacific atlantic
        mediterranean
    """,
    place_names="""
        Soviet Union; Middle East; Far East; Near East; Cape Town; Kuala Lumpur; Ho Chi Minh City; Buenos Aires;
        Puerto Rico; Burkina Faso; Cape Verde; Guinea-Bissau; Marshall Islands; Papua New Guinea; Tel Aviv; Abu
        Dhabi; Salt Lake City; Des Moines; Fort Worth; Long Beach; Palo Alto; Rocky Mountains; Black Sea;
        Caspian Sea; Persian Gulf; North Sea; European Russia; Eastern Europe; Western Europe; South America;
        Latin America; Wall Street; West Bank; Gaza Strip; Strait of Hormuz; Suez Canal; Panama Canal; Red Sea;
        Pearl Harbor; Newport News; Grand Rapids; Mountain View
    """,
    in_place="in near at from outside toward towards throughout around",
    of="of for on",
    and_="and",
    particles="de da di du del della der den van von la le dos bin ibn al el ter af zu des do dos",
    calendar="""
        january february march april may june july august september october november december jan feb mar apr
        jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas
        easter ramadan novruz
    """,
    peoples="""
        azerbaijani armenian georgian russian ukrainian turkish persian iranian iraqi kurdish english british
        french german italian spanish portuguese dutch belgian swiss austrian swedish norwegian danish finnish
        icelandic irish scottish welsh greek cypriot bulgarian romanian hungarian polish czech slovak serbian
        croatian bosnian albanian latvian lithuanian estonian soviet american canadian mexican brazilian
        argentine chilean peruvian cuban colombian venezuelan bolivian chinese japanese korean taiwanese
        vietnamese thai filipino philippine indonesian malaysian indian pakistani afghan bangladeshi nepalese
        australian zealander israeli palestinian arab arabian lebanese syrian jordanian saudi kuwaiti egyptian
        libyan tunisian algerian moroccan sudanese ethiopian kenyan nigerian african asian european western
        eastern latin yugoslav jewish muslim islamic christian catholic orthodox protestant communist socialist
        democratic republican conservative democrat democrats republicans armenians azerbaijanis georgians
        russians turks kurds arabs americans germans jews muslims christians french europeans africans asians
        britons italians spaniards poles greeks iranians iraqis israelis palestinians caucasian kazakh uzbek
        turkmen tatar chechen ossetian abkhaz ghanaian ivorian zambian dominican alaskan hawaiian texan
        californian soviets conservatives liberals socialists communists ecuadorean ecuadorian uruguayan
        panamanian nicaraguan honduran guatemalan salvadoran jamaican
    """,
    given_names="""
        dean james john robert michael william david richard joseph thomas charles christopher daniel matthew
        anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason
        jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
        gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas
        zachary peter kyle ethan walter noah jeremy christian keith roger terry austin sean gerald carl harold
        dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah
        wayne randy vincent mason roy ralph bobby russell bradley philip eugene howard clayton nigel geoffrey
        norman martin simon ian graham colin neil hugh derek leonard stanley ernest fred frederick harry herbert
        leslie louis leo max oscar victor ivan jean pierre jacques michel francois henri claude andre rene hans
        karl heinz wolfgang helmut gerhard franz otto fritz giovanni giuseppe mario luigi antonio carlo carlos
        luis miguel pedro francisco manuel fernando jorge jaime rafael mary patricia jennifer linda elizabeth
        barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle
        carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley
        emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn janet maria
        catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn
        judith andrea hannah megan cheryl jacqueline martha alice jane ann anne mohammed muhammad mohamed ahmed
        ahmad ali hassan hussein hisham abdul abdullah ibrahim khalid omar yusuf heydar ilham mikhail sergei
        vladimir boris nikolai dmitry andrei alexei yuri viktor igor oleg leonid anatoly eduard giorgi levon
        armen serzh robert vazgen elchin rashid elmar rauf leyla aygun nigar kamal recep mehmet mustafa turgut
        tom jim bob bill dave mike steve dan ken ron don jeff greg ted tim pat rick ray sam ben tony andy alex
        fritz yasuhiro kiichi satoshi noboru makoto hiroshi toshio takeshi
    """,
    never="""
        aa aaa baa uhf rate rates intermediate index average act law bill bonds notes offered fob cif fas class
        cst csd mst congressional presidential i gmt est edt pst cet mln bln pct dlr dlrs gnp gdp cpi ppi stg
        yen mark marks cts ctss shr shrs net revs qtr avg note notes nil vs reuters reuter internet tv ad bc am
        pm ceo mp mps ii iii iv vi vii viii ix xi xii dr no nos q qs ok id dna aids covid god bible koran quran
        sdr sdrs ecu ecus ccc lme usd eur gbp ft lb lbs ltv btu libor ebitda ok conn mich ill va calif mass pa
        ala ariz ark colo fla ga ind kan ky md minn miss mo mont neb nev okla ore tenn tex vt wash wis wyo ont
        que alta nc sc nd sd nh ri nj ny sect chapter article section table figure page part vol prior record
        pay year quarter
    """,
    common="""
        according although however since many several some most while under despite during after before until
        because last next first second third earlier later yesterday today tomorrow now then here both each
        every few another such even still yet once again also thus therefore meanwhile moreover nevertheless
        instead if unless whether these those its his her their my our your who whom whose which what when where
        why how no not nor neither either all any none nothing nobody nobody everyone everybody somebody people
        officials analysts traders dealers economists sources government governments spokesman shares earlier
        total sales profits other others under over above below between within without against among along since
        through police soldiers residents witnesses troops ministers deputies women men children students asked
        speaking citing referring noting adding saying including excluding following based given yes well very
        much more less least than too only just like one two three four five six seven eight nine ten dear thank
        thanks there this that the a an and but or so as at by for from in into of off on onto out to up upon
        with he she it they we you is are was were be been being has have had do does did can could may might
        must shall should will would let new old former big small great good high low long short early late key
        top trade foreign bank banks company companies state market markets prices price oil gold interest rates
        rate report reports
    """,
)
