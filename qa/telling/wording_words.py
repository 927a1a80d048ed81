"""Rules as data: in which words a language model may say what is known of a meeting, by language.

A wording is made of the names, days and places of what it words, and of these words; a word that is
neither is the model's own, and does not pass (qa/telling/wording.py). The lists are short on
purpose: what stands in none of them costs one composed sentence, what stands in one wrongly costs
the truth. So no word here tells of cause, manner, order in time, or of who somebody is: no "again",
no "of" that would tie a place to a person.
"""

from __future__ import annotations

from collections.abc import Mapping

from index.meeting_records import Form, Status
from index.records import Record

Phrases = tuple[str, ...]


class Language(Record):
    """The words of one language. `past` say that it took place, by the form that they tell of;
    `bare` name the form alone; `status` what became of it; `ahead` go with what was only announced;
    `passive` turns round who received whom. A phrase of several words counts as they stand.
    """

    code: str  # ISO 639-1
    name: str
    months: str  # January to December
    day: Phrases  # how a day is written; {d} {m} {y} {o} (ordinal), {mm} {dd} two digits
    month: Phrases
    between: Phrases
    since: Phrases
    until: Phrases
    small: str
    past: Mapping[Form, Phrases]
    bare: Mapping[Form, Phrases]
    status: Mapping[Status, Phrases]
    ahead: Phrases
    passive: Phrases


ENGLISH = Language(
    code="en", name="English",
    months="January February March April May June July August September October November December",
    day=("{d} {m} {y}", "{m} {d}, {y}", "{m} {d} {y}", "{o} {m} {y}", "{o} of {m} {y}",
         "{m} {o}, {y}", "{y}-{mm}-{dd}"),
    month=("{m} {y}", "{m} of {y}", "{m}, {y}"),
    between=("between {a} and {b}",), since=("from {a}",), until=("until {a}",),
    small="a an and at both each in it on other that the their there they this to together was "
          "were where with had has have been who",
    past={
        "conversation": ("spoke with", "spoke together", "spoke with each other", "talked with",
                         "had a conversation"),
        "meeting": ("met", "met up", "took place", "taken place", "had a meeting", "held a meeting",
                    "came together", "sat down"),
        "talks": ("held talks", "had talks", "talks were held", "took part in talks",
                  "conducted talks"),
        "visit": ("visited", "paid a visit", "made a visit"),
        "reception": ("received", "hosted", "welcomed"),
        "summit": ("attended a summit", "took part in a summit", "met at a summit"),
        "call": ("held a call", "had a call", "spoke by telephone", "spoke on the telephone",
                 "spoke by phone", "spoke on the phone", "had a telephone call", "had a phone call",
                 "held a telephone call", "held a phone call", "talked by telephone",
                 "talked on the phone", "telephoned", "phoned"),
    },
    bare={
        "conversation": ("speak with", "speaking with", "speak together", "speaking together",
                         "conversation", "conversation of", "conversation between"),
        "meeting": ("meet", "meeting", "a meeting between", "a meeting of", "meeting between",
                    "meeting of", "for a meeting"),
        "talks": ("talks", "hold talks", "holding talks", "for talks", "talks between",
                  "round of talks", "round of talks of", "round of talks between"),
        "visit": ("visit", "visiting", "visit of", "a visit by", "pay a visit", "paying a visit"),
        "reception": ("receive", "receiving", "host", "hosting", "welcome", "welcoming",
                      "reception", "reception of", "meet at a reception"),
        "summit": ("summit", "summit of", "summit between", "take part in a summit"),
        "call": ("hold a call", "holding a call", "call", "call of", "call between",
                 "telephone call", "phone call", "speak by telephone", "speak by phone",
                 "speak on the phone", "speaking by telephone", "speaking by phone",
                 "telephone call of", "telephone call between", "phone call between"),
    },
    status={
        Status.UNDER_WAY: ("as reported", "was meeting", "were meeting", "was holding talks",
                           "were holding talks", "was visiting", "were visiting", "was receiving",
                           "were receiving", "was under way", "were under way", "was speaking by "
                           "telephone", "were speaking by telephone", "was holding a call",
                           "were holding a call"),
        Status.ANNOUNCED: ("it was announced that", "it has been announced that", "was announced",
                           "were announced", "according to an announcement",
                           "according to the announcement", "as announced", "was to", "were to",
                           "was due to", "were due to", "was planned", "were planned",
                           "was scheduled", "were scheduled", "was scheduled to",
                           "were scheduled to", "was announced for", "were announced for",
                           "was planned for", "was scheduled for"),
        Status.CONFIRMED: ("it was confirmed that", "was confirmed", "were confirmed",
                           "it has been confirmed that"),
        Status.UNCONFIRMED: ("it was not confirmed that", "was not confirmed", "were not confirmed",
                             "has not been confirmed", "it has not been confirmed that",
                             "is unconfirmed", "was unconfirmed"),
        Status.DENIED: ("it was denied that", "was denied", "were denied",
                        "it has been denied that"),
        Status.POSTPONED: ("was postponed", "were postponed", "has been postponed",
                           "have been postponed"),
        Status.CANCELLED: ("was cancelled", "were cancelled", "was canceled", "were canceled",
                           "has been cancelled", "have been cancelled", "was called off",
                           "were called off"),
    },
    ahead=("would", "take place", "be held", "scheduled for", "planned for", "had planned to"),
    passive=("by",),
)  # fmt: skip

GERMAN = Language(
    code="de", name="German",
    months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    day=("{d}. {m} {y}", "{d}.{mm}.{y}", "{dd}.{mm}.{y}"), month=("{m} {y}",),
    between=("zwischen dem {a} und dem {b}", "zwischen dem {a} und {b}", "zwischen {a} und {b}"),
    since=("ab dem {a}", "ab {a}"), until=("bis zum {a}", "bis {a}"),
    small="am an auf beide beim das dem den der des die dort ein eine einem einen einer es "
          "hat haben ihr im in ist mit miteinander sich sind sie statt und war waren wo wurde "
          "wurden zu zum zur zusammen zwischen worden",
    past={
        "conversation": ("sprach", "sprachen", "gesprochen"),
        "meeting": ("traf", "trafen", "getroffen", "fand statt", "fanden statt", "stattgefunden",
                    "kam zusammen", "kamen zusammen", "zusammengekommen"),
        "talks": ("führte", "führten", "geführt"),
        "visit": ("besuchte", "besuchten", "besucht"),
        "reception": ("empfing", "empfingen", "empfangen"),
        "summit": (),
        "call": ("telefonierte", "telefonierten", "telefoniert", "sprach am telefon",
                 "sprachen am telefon"),
    },
    bare={
        "conversation": ("unterredung", "unterredung von", "sprechen", "zu sprechen"),
        "meeting": ("treffen", "treffen von", "begegnung", "begegnung von", "zu treffen"),
        "talks": ("gespräche", "gespräch", "gesprächen", "gespräche von", "führen", "zu führen"),
        "visit": ("besuch", "besuch von", "besuchs", "besuchen", "zu besuchen"),
        "reception": ("empfang", "empfang von", "zu empfangen"),
        "summit": ("gipfel", "gipfels", "gipfeltreffen", "gipfeltreffens"),
        "call": ("telefonat", "telefongespräch", "telefongespräche", "telefonieren",
                 "zu telefonieren"),
    },
    status={
        Status.UNDER_WAY: ("laut bericht", "berichten zufolge"),
        Status.ANNOUNCED: ("es wurde angekündigt dass", "wurde angekündigt", "wurden angekündigt",
                           "angekündigt wurde", "angekündigt worden", "laut ankündigung",
                           "laut einer ankündigung", "nach einer ankündigung", "war geplant",
                           "waren geplant", "geplant war", "sollte", "sollten"),
        Status.CONFIRMED: ("es wurde bestätigt dass", "wurde bestätigt", "wurden bestätigt"),
        Status.UNCONFIRMED: ("es wurde nicht bestätigt dass", "wurde nicht bestätigt",
                             "wurden nicht bestätigt", "nicht bestätigt"),
        Status.DENIED: ("es wurde dementiert dass", "wurde dementiert", "wurden dementiert",
                        "es wurde bestritten dass"),
        Status.POSTPONED: ("wurde verschoben", "wurden verschoben", "verschoben"),
        Status.CANCELLED: ("wurde abgesagt", "wurden abgesagt", "abgesagt"),
    },
    ahead=("würde", "würden", "werde", "werden", "wird", "stattfinden"),
    passive=("von",),
)  # fmt: skip

FRENCH = Language(
    code="fr", name="French",
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    day=("{d} {m} {y}", "{d}er {m} {y}"), month=("{m} {y}",),
    between=("entre le {a} et le {b}", "entre {a} et {b}"),
    since=("à partir du {a}",), until=("jusqu'au {a}", "jusqu’au {a}"),
    small="a au aux avec dans deux elle elles en ensemble entre est et eu ils il l la le les leur "
          "ont où s se sont un une à été y",
    past={
        "conversation": ("parlé",),
        "meeting": ("rencontré", "rencontrée", "rencontrés", "rencontrées", "rencontra",
                    "rencontrèrent", "eu lieu", "eut lieu", "a tenu une réunion",
                    "ont tenu une réunion", "réunis", "réunies"),
        "talks": ("mené", "menés", "eu des entretiens", "eu des discussions",
                  "tenu des pourparlers",
                  "eu des pourparlers", "entretenu", "entretenue", "entretenus", "entretenues"),
        "visit": ("visité", "visita", "rendu visite", "rendue", "rendu", "rendus"),
        "reception": ("reçu", "reçue", "reçus", "reçues", "accueilli", "accueillie", "accueillis",
                      "accueillies", "reçut"),
        "summit": ("participé à un sommet",),
        "call": ("parlé au téléphone", "parlé par téléphone", "téléphoné"),
    },
    bare={
        "conversation": ("conversation", "conversation de", "parler", "parlerait", "parleraient"),
        "meeting": ("rencontre", "rencontre de", "rencontrer", "rencontrerait", "rencontreraient",
                    "réunion", "réunion de"),
        "talks": ("entretiens", "entretien", "pourparlers", "des pourparlers", "des entretiens",
                  "tenir des pourparlers", "tiendrait des pourparlers",
                  "tiendraient des pourparlers", "s'entretenir", "entretenir", "discussions"),
        "visit": ("visite", "visite de", "visiter", "visiterait", "rendre", "rendrait",
                  "rendre visite"),
        "reception": ("réception", "réception de", "recevoir", "recevrait", "accueillir",
                      "accueillerait"),
        "summit": ("sommet", "sommet de"),
        "call": ("appel téléphonique", "appel téléphonique de", "entretien téléphonique",
                 "conversation téléphonique", "parler au téléphone", "parleraient au téléphone"),
    },
    status={
        Status.UNDER_WAY: ("selon le rapport", "selon les informations"),
        Status.ANNOUNCED: ("il a été annoncé que", "il a été annoncé qu", "a été annoncé",
                           "a été annoncée",
                           "ont été annoncés", "ont été annoncées", "selon une annonce",
                           "selon l annonce", "devait", "devaient", "était prévue",
                           "était prévu"),
        Status.CONFIRMED: ("il a été confirmé que", "il a été confirmé qu", "a été confirmé",
                           "a été confirmée"),
        Status.UNCONFIRMED: ("il n a pas été confirmé que", "il n a pas été confirmé qu",
                             "n a pas été confirmé",
                             "n a pas été confirmée"),
        Status.DENIED: ("il a été démenti que", "il a été démenti qu", "a été démenti",
                        "a été démentie"),
        Status.POSTPONED: ("a été reporté", "a été reportée", "ont été reportés",
                           "ont été reportées"),
        Status.CANCELLED: ("a été annulé", "a été annulée", "ont été annulés",
                           "ont été annulées"),
    },
    ahead=("aurait lieu", "avoir lieu", "auraient lieu"),
    passive=("par",),
)  # fmt: skip

SPANISH = Language(
    code="es", name="Spanish",
    months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
           "diciembre",
    day=("{d} de {m} de {y}", "{d} de {m} del {y}"), month=("{m} de {y}", "{m} del {y}"),
    between=("entre el {a} y el {b}",), since=("a partir del {a}", "desde el {a}"),
    until=("hasta el {a}",),
    small="a al ambos con e el ella ellas ellos en entre fue fueron ha han la las los que se su "
          "sus "
          "sido un una y",
    past={
        "conversation": ("habló con", "hablaron", "hablado"),
        "meeting": ("reunió", "reunieron", "reunido", "se encontró con", "se encontraron",
                    "tuvo lugar", "tuvieron lugar", "mantuvo una reunión",
                    "mantuvieron una reunión"),
        "talks": ("mantuvo conversaciones", "mantuvieron conversaciones", "celebró conversaciones",
                  "celebraron conversaciones", "conversó", "conversaron",
                  "mantenido"),
        "visit": ("visitó", "visitaron", "visitado"),
        "reception": ("recibió", "recibieron", "recibido", "recibida", "recibidos", "recibidas"),
        "summit": ("participó en una cumbre", "participaron en una cumbre"),
        "call": ("habló por teléfono", "hablaron por teléfono"),
    },
    bare={
        "conversation": ("conversación", "conversación de", "hablar", "hablaría", "hablarían"),
        "meeting": ("reunión", "reunión de", "reunir", "reunirse", "reuniría", "reunirían",
                    "encuentro", "encuentro de"),
        "talks": ("conversaciones", "conversaciones de", "mantener conversaciones",
                  "mantendría conversaciones", "mantendrían conversaciones"),
        "visit": ("visita", "visita de", "visitar", "visitaría"),
        "reception": ("recepción", "recepción de", "recibir", "recibiría"),
        "summit": ("cumbre", "cumbre de"),
        "call": ("llamada telefónica", "llamada telefónica de", "hablar por teléfono",
                 "hablaría por teléfono", "hablarían por teléfono", "conversación telefónica"),
    },
    status={
        Status.UNDER_WAY: ("según se informó",),
        Status.ANNOUNCED: ("se anunció que", "se anunció", "fue anunciado", "fue anunciada",
                           "se ha anunciado que", "se ha anunciado",
                           "según un anuncio", "según el anuncio", "estaba previsto para",
                           "estaba previsto que", "estaba previsto",
                           "estaba prevista para", "estaba prevista", "tenía previsto"),
        Status.CONFIRMED: ("se confirmó que", "se confirmó", "fue confirmado", "fue confirmada",
                           "se ha confirmado que", "se ha confirmado"),
        Status.UNCONFIRMED: ("no se confirmó que", "no se confirmó", "no fue confirmado",
                             "no fue confirmada",
                             "no se ha confirmado que", "no se ha confirmado"),
        Status.DENIED: ("se negó que", "fue negado que", "fue desmentido", "fue desmentida",
                        "se desmintió que", "se desmintió"),
        Status.POSTPONED: ("fue aplazado", "fue aplazada", "fueron aplazadas", "se aplazó"),
        Status.CANCELLED: ("fue cancelado", "fue cancelada", "fueron canceladas", "se canceló"),
    },
    ahead=("tendría lugar", "tener lugar"),
    passive=("por",),
)  # fmt: skip

LANGUAGES: Mapping[str, Language] = {
    one.code: one for one in (ENGLISH, GERMAN, FRENCH, SPANISH)
}  # fmt: skip
