"""Whether the words around a date say that it is none: a count, a code, the verb "may".

The word lists are in `data/dates.toml`, table `cues`. Every question here looks at a few tokens, never at the whole text.
"""

from __future__ import annotations

import re

from importers.dates.words import Tokens, cue

_LIKELY_YEARS = range(1900, 2060)
"""Years that are years after "in", even before a noun that can be counted."""
_PROSE_YEARS = range(1500, 2060)
"""Years that need no further sign that they are years."""


def refused(form: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words around tokens `start` to `end` say that this is no date of that form."""
    kinds = tokens.kinds[start:end]
    if _is_before_christ(tokens, end) or _is_of_a_street(tokens, end + (tokens.kinds[end : end + 1] == "Y")):
        return True
    if form == "month":
        return _no_month(tokens, start, end)
    if form == "season":
        return _no_season(tokens, start, end, kinds)
    if form == "bare-day":
        return _no_bare_day(tokens, start, end)
    if form in ("day", "range", "list") and (_counts_days(tokens, end, kinds) or _is_numbered(tokens, start, kinds)):
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


def _is_before_christ(tokens: Tokens, end: int) -> bool:
    """Whether its year is of before our era, with or without the number: "August 490 BC"."""
    kinds = tokens.kinds[end : end + 2]
    return kinds[:1] == "e" or (kinds[:1] in tuple("NDuY") and kinds[1:] == "e")


def _no_quarter(tokens: Tokens, end: int, kinds: str) -> bool:
    """ "the third quarter" stands alone; "a quarter", "first half" and "H2" need a year."""
    if set("Yy") & set(kinds) or set("prcnfsE") & set(kinds.replace("p", "", 1) if "X" in kinds else kinds):
        return False
    if "R" in kinds:
        return tokens.word(end) in ("final", "finals", "century", "mile") or (
            tokens.kinds[end : end + 1] == "x" and tokens.word(end) == "of"
        )
    return "X" in kinds or "H" in kinds


def _is_numbered(tokens: Tokens, start: int, kinds: str) -> bool:
    """Whether a number is that of an issue, or of what the next column names: "No. 14 July", "May   3rd fair"."""
    before = start - 2 if tokens.kinds[start - 1 : start] in ("!", ".") else start - 1
    if kinds[0] == "D" and tokens.word(before) in cue("code_short"):
        return True
    return kinds[:2] in ("MD", "MO") and _COLUMN.fullmatch(tokens.gap(start + 1)) is not None


_COLUMN = re.compile(r" {3,}|\t")
"""What parts two columns of one line."""


def _is_of_a_street(tokens: Tokens, end: int) -> bool:
    """Whether a street has the name of the day: "31 August 1989 Street", but not "on 3 May Street lights were mended"."""
    name = tokens.printed(end)
    named = tokens.word(end) in cue("streets") and name[:1].isupper() and name != "St" and tokens.gap(end) == " "
    return named and (_ends_clause(tokens, end + 1) or tokens.word(end + 1) in ("in", "and", "of", "no", "where"))


def _counts_days(tokens: Tokens, end: int, kinds: str) -> bool:
    """ "in May 30 officers": the number counts what follows; "on May 30 officers" and "May 3-5 officers" have days."""
    last = "D" if kinds[-1] == "O" and tokens.printed(end - 1)[-2:] in ("2d", "3d") else kinds[-1]  # "in May 3d printers came"
    if last == "W" and "o" not in kinds:
        # "March - The second plan was presented" begins a sentence behind the month
        return not _ends_clause(tokens, end) and (kinds[-2:] != "tW" or tokens.printed(end - 2)[:1].isupper())
    if last not in "Du":
        year = tokens.number(end - 1)
        # "on 12 May, 2016 people" and "on 12 May 2000 people", but "on 12 May 2016 people": few are counted to the last one
        return (
            last == "Y"
            and not (year in _LIKELY_YEARS and year % 50 and kinds[-2] != ",")
            and tokens.word(end) in cue("count_after")
            and tokens.kinds[end : end + 1] == "x"
        )
    after = tokens.word(end)
    if not after or _ends_clause(tokens, end):
        return after in ("%", "°")
    if kinds[0] == "M" and (kinds[-2:] in ("-D", ">D") or tokens.word(end - len(kinds) - 1) == "on"):
        return False
    if after in cue("count_after") or after in cue("day_count_after"):
        return True
    return "o" not in kinds and tokens.kinds[end] == "x" and _plural(tokens, end) and after not in cue("event_nouns")


def _ends_clause(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is punctuation, or there is none."""
    return tokens.kinds[index : index + 1] in ("", ",", ".", "!", ")", ";", ":", "P", "(", "-")


def _plural(tokens: Tokens, index: int) -> bool:
    """Whether token `index` looks like a noun in the plural."""
    word = tokens.printed(index)
    if word.islower() and word.endswith(("children", "people", "women")):
        return True
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
    if before in cue("epithets") or (tokens.word(index - 1) == "the" and named):
        return True
    told = before in cue("month_before") or (kinds[0] == "t" and tokens.kinds[end : end + 1] != "x")
    if len(printed) <= 4 and printed.lower() not in ("may", "june", "july") and not told:
        return tokens.kinds[start - 1 : start] == "M" or bool(after) or bool(before)
    if before in cue("persons") or (before in (".",) and tokens.word(start - 2) in cue("persons")):
        return True
    if told and kinds[0] != "t":
        return printed in ("May", "March") and before in ("and", "or", "to", "the", "that", "than") and after in cue("modal_after")
    if printed == "MAY" and len(after) > 1 and after.isupper() and tokens.gap(end) == " ":
        return True  # a line in capitals
    if printed in ("May", "MAY"):
        if tokens.kinds[end : end + 2] in ("&M", "/M"):
            return False  # "April, May and June 2016"
        if printed == "May" and after in cue("month_acts"):
            return _name_before(tokens, index)  # "May was a busy month"
        person = _name_before(tokens, index) or (named and index == start and before.isalpha() and before.islower())
        return after.lower() in cue("modal_after") or (bool(after) and after.islower()) or person
    if printed == "March" and after.lower() in cue("verb_after"):
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
    placed = tokens.kinds[start - 1 : start] == "i" or tokens.word(start - 1) in ("over", "throughout", "for")
    told = (placed and ("t" in kinds or "q" in kinds)) or ("q" in kinds and kinds[0] == "t")
    if kinds == "S" and _ends_clause(tokens, end):
        # "is due in autumn", "to be drafted by spring"
        told = placed or tokens.word(start - 1) in ("by", "until", "till", "since")
    return word == "fall" or not told or tokens.word(end) in cue("of_a_season")


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
    numbered = tokens.kinds[start - 1 : start] == "!" and tokens.word(start - 2) in cue("code_short")
    before = tokens.word(start - 2 if numbered else start - 1)
    if _signed(tokens, start, end) or _is_house(tokens, start, end) or _is_an_age(tokens, end):
        return True
    if "Y" not in kinds and kinds[-1:] == "y":
        return tokens.kinds[start - 1 : start] != "i" and before not in cue("year_before")
    introduced = before in cue("year_before")
    beside = set("NuY") & set(tokens.kinds[max(0, start - 1) : start]) or set("NuD") & set(tokens.kinds[end : end + 1])
    if beside and not introduced:
        return True
    years = [tokens.number(index) for index in range(start, end) if tokens.kinds[index] == "Y"]
    if max(years, default=2000) > 2100 or before in cue("code_before") - cue("year_before") or before in cue("money_before"):
        return True
    if "d" in tokens.kinds[end : end + 1] or before == "ad":
        return False
    likely = all(year in _LIKELY_YEARS for year in years)
    shortened = kinds[-2:] in ("-u", "-D")  # "1576-77" counts nothing
    strong = likely and (before in cue("strong_before") or (before in cue("firm_before") and all(year % 50 for year in years)))
    if after in cue("count_after") and "E" not in kinds and not shortened and not (strong and after not in cue("places_after")):
        return before not in ("a", "an") or not likely or after in cue("places_after")
    if before not in cue("strong_before") and any(tokens.word(index) in cue("telephone") for index in range(start - 3, start)):
        return True
    yearly = after in cue("yearly") and all(year in _PROSE_YEARS for year in years)
    if (shortened and introduced) or (
        yearly and (all(year % 50 for year in years) or tokens.word(start - 2).endswith(("%", "percent")))
    ):
        return False
    if "E" in kinds or introduced or "q" in kinds or tokens.kinds[start - 1 : start] in ("i", "b", "q", "l"):
        weak = before in cue("weak_before") or tokens.name(start) == "about"
        named = before == "of" and all(year in _PROSE_YEARS for year in years) and tokens.printed(start - 2)[:1].isupper()
        # "the Constitution of 2010 grants"
        return weak and not named and _plural(tokens, end) and after not in cue("event_nouns")
    if not introduced and _counts_behind(tokens, start, end):
        return True
    if before in ("a", "an") and likely and tokens.kinds[end : end + 1] == "x" and not _plural(tokens, end):
        return False  # "a 1967 law"
    return (before in cue("number_before") and len(years) == 1) or _unlikely_year(tokens, start, end, years)


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
        elif tokens.word(index) in cue("count_after") - cue("describing"):
            return True
    return False


def _is_an_age(tokens: Tokens, end: int) -> bool:
    """ "a 2000-year-old tree", "2000 years old"."""
    words = [tokens.word(index) for index in range(end, end + 4) if tokens.kinds[index : index + 1] != "-"]
    return words[:1] in (["year"], ["years"]) and words[1:2] == ["old"]


def _is_house(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the number is that of a house: "1840 Spring Street", not "the 1929 Wall Street crash"."""
    if tokens.word(start - 1) in ("the", "a", "this", "its", "in", "since", "during", "by", "until", "of", "after", "before"):
        return False
    for index in range(end, min(end + 4, len(tokens.starts))):
        if not tokens.printed(index)[:1].isupper():
            return False
        if tokens.word(index) in cue("streets"):
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
        return left[-1] not in "-–" or not left[0].isalpha() or not (word.islower() or word.lower() in cue("year_prefixes"))
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
        and after not in cue("event_nouns")
        and bool(before)
        and tokens.gap(start) == " "
        and after.islower()
    )
