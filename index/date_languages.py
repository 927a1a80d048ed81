"""Full dates in other languages than English: "14 de marzo de 2024", "14 марта 2024 г.".

Only what prints day, month and year is read; the names of the months are data, by language.
"""

from __future__ import annotations

import re

from index.date_numeric import read_day
from index.date_records import Meaning

MONTHS_OF_LANGUAGE = {  # January to December, as they stand after a day; several ways by strokes
    "German": "januar/jänner februar/feber märz april mai juni juli august september oktober "
    "november dezember",
    "French": "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre",
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre "
    "noviembre diciembre",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
    "novembre dicembre",
    "Portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro "
    "novembro dezembro",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november "
    "december",
    "Swedish": "januari februari mars april maj juni juli augusti september oktober november "
    "december",
    "Danish": "januar februar marts april maj juni juli august september oktober november december",
    "Norwegian": "januar februar mars april mai juni juli august september oktober november "
    "desember",
    "Polish": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "Czech": "ledna února března dubna května června července srpna září října listopadu prosince",
    "Serbian": "januara/januar februara/februar marta/mart aprila/april maja/maj juna/jun jula/jul "
    "avgusta/avgust septembra/septembar oktobra/oktobar novembra/novembar decembra/decembar",
    "Croatian": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna "
    "listopada. studenoga/studenog prosinca",
    "Ukrainian": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада "
    "грудня",
    "Russian": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
# "Listopada" is November in Polish, which writes the day without a full stop ("5 listopada 2019"),
# and October in Croatian, which writes one ("5. listopada 2019."): the stop tells them apart.
AFTER_STOP = {"listopada": 10}
FOREIGN_MONTHS = {
    name: number
    for names in MONTHS_OF_LANGUAGE.values()
    for number, ways in enumerate(names.split(), start=1)
    for name in ways.split("/")
    if not name.endswith(".")
}
FOREIGN_DAY = (  # a pattern for the lexer; what it matches `read_foreign_day` reads
    r"(?<![\w.])\d{1,2}(?:\.|er|º|°|-?го|-?е)?\s(?:de\s|den\s)?(?:"
    + "|".join(sorted(FOREIGN_MONTHS, key=len, reverse=True))
    + r")(?:\sde[l]?\s|,?\s)[12]\d{3}(?!\d)"
)
PARTS = re.compile(r"(\d{1,2})(\.?)\S*\s(?:de\s|den\s)?([^\W\d]+).*?(\d{4})$", re.IGNORECASE)


def read_foreign_day(words: str) -> Meaning | None:
    """The day that a full date in one of the languages names, None where the calendar has none."""
    match = PARTS.fullmatch(" ".join(words.split()))
    if match is None:
        return None
    name = match[3].lower()
    month = AFTER_STOP.get(name) if match[2] else None
    return read_day(int(match[4]), month or FOREIGN_MONTHS[name], int(match[1]))
