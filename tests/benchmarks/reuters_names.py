"""What the headings of people and organisations in Reuters-21578 stand for."""

from __future__ import annotations

# Heading -> the name as it is put on record.
PEOPLE = {
    line.partition(": ")[0]: line.partition(": ")[2]
    for line in """
james-baker: James Baker
reagan: Ronald Reagan
yeutter: Clayton Yeutter
volcker: Paul Volcker
lawson: Nigel Lawson
nakasone: Yasuhiro Nakasone
miyazawa: Kiichi Miyazawa
sumita: Satoshi Sumita
lyng: Richard Lyng
ongpin: Jaime Ongpin
balladur: Edouard Balladur
stoltenberg: Gerhard Stoltenberg
thatcher: Margaret Thatcher
conable: Barber Conable
herrington: John Herrington
subroto: Subroto
james-miller: James Miller
chirac: Jacques Chirac
boesky: Ivan Boesky
sarney: Jose Sarney
howard-baker: Howard Baker
sprinkel: Beryl Sprinkel
icahn: Carl Icahn
du-plessis: Barend du Plessis
mulroney: Brian Mulroney
von-weizsaecker: Richard von Weizsaecker
eyskens: Mark Eyskens
delors: Jacques Delors
de-clercq: Willy de Clercq
zhao-ziyang: Zhao Ziyang
leigh-pemberton: Robin Leigh-Pemberton
dauster: Jorio Dauster
hawke: Bob Hawke
poehl: Karl Otto Poehl
tamura: Hajime Tamura
petricioli: Gustavo Petricioli
papandreou: Andreas Papandreou
keating: Paul Keating
hisham-nazer: Hisham Nazer
de-kock: Gerhard de Kock
ruding: Onno Ruding
machinea: Jose Luis Machinea
mikulic: Branko Mikulic
bangemann: Martin Bangemann
wilson: Michael Wilson
camdessus: Michel Camdessus
aquino: Corazon Aquino
aqazadeh: Gholamreza Aqazadeh
kohl: Helmut Kohl
douglas: Roger Douglas
king-fahd: King Fahd
garcia: Alan Garcia
concepcion: Jose Concepcion
ozal: Turgut Ozal
gandhi: Rajiv Gandhi
brodersohn: Mario Brodersohn
deng-xiaoping: Deng Xiaoping
suharto: Suharto
haughey: Charles Haughey
goria: Giovanni Goria
murdoch: Rupert Murdoch
schlueter: Poul Schlueter
wang-bingqian: Wang Bingqian
macsharry: Ray MacSharry
maxwell: Robert Maxwell
de-larosiere: Jacques de Larosiere
halikias: Dimitris Halikias
languetin: Pierre Languetin
cossiga: Francesco Cossiga
duisenberg: Wim Duisenberg
pickens: T. Boone Pickens
mohammed-ali-abal-khail: Mohammed Ali Abal-Khail
lange: David Lange
babangida: Ibrahim Babangida
alfonsin: Raul Alfonsin
siregar: Arifin Siregar
kullberg: Rolf Kullberg
ciampi: Carlo Azeglio Ciampi
martens: Wilfried Martens
okongwu: Chu Okongwu
masse: Marcel Masse
cavaco-silva: Anibal Cavaco Silva
jaruzelski: Wojciech Jaruzelski
prawiro: Radius Prawiro
ryzhkov: Nikolai Ryzhkov
steeg: Helga Steeg
carlsson: Ingvar Carlsson
sourrouille: Juan Sourrouille
kaufman: Henry Kaufman
""".strip().splitlines()
}

# Heading -> how the organisation is named in texts, the name on record first.
ORGANISATIONS = {
    line.partition(": ")[0]: tuple(line.partition(": ")[2].split("; "))
    for line in """
ec: European Community; EC; European Communities; European Commission; European Economic Community; EEC
worldbank: World Bank; International Bank for Reconstruction and Development
imf: International Monetary Fund; IMF
opec: Organisation of Petroleum Exporting Countries; Organization of Petroleum Exporting Countries; OPEC; Opec
gatt: General Agreement on Tariffs and Trade; GATT
ico-coffee: International Coffee Organization; International Coffee Organisation; ICO
icco: International Cocoa Organization; International Cocoa Organisation; ICCO
oecd: Organisation for Economic Cooperation and Development; OECD; Organization for Economic Cooperation and Development
unctad: United Nations Conference on Trade and Development; UNCTAD
un: United Nations; UN; U.N.
iea: International Energy Agency; IEA
itc: International Tin Council; ITC
fao: Food and Agriculture Organisation; Food and Agriculture Organization; FAO
adb-africa: African Development Bank; ADB
adb-asia: Asian Development Bank; ADB
inro: International Natural Rubber Organisation; International Natural Rubber Organization; INRO
iwc-wheat: International Wheat Council; IWC
eib: European Investment Bank; EIB
atpc: Association of Tin Producing Countries; ATPC
gcc: Gulf Cooperation Council; GCC
oapec: Organisation of Arab Petroleum Exporting Countries; OAPEC
isa: International Sugar Organization; International Sugar Organisation; ISO
bis: Bank for International Settlements; BIS
euratom: European Atomic Energy Community; Euratom
ida: International Development Association; IDA
iwcc: International Wrought Copper Council; IWCC
comecon: Council for Mutual Economic Assistance; Comecon
asean: Association of South East Asian Nations; ASEAN; Association of Southeast Asian Nations
efta: European Free Trade Association; EFTA
""".strip().splitlines()
}
