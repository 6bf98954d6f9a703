"""What the words around a date say of it: that it is none (a count, a code, the verb "may"), or what it is to its sentence.

The word lists are in `data/dates.toml`, table `cues`. Every question here looks at a few tokens, never at the whole text.
"""

from __future__ import annotations

import re
from functools import cache

from importers.dates.words import Tokens, vocabulary

_NEAR = 80
"""Characters on either side that can tell a statistic or a plan's title."""
_LIKELY_YEARS = range(1900, 2060)
"""Years that are years after "in", even before a noun that can be counted."""
_PROSE_YEARS = range(1500, 2060)
"""Years that need no further sign that they are years."""


@cache
def _cue(name: str) -> frozenset[str]:
    return vocabulary().cues[name]


def refused(form: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words around tokens `start` to `end` say that this is no date of that form."""
    kinds = tokens.kinds[start:end]
    if "e" in tokens.kinds[end : end + 1]:
        return True
    if form == "month":
        return _no_month(tokens, start, end)
    if form == "season":
        return _no_season(tokens, start, end, kinds)
    if form == "bare-day":
        return _no_bare_day(tokens, start, end)
    if form in ("day", "range", "list") and _counts_days(tokens, start, end, kinds):
        return True
    if form in ("year", "year-number", "month-number", "glued") or (form == "range" and not set(kinds) - set("Yy->/&tqloi")):
        return _no_year(tokens, start, end, kinds)
    if form == "quarter":
        return _no_quarter(tokens, end, kinds)
    if form == "counted":
        return kinds[-1] == "l" and tokens.word(end) in ("than", "in", "this", "today")
    if form == "relative" and kinds[-1] in "Br" and len(kinds) == 3 and kinds[1] != "J":
        return not _ends_clause(tokens, end)  # "the year before the flood"
    if form == "relative" and kinds[-1] in "EKVC" and tokens.printed(end - 1).endswith("s"):
        return True  # "in later years" names no year
    if form == "relative":
        return kinds[-1] in "EK" and tokens.printed(end).startswith("’s old")
    return False


def _no_quarter(tokens: Tokens, end: int, kinds: str) -> bool:
    """ "the third quarter" stands alone; "a quarter", "first half" and "H2" need a year."""
    if set("Yy") & set(kinds) or set("prcnfsE") & set(kinds.replace("p", "", 1) if "X" in kinds else kinds):
        return False
    if "R" in kinds:
        return tokens.word(end) in ("final", "finals", "century", "mile") or (
            tokens.kinds[end : end + 1] == "x" and tokens.word(end) == "of"
        )
    return "X" in kinds or "H" in kinds


def _counts_days(tokens: Tokens, start: int, end: int, kinds: str) -> bool:
    """ "in May 30 officers": the number counts what follows."""
    last = "D" if kinds[-1] == "O" and tokens.printed(end - 1)[-2:] in ("2d", "3d") else kinds[-1]  # "in May 3d printers came"
    if last == "W" and "o" not in kinds:
        return not _ends_clause(tokens, end) and kinds[-2:] != "tW"
    if last not in "Du":
        return (
            last == "Y"
            and tokens.word(end) in _cue("count_after")
            and tokens.kinds[end : end + 1] == "x"
            and not _ends_clause(tokens, end)
        )
    after = tokens.word(end)
    if not after or _ends_clause(tokens, end):
        return after in ("%", "°")
    if after in _cue("count_after") or after in _cue("day_count_after"):
        return True
    return "o" not in kinds and tokens.kinds[end] == "x" and _plural(tokens, end) and after not in _cue("event_nouns")


def _ends_clause(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is punctuation, or there is none."""
    return tokens.kinds[index : index + 1] in ("", ",", ".", "!", ")", ";", ":", "P", "(", "-")


def _plural(tokens: Tokens, index: int) -> bool:
    """Whether token `index` looks like a noun in the plural."""
    word = tokens.printed(index)
    return (
        len(word) > 3
        and word.isalpha()
        and word.islower()
        and word.endswith("s")
        and not word.endswith(("ss", "was", "has", "this", "us", "is", "wards", "always"))
    )


# Months and seasons -----------------------------------------------------------------------------------------------------------


def _no_month(tokens: Tokens, start: int, end: int) -> bool:
    """A month's name without day or year can be a verb, a person, or "may"."""
    kinds = tokens.kinds[start:end]
    index = start + kinds.index("M")
    printed = tokens.printed(index)
    sign = tokens.text[tokens.starts[index] - 1 : tokens.starts[index]]
    if sign and sign in "$@#_":
        return True
    if set("Yy") & set(kinds) or set("rcnfspqlE") & set(kinds):
        return False
    before, after = tokens.word(start - 1), tokens.printed(end)
    named = after[:1].isupper() and after[1:].islower() and tokens.kinds[end] == "x" and tokens.gap(end) == " "
    if before in _cue("epithets") or (tokens.word(index - 1) == "the" and named):
        return True
    told = before in _cue("month_before") or (kinds[0] == "t" and tokens.kinds[end : end + 1] != "x")
    if len(printed) <= 4 and printed.lower() not in ("may", "june", "july") and not told:
        return tokens.kinds[start - 1 : start] == "M" or bool(after) or bool(before)
    if before in _cue("persons") or (before in (".",) and tokens.word(start - 2) in _cue("persons")):
        return True
    if told and kinds[0] != "t":
        return printed in ("May", "March") and before in ("and", "or", "to", "the", "that", "than") and after in _cue("modal_after")
    if printed == "MAY" and len(after) > 1 and after.isupper() and tokens.gap(end) == " ":
        return True  # a line in capitals
    if printed in ("May", "MAY"):
        if printed == "May" and after in _cue("month_acts"):
            return _name_before(tokens, index)  # "May was a busy month"
        person = _name_before(tokens, index) or (named and index == start and before.isalpha() and before.islower())
        return after.lower() in _cue("modal_after") or (bool(after) and after.islower()) or person
    if printed == "March" and after.lower() in _cue("verb_after"):
        return True
    if printed in ("April", "June", "August", "March"):
        return named or _name_before(tokens, index)
    return False


def _name_before(tokens: Tokens, start: int) -> bool:
    """Whether a capitalised word that opens no sentence stands right before ("Theresa May")."""
    word = tokens.printed(start - 1)
    return tokens.kinds[start - 1 : start] == "x" and word[:1].isupper() and word[1:].islower() and tokens.gap(start) == " "


def _no_season(tokens: Tokens, start: int, end: int, kinds: str) -> bool:
    """A season needs a year, "this", "last", or "in the ... " of a story."""
    named = tokens.printed(end)[:1].isupper() and tokens.printed(end - 1)[:1].isupper()
    if kinds[:1] == "Y" and kinds[-1] == "S" and named and tokens.gap(end) == " ":
        return True  # "the 2012 Summer Olympics", "1840 Spring Street"
    if set("Yy") & set(kinds) or set("rcnfsp") & set(kinds):
        return tokens.word(end) in ("of",) and not set("Yy") & set(kinds)
    word = tokens.word(start + kinds.index("S"))
    if named:
        return True  # "the Summer Olympics"
    placed = tokens.kinds[start - 1 : start] == "i" or tokens.word(start - 1) in ("over", "throughout")
    told = (placed and ("t" in kinds or "q" in kinds)) or ("q" in kinds and kinds[0] == "t")
    return word == "fall" or not told or tokens.word(end) in _cue("of_a_season")


def _no_bare_day(tokens: Tokens, start: int, end: int) -> bool:
    """ "the 13th" is a day only after "on" and the like, and before nothing that it could be the thirteenth of."""
    if tokens.word(start - 1) not in ("on", "by", "until", "till", "since", "from", "and", "to", "of"):
        return True
    return not (
        _ends_clause(tokens, end)
        or tokens.kinds[end] in "&>"
        or tokens.word(end) in ("when", "the", "he", "they", "she", "it", "at", "in")
    )


# Years ------------------------------------------------------------------------------------------------------------------------


def _no_year(tokens: Tokens, start: int, end: int, kinds: str) -> bool:
    """A number of four digits alone can be a count, a code, an amount, part of a telephone number or of a title."""
    after = tokens.word(end)
    numbered = tokens.kinds[start - 1 : start] == "!" and tokens.word(start - 2) in _cue("code_short")
    before = tokens.word(start - 2 if numbered else start - 1)
    if _signed(tokens, start, end) or _is_house(tokens, start, end):
        return True
    if "Y" not in kinds and kinds[-1:] == "y":
        return tokens.kinds[start - 1 : start] != "i" and before not in _cue("year_before")
    introduced = before in _cue("year_before")
    beside = set("NuY") & set(tokens.kinds[max(0, start - 1) : start]) or set("NuD") & set(tokens.kinds[end : end + 1])
    if beside and not introduced:
        return True
    years = [tokens.number(index) for index in range(start, end) if tokens.kinds[index] == "Y"]
    if max(years, default=2000) > 2100 or before in _cue("code_before") - _cue("year_before") or before in _cue("money_before"):
        return True
    if "d" in tokens.kinds[end : end + 1] or before == "ad":
        return False
    likely = all(year in _LIKELY_YEARS for year in years)
    shortened = kinds[-2:] in ("-u", "-D")  # "1576-77" counts nothing
    strong = likely and (before in _cue("strong_before") or (before in _cue("firm_before") and all(year % 50 for year in years)))
    if after in _cue("count_after") and "E" not in kinds and not shortened and not (strong and after not in _cue("places_after")):
        return before not in ("a", "an") or not likely or after in _cue("places_after")
    if before not in _cue("strong_before") and any(tokens.word(index) in _cue("telephone") for index in range(start - 3, start)):
        return True
    yearly = after in _cue("yearly") and all(year in _PROSE_YEARS for year in years)
    if (shortened and introduced) or (
        yearly and (all(year % 50 for year in years) or tokens.word(start - 2).endswith(("%", "percent")))
    ):
        return False
    if "E" in kinds or introduced or "q" in kinds or tokens.kinds[start - 1 : start] in ("i", "b", "q", "l"):
        weak = before in _cue("weak_before") or tokens.name(start) == "about"
        named = before == "of" and all(year in _PROSE_YEARS for year in years) and tokens.printed(start - 2)[:1].isupper()
        # "the Constitution of 2010 grants"
        return weak and not named and _plural(tokens, end) and after not in _cue("event_nouns")
    if not introduced and _counts_behind(tokens, start, end):
        return True
    if before in ("a", "an") and likely and tokens.kinds[end : end + 1] == "x" and not _plural(tokens, end):
        return False  # "a 1967 law"
    return (before in _cue("number_before") and len(years) == 1) or _unlikely_year(tokens, start, end, years)


def _counts_behind(tokens: Tokens, start: int, end: int) -> bool:
    """ "2000 pre-registered participants": what can be counted stands some words behind, no article before."""
    if (
        tokens.word(start - 1) in ("the", "a", "an", "this", "its", "their", "his", "her", "s", "our")
        or tokens.kinds[end : end + 1] != "x"
    ):
        return False
    for index in range(end + 1, end + 5):
        if tokens.kinds[index - 1 : index + 1] not in ("xx", "-x", "x-") or not tokens.printed(index)[:1].islower():
            if tokens.kinds[index : index + 1] != "-":
                return False
        elif tokens.word(index) in _cue("count_after") - _cue("describing"):
            return True
    return False


def _is_house(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the number is that of a house: "1840 Spring Street", not "the 1929 Wall Street crash"."""
    if tokens.word(start - 1) in ("the", "a", "this", "its", "in", "since", "during", "by", "until", "of", "after", "before"):
        return False
    for index in range(end, min(end + 4, len(tokens.starts))):
        if not tokens.printed(index)[:1].isupper():
            return False
        if tokens.word(index) in _cue("streets"):
            return index > end
    return False


def _signed(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sign that is glued to the number makes it a code, an amount or a part of a longer one."""
    text, first, last = tokens.text, tokens.starts[start], tokens.ends[end - 1]
    left, right = text[max(0, first - 2) : first], text[last : last + 2]
    if left[-1:] in _SIGNS and left[:-1].strip():
        # "mid-2015" and "post-2015" are years, "Expo-2017" is a name
        if left[-1] == ".":
            return not left[0].isalpha()
        word = tokens.printed(start - 2)
        return left[-1] not in "-–" or not left[0].isalpha() or not (word.islower() or word.lower() in _cue("year_prefixes"))
    return right[:1] in _RIGHT_SIGNS and bool(right[1:].strip()) and not right[1:].isalpha()


_SIGNS = frozenset("-–/.:+#$€£@_*=&%")
_RIGHT_SIGNS = frozenset("-/_%+=*@°")


def _unlikely_year(tokens: Tokens, start: int, end: int, years: list[int]) -> bool:
    """A year that no preposition introduces."""
    if any(year not in _PROSE_YEARS for year in years) and "(" not in (tokens.printed(start - 1), tokens.printed(start - 2)):
        return True
    before, after = tokens.printed(start - 1), tokens.printed(end)
    if before.isupper() and len(before) > 1 and before.isalpha() and tokens.gap(start) == " ":
        return True
    determined = before.lower() in ("the", "a", "this", "its", "their", "his", "s")
    return (
        _plural(tokens, end)
        and not determined
        and after not in _cue("event_nouns")
        and bool(before)
        and tokens.gap(start) == " "
        and after.islower()
    )


# Roles ------------------------------------------------------------------------------------------------------------------------

_LEADS = {"since": "since", "until": "until", "till": "until", "by": "by", "before": "before", "after": "after", "from": "from"}


def role_of(form: str, tokens: Tokens, start: int, end: int) -> str:
    """What the date is to its sentence, as `Expression.role` lists it."""
    kinds = tokens.kinds[start:end]
    if not set("MmDOWQHSIF") & set(kinds) and set("YG") & set(kinds):
        titled = _title(tokens, start, end)
        if titled:
            return titled
    if form in _NAMING and tokens.word(start - 1) in ("of", "dated") and _of_instrument(tokens, start):
        return "instrument-year"
    # "in March and April" is when something was done, as "in March" is
    counted = form in ("period", "quarter", "half") or (
        form == "range" and ("&" not in kinds or tokens.word(start - 1) == "between")
    )
    if counted and _statistics(tokens, start, end):
        return "statistics-period"
    before = tokens.word(start - 1)
    if before in _cue("open_start"):
        return "since"
    if before in ("from", "on", "in") and tokens.word(start - 2) in ("starting", "beginning", "effective"):
        return "since"
    if tokens.word(end) in ("onwards", "onward") or (before == "from" and tokens.word(end) == "on"):
        return "since"
    if before == "prior" or (before == "to" and tokens.word(start - 2) == "prior"):
        return "before"
    if form in ("range", "list"):
        return ""
    return _LEADS.get(before, "")


_NAMING = frozenset(("day", "iso", "numeric", "month", "year"))
_BY = re.compile(r"\b[Bb]y\s+(?:[\w’'-]+\s+){0,3}\Z")
_INSTRUMENT = 100
"""Characters before a date in which the decree is named whose date it is."""


def _of_instrument(tokens: Tokens, start: int) -> bool:
    """Whether the date names a law, a decree or their like: "Decree No. 45 of 12 May 2018"."""
    first = tokens.starts[start]
    found = vocabulary().instrument.search(tokens.text, max(0, first - _INSTRUMENT), first)
    # "By a decree of 5 May the ministers set up a fund" tells what was done on that day
    return found is not None and _BY.search(tokens.text, max(0, found.start() - _INSTRUMENT), found.start()) is None


def _title(tokens: Tokens, start: int, end: int) -> str:
    """Whether the years belong to a title or a programme's term."""
    index, steps = start - 1, 0
    named = "title-year"
    if tokens.kinds[index : index + 1] == "(":
        index -= 1
        # a plan "(1791)" was made in that year, one "(2011-2014)" has it in its name
        named = "instrument-year" if end - start == 1 else named
        if index > 0 and tokens.kinds[index] in "YND" and tokens.word(index - 1) in _cue("code_before"):
            return "instrument-year"  # "Resolution 1540 (2004)"
    if index >= 0 and _titled(tokens, index, "title_nouns"):
        return named
    if index >= 0 and _titled(tokens, index, "instrument_nouns"):
        return "instrument-year"
    # "Programme for Central Asia 2015-2019": capitals and small joining words back to the noun
    while index >= 0 and steps < 7 and _of_title(tokens, index):
        if steps and _titled(tokens, index, "title_nouns"):
            joined = tokens.printed(start - 1)
            if joined not in ("for", "in", "on", "to", "of", "the"):
                return "title-year"
            # a plan "for 2016" has a term; what was done to it "in 2016" has a date
            return "programme-period" if joined == "for" or tokens.kinds.count("Y", start, end) > 1 else ""
        index, steps = index - 1, steps + 1
    # "2016-2018 National Action Plan": capitals forward to the noun
    index, steps = end, 0
    while index < len(tokens.starts) and steps < 5 and tokens.kinds[index] == "x" and tokens.printed(index)[:1].isupper():
        for name, role in (("title_nouns", "title-year"), ("instrument_nouns", "instrument-year")):
            if tokens.word(index) in _cue(name):
                return role
        index, steps = index + 1, steps + 1
    return "programme-period" if tokens.kinds.count("Y", start, end) > 1 and _is_term(tokens, start) else ""


def _is_term(tokens: Tokens, start: int) -> bool:
    """Whether two years are the term of a project or a plan named before them: "the project (2011-2014)", "... for 2015-2017"."""
    before = tokens.word(start - 1)
    if before == "(":
        return any(tokens.word(index) in _cue("term_nouns") for index in range(start - 4, start - 1))
    if before in _cue("term_nouns"):
        return True
    if before not in ("for", "in", "during"):
        return False
    first = tokens.starts[start]
    sentence = _STOP.split(tokens.text[max(0, first - _SENTENCE) : first])[-1]
    words = [word.strip("\"“”'’(),") for word in sentence.split()]
    return any(word[:1].isupper() and word.lower() in _cue("title_nouns") for word in words)


_SENTENCE = 180
"""Characters before two years in which the plan whose term they are is named."""
_STOP = re.compile(r"[.!?;]\s")


def _titled(tokens: Tokens, index: int, name: str) -> bool:
    return tokens.word(index) in _cue(name) and tokens.printed(index)[:1].isupper()


def _of_title(tokens: Tokens, index: int) -> bool:
    if tokens.kinds[index] in "o&t":
        return True
    return tokens.kinds[index] in "xAM" and (tokens.printed(index)[:1].isupper() or tokens.word(index) in ("for", "on", "in", "to"))


def _statistics(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words near it tell figures rather than what was done."""
    first, last = tokens.starts[start], tokens.ends[end - 1]
    near = tokens.text[max(0, first - _NEAR) : first] + " " + tokens.text[last : last + _NEAR]
    return vocabulary().statistics.search(near.lower()) is not None
