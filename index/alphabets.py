"""Which letters the languages of news have beyond ASCII, and the encodings of before Unicode."""

from __future__ import annotations

CYRILLIC = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё",  # Russian, Bulgarian
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",  # Ukrainian
    "абвгдеёжзійклмнопрстуўфхцчшыьэюя",  # Belarusian
    "абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ",  # Serbian, Macedonian
)
LATIN = (
    "äöüß",  # German
    "àâæçéèêëîïôœùûü",  # French
    "áéíñóúü",  # Spanish
    "áâãàçéêíóôõú",  # Portuguese
    "àèéìòù",  # Italian
    "åäöé",  # Swedish, Finnish
    "æøåé",  # Danish, Norwegian
    "áðéíóúýþæö",  # Icelandic
    "àçéèíïóòúü",  # Catalan
    "éëïöüè",  # Dutch
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţ",  # Romanian
    "čćđšž",  # Croatian, Slovene, Serbian
    "çğıiöşüâî",  # Turkish; with the i whose capital has a dot
)
ENCODINGS = (  # (encoding, its alphabets): of two that read as well, the first
    ("cp1252", LATIN),
    ("cp1251", CYRILLIC),
    ("cp1250", LATIN),
    ("cp1254", LATIN),
    ("koi8-u", CYRILLIC),  # as KOI8-R, with Ukrainian letters for eight of its lines
    ("iso-8859-2", LATIN),
    ("iso-8859-15", LATIN),
    ("cp866", CYRILLIC),
    ("iso-8859-5", CYRILLIC),
    ("mac-cyrillic", CYRILLIC),
)
SIGNS = frozenset("\xa0\xad«»“”„‚‘’‹›–—…•·№§°©®™€£¥¿¡ªº¹²³½¼¾×±´")  # between words, in any language
WITHIN_WORDS = frozenset("’·´\xad")  # of these, what may stand between two letters
WORDS_OF_ONE = frozenset("авикосуяеіїйàáåæèéìíòóöù")  # letters that are words by themselves
FREQUENT = frozenset("оеаинтсрвл")  # ten that make up 6 of 10 letters of Russian prose, and more
ODD_CAPITALS = {"ß": "", "ı": "I", "i": "İ"}  # where upper() does not give the capital
