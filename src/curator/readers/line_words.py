"""Words by which lines of a copied page are told from its text: those of buttons, menus, footers.

Lists are short on purpose: the weights are learned (tests/benchmarks/train_copied_text.py) and lines
have other marks.
"""

from __future__ import annotations

from curator.text.tokens import folded_words

# Beginnings of the words of buttons, menus and what stands beside an article; "_" parts words, "$" ends the last.
_CHROME = """
facebook twitter whatsapp telegram$ instagram youtube linkedin pinterest reddit tiktok email$ e_mail rss
vk$ vkontakte
одноклассник вконтакте фейсбук твиттер телеграм$ ютуб
share$ shares$ tweet print$ copy_link follow_us follow$ subscribe sign_up sign_in login log_in newsletter
podcast download
click_here tap_here read_more see_more show_more more_from most_read most_popular related recommended
trending you_may
also_read see_also watch$ comment$ comments leave_a reply advertis sponsored skip_to menu$ search$ home$
contact_us about_us
paylaş$ abunə oxuyun daha_çox ən_çox_oxunan digər_xəbər oxşar əlaqə$ haqqımızda çap_et şərh reklam axtar
ana_səhifə bizi_izlə
əsas_səhifə xəbər_lenti
abone_ol devamını_oku ilgili_haber en_çok_okunan yorumlar yorum_yap giriş_yap üye_ol bizi_takip ana_sayfa
anasayfa yazdır
benzer_haber hakkımızda iletişim künye
поделиться подписаться подпишитесь подписывайтесь читайте_также читать_далее читать_еще другие_новости
похожие популярн
самое_читаемое комментар реклам войти$ регистрац поиск$ главная$ распечатать печать$ о_нас контакты
все_новости по_теме
материалы_по лента_новостей
поділитися підпис читайте_також читати_далі інші_новини коментар увійти пошук$ головна$ роздрукувати
про_нас усі_новини
կիսվել տարածել հետեւեք հետևեք բաժանորդագր այլ_լուրեր նմանատիպ մեկնաբանութ գովազդ մուտք$ որոնում գլխավոր$
տպել մեր_մասին
կարդացեք_նաև ամենաընթերց
გაზიარება გამოიწერე სხვა_ამბები კომენტარ რეკლამა შესვლა ძებნა მთავარი$ ბეჭდვა ჩვენ_შესახებ წაიკითხეთ
teilen drucken anmelden abonnieren abo$ mehr_zum_thema lesen_sie auch_interessant kommentar anzeige$
suche$ startseite
zur_startseite registrieren merken folgen_sie meistgelesen mehr_lesen
partager imprimer abonnez se_connecter lire_aussi commentaire publicité recherche accueil suivez
compartir imprimir suscr iniciar_sesión leer_más lee_también comentario publicidad buscar síguenos
te_puede_interesar
condividi stampa abbonati accedi leggi_anche commenti pubblicità dela$ del$ logg_inn logga_in läs_mer
les_også annons
"""

# What is said of rights, conditions, cookies.
_LEGAL = """
copyright all_rights rights_reserved terms_of terms_and privacy cookie impressum datenschutz agb$ imprint
disclaimer
javascript browser
bütün_hüquqlar müəllif_hüquq istifadə_şərt məxfilik tüm_hakları gizlilik çerez kullanım_şart
все_права права_защищены конфиденциальн пользовательское при_использовании при_цитировании при_перепечатке
всі_права конфіденційн բոլոր_իրավունք իրավունքները_պաշտպանված მასალის_გამოყენ ყველა_უფლება
alle_rechte tous_droits mentions_légales derechos_reservados aviso_legal tutti_i_diritti
"""

Phrases = dict[str, list[tuple[str, ...]]]
_KEY = 3


def _phrases(text: str) -> Phrases:
    """Sort phrases by the beginning of their first word, so that few are looked at for each word."""
    found: Phrases = {}
    for phrase in text.split():
        words = folded_words(phrase.replace("_", " ").replace("$", ""))
        if phrase.endswith("$"):
            words[-1] += "$"
        found.setdefault(words[0].rstrip("$")[:_KEY], []).append(tuple(words))
    return found


CHROME = _phrases(_CHROME)
LEGAL = _phrases(_LEGAL)


def places_of(words: list[str], phrases: Phrases) -> list[int]:
    """Return the places of a line that hold one of the phrases.

    Args:
        words: its folded words.
    """
    return [at for at, word in enumerate(words) if word[:_KEY] in phrases and _starts_with(words, at, phrases)]


def begins(words: list[str], phrases: Phrases) -> bool:
    """Tell whether a line (its folded words) begins with one of the phrases."""
    return bool(words) and words[0][:_KEY] in phrases and _starts_with(words, 0, phrases)


def _starts_with(words: list[str], at: int, phrases: Phrases) -> bool:
    for phrase in phrases[words[at][:_KEY]]:
        found = [f"{word}$" for word in words[at : at + len(phrase)]]
        if len(found) != len(phrase) or not found[-1].startswith(phrase[-1]):
            continue
        if all(word == f"{part}$" for word, part in zip(found[:-1], phrase[:-1], strict=True)):
            return True
    return False
