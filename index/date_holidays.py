"""The days of feasts that move, and of those that stand still."""

from __future__ import annotations

from datetime import date, timedelta

from index.date_arithmetic import Stretch, day_stretch, months_from, nth_weekday
from index.date_records import Unit

FIXED = {  # month and day
    "new_year": (1, 1), "new_years_eve": (12, 31), "christmas": (12, 25), "christmas_eve": (12, 24),
    "boxing": (12, 26), "halloween": (10, 31), "valentine": (2, 14), "may_day": (5, 1),
    "independence": (7, 4), "bastille": (7, 14), "patrick": (3, 17), "veterans": (11, 11),
    "armistice": (11, 11), "april_fools": (4, 1), "epiphany": (1, 6), "assumption": (8, 15),
    "all_saints": (11, 1), "juneteenth": (6, 19), "earth": (4, 22), "women": (3, 8),
    "groundhog": (2, 2), "flag": (6, 14), "guy_fawkes": (11, 5), "inauguration": (1, 20),
    "nicholas": (12, 6), "lucy": (12, 13), "all_souls": (11, 2),
}  # fmt: skip
NTH_WEEKDAYS = {  # month, which, weekday
    "thanksgiving": (11, 4, 4), "labor": (9, 1, 1), "memorial": (5, -1, 1), "columbus": (10, 2, 1),
    "martin_luther_king": (1, 3, 1), "presidents": (2, 3, 1), "mothers": (5, 2, 7),
    "fathers": (6, 3, 7),
}  # fmt: skip
AFTER_THANKSGIVING = {"black_friday": 1, "cyber_monday": 4}
FROM_EASTER = {"easter": 0, "good_friday": -2, "easter_monday": 1, "palm_sunday": -7,
               "ash_wednesday": -46, "pentecost": 49, "ascension": 39, "maundy": -3}  # fmt: skip


def holiday(name: str, year: int) -> Stretch | None:
    """The day of a feast in a year; None for one whose day is not worked out here."""
    if name in FIXED:
        return day_stretch(date(year, *FIXED[name]))
    if name in FROM_EASTER and year > 1582:
        return day_stretch(easter(year) + timedelta(days=FROM_EASTER[name]))
    if name in AFTER_THANKSGIVING:
        feast = holiday("thanksgiving", year)
        return feast and day_stretch(feast.first + timedelta(days=AFTER_THANKSGIVING[name]))
    if name in NTH_WEEKDAYS:
        month, which, weekday = NTH_WEEKDAYS[name]
        whole = months_from(year, month, 1, Unit.MONTH)
        day = nth_weekday(whole, which, weekday) if whole else None
        return day_stretch(day) if day else None
    return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
