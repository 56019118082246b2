"""The words around names that tell what a name is, in one language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordLists:
    """Word lists of a language; each is one string, words parted by white space, in any case.

    Words are single ones, as `text/tokens.py` parts them (a hyphen or apostrophe parts words). In az, tr, ru, uk, hy
    and ka their endings are known by `names/endings.py`: give the form of a dictionary, unless a field says otherwise.

    Args:
        language: BCP 47.
        honorifics: before a person's name: Mr, cənab, господин.
        titles_in_name: before a name and part of it: King, Pope, Queen.
        honorifics_after: after a given name: bəy, xanım.
        offices: a person's office or trade, before or after a name: president, nazir, депутат.
        office_parts: with an office they are one, and no name: prime, vice, foreign, deputy, of state, müavini.
        reporting: verbs whose subject is a person or organisation, in the forms that stand beside it: said, told.
        reporting_beginnings: with how such verbs begin, where they have many forms: сообщи, bildir.
        organisations: make a name that of an organisation: ministry, bank, party, nazirlik, комитет. Those of az and tr
            are given with the possessive as well as without (nazirlik nazirliyi), since it is part of the name.
        small_in_names: languages whose organisations go on in small letters (Министерство иностранных дел): how many
            words may follow the word for the organisation; 0 in other languages.
        small_endings: how such words in small letters end (folded): ых ого ов.
        companies: legal forms: Inc, Ltd, MMC, ООО.
        places: make a name that of a place: river, province, şəhəri, область.
        known_places: countries, their capitals, parts of the world; single words as well as words of longer names.
        place_names: names of places that have other words in them, parted by ";": Soviet Union.
        in_place: prepositions before a place (in, near, в). None in languages that have endings for it.
        of: words in small letters inside a name of several words: of, for, the.
        and_: "and" inside a name: and, və, и.
        particles: in small letters inside a person's name: de, van, von.
        calendar: months, weekdays, feasts.
        peoples: adjectives and nouns of peoples and languages, which English writes with capitals: French, Soviet.
        given_names: common given names.
        never: written with a capital, but no name of interest, alone: GMT, GNP, Internet.
        common: commonly begin a sentence, in addition to `text/small_words.py`.
        surname_endings: how surnames end (folded, with their cases), where that tells a person: ов ова, yan, შვილი.
            Georgian has no capitals: there only words with such an ending, given names, organisations and known places
            are looked at, with the word before a surname.
    """

    language: str
    honorifics: str = ""
    titles_in_name: str = ""
    honorifics_after: str = ""
    offices: str = ""
    office_parts: str = ""
    reporting: str = ""
    reporting_beginnings: str = ""
    organisations: str = ""
    companies: str = ""
    places: str = ""
    known_places: str = ""
    place_names: str = ""
    in_place: str = ""
    of: str = ""
    and_: str = ""
    particles: str = ""
    calendar: str = ""
    peoples: str = ""
    given_names: str = ""
    never: str = ""
    common: str = ""
    surname_endings: str = ""
    small_in_names: int = 0
    small_endings: str = ""
