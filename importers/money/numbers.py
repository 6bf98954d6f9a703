"""Numbers in digits as newsletters print them, and what they stand for."""

from __future__ import annotations

import re
from decimal import Decimal

NUMBER = re.compile(
    r"[0-9]{1,4}[½¼¾]|[0-9]{1,3}(?:[ \u00a0\u202f'’][0-9]{3}){1,5}(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]+(?:(?:[.,]|,\s{1,4}(?=[0-9]{3},[0-9]{3})|(?<=,[0-9]{3}),\s{0,3}\n\s{0,3}(?=[0-9]{3}(?![0-9]))"
    r"|(?<=,[0-9]{3}),\s(?=000(?![0-9])))[0-9]+){0,6}"
)
"""Digits with thousands set apart by a comma, a point, a blank or an apostrophe; after a comma a line may have ended."""

_PARTS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


def value_of(digits: str, scaled: bool) -> tuple[Decimal, bool]:
    """What digits with marks stand for, and whether thousands are set apart in them; `scaled` when a scale word follows."""
    if digits[-1] in _PARTS:
        return Decimal(digits[:-1]) + Decimal(_PARTS[digits[-1]]), False
    plain = re.sub(r"[\s\u00a0\u202f'’]+", "", digits)
    marks = re.findall(r"[.,]", plain)
    parts = re.split(r"[.,]", plain)
    if not marks:
        return Decimal(plain), plain != digits
    thousands = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3
    if len(marks) == 1:
        if thousands and not scaled and parts[0] != "0":
            return Decimal("".join(parts)), True
        if thousands and scaled and marks[0] == "," and parts[0] != "0":
            return Decimal("".join(parts)), True
        return Decimal(".".join(parts)), plain != digits
    if thousands and len(set(marks)) == 1:
        return Decimal("".join(parts)), True
    return Decimal("".join(parts[:-1]) + "." + parts[-1]), True


def plain(value: Decimal) -> Decimal:
    """The value without an exponent and without zeros behind the point."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if whole == value else value.normalize()
