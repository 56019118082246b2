"""Endings of Armenian and Georgian names: cases, the Armenian article, postpositions written together.

Source: Dum-Tragut, Armenian: Modern Eastern Armenian (2009), 2.1; Sakayan, Modern Western Armenian (2000);
Aronson, Georgian: A Reading Grammar (1990), 2.2 and 3.1. Folded: և is եվ.
"""

from __future__ import annotations

import re

from curator.names.grammatical_cases import Endings, joined, table

_HY_CONSONANT = table("""
    def: ը ն
    gen: ի
    dat: ին
    abl: ից է էն
    ins: ով
    loc: ում
    poss: ս դ իս իդ
    plural: եր ներ երը ները երն ներն երի ների երին ներին երից ներից երով ներով երում ներում ներու ներուն
""")
_HY_VOWEL = table("""
    def: ն
    gen: յի ի
    dat: յին ին
    abl: յից ից յէ յէն
    ins: յով ով
    loc: յում ում
    poss: ս դ յիս
    plural: ներ ները ներն ների ներին ներից ներով ներում
""")
_HY_I = table("gen: ու\ndat: ուն\nabl: ուց ուց\nins: ով")
_HY_U = table("gen: վի\ndat: վին\nabl: վից\nins: վով\nloc: վում")
# կառավարություն - կառավարության, կառավարությամբ.
_HY_ABSTRACT = table("gen: ան\ndat: անը անն\nins: ամբ")

# դեսպանատուն - դեսպանատան, դեսպանատնից.
_HY_HOUSE = table("gen: ան\ndat: անը անն\nabl: նից անից\nins: նով\nloc: անը\nplural: ներ ների ներին ներից ներում ները")
_HY_LOSING = re.compile(r"(.*[աեէըիոօ].*[^աեէըիոուօ])(?:ի|ու)([^աեէըիոուօյւ])")
_SHORTEST_LOSING = 5

_KA_STEM = table("""
    nom: ი
    stem: -
    erg: მა
    dat: ს სა
    gen: ის ისა
    ins: ით ითა
    adv: ად
    voc: ო
    post: ში ზე თან სთან იდან ისთვის ისათვის ისგან ისაგან ისკენ ისაკენ ამდე ივით სავით
    pred: ია
    plural: ები ებმა ებს ების ებით ებად ებში ებზე
""")
_KA_DROPPING = table(
    "gen: ის ისა\nins: ით\npost: ისთვის ისათვის ისგან ისაგან ისკენ იდან\nplural: ები ებმა ებს ების ებით"
)
_KA_KEEPING = table("""
    erg: მ
    dat: ს სა
    gen: ს სი ისა
    ins: თი
    adv: დ
    voc: ვ
    post: ში ზე თან სთან დან სთვის სათვის სგან საგან სკენ საკენ მდე სავით
    pred: ა
    plural: ები ებმა ებს ების ებით
""")


def armenian(word: str) -> tuple[tuple[str, Endings], ...]:
    """Return the stems of an Armenian name, of either orthography, with their endings."""
    if word.endswith("տուն"):
        return (word, _HY_CONSONANT), (word[:-3], _HY_HOUSE)
    found = _armenian(word)
    # Սարգիս - Սարգսի, պայմանագիր - պայմանագրի.
    losing = _HY_LOSING.fullmatch(word)
    return (*found, (losing[1] + losing[2], _HY_CONSONANT)) if losing else found


def _armenian(word: str) -> tuple[tuple[str, Endings], ...]:
    if word.endswith("ու"):
        return (word, _HY_VOWEL), (word[:-2], _HY_U)
    if word.endswith("ություն"):
        return (word, _HY_CONSONANT), (word[:-3], _HY_ABSTRACT)
    if word[-1] == "ի":
        return (word, _HY_VOWEL), (word[:-1], _HY_I)
    return ((word, _HY_VOWEL if word[-1] in "աեէոօ" else _HY_CONSONANT),)


def georgian(word: str) -> tuple[tuple[str, Endings], ...]:
    """Return the stems of a Georgian name with their endings."""
    if word[-1] == "ი":
        # თბილისი - თბილისში, but გიორგი - გიორგიმ: the ი of some given names belongs to the stem.
        found: tuple[tuple[str, Endings], ...] = ((word[:-1], _KA["stem"]), (word, _KA["keeping"]))
        # მოედანი - მოედნის.
        if len(word) > _SHORTEST_LOSING and word[-3] in "აეო" and word[-2] in "ლრნმბვ":
            found += ((word[:-3] + word[-2], _KA["dropping"]),)
        return found
    if word[-1] in "აე":
        return (word, _KA["keeping"]), (word[:-1], _KA["dropping"])
    return ((word, _KA["keeping"] if word[-1] in "ოუ" else _KA["stem"]),)


def _with_also(endings: Endings) -> Endings:
    """Add the particle ც ("also"), which follows any ending."""
    also = {f"{ending}ც": ("also", *cases) for ending, cases in endings.items()}
    return joined(endings, also, {f"{ending}აც": ("also",) for ending in endings if ending.endswith("ს")})


_KA = {"stem": _with_also(_KA_STEM), "dropping": _with_also(_KA_DROPPING), "keeping": _with_also(_KA_KEEPING)}
_KA["keeping"] = joined(_KA["keeping"], {"ც": ("also",)})
