"""Sums whose currency stands only with the one before them: "USD 3.6 million, of which Japan gives 2 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.models import Money
from importers.money.amounts import MoneyMention, scale_at
from importers.money.numbers import NUMBER, plain, value_of

_BEFORE = re.compile(
    r"(?:[^.;:!?]|\.(?=\d)){0,60}?\bof\s(?:which|this|that|these)(?:\ssum)?,?\s[^.;:!?\d]{0,60}?(?=\d)"
    r"|[^.;:!?\d]{0,60}?(?:,|;|\sand|\swhile|\splus)\s(?:and\s|while\s)?(?:the\s)?[A-Z][\w’' -]{1,50}?\s"
    r"(?:(?:g[ai]ves?|add(?:s|ed)|contribut(?:es|ed)|pa(?:ys|id)|provid(?:es|ed)|puts?|in|up|an?other|a\sfurther|the\s(?:other"
    r"|remaining)"
    r"|about|some)\s){0,3}(?=\d)"
    r"|[^.;:!?\d]{0,60}?(?:,|\sand|\swhile)\s(?:and\s|while\s)?the\s[a-z-]+\s(?:an?other|a\sfurther|the\s(?:other"
    r"|remaining))\s(?=\d)"
    r"|,\s(?:about\s|some\s)?(?=\d[\d.,]*\s(?:[mb]illion\s|thousand\s)?of\s(?:which|this|it)\b)"
    r"|[^.;:!?\d(]{0,60}?[(,]\s?(?:about\s|some\s)?(?=\d[\d.,]*\s(?:[mb]illion\s|thousand\s)?(?:from|by"
    r"|c[ao]mes?\sfrom)\s(?:the\s)?[A-Z])"
)
"""What stands between a sum and one in the same currency."""
_BEHIND = re.compile(
    r"\s*(?:[.;,)](?!\d)|\Z)|\s(?:from|by|comes?|came|through|goes|went|of\s(?:which|this|it)\b|(?:and|while)\s(?:the\s|[A-Z])"
    r"|(?:is|are|was|were|has\sbeen)\s(?:put|given|provided|paid|borne|covered|contributed|met|funded|financed|donated|added"
    r"|pledged)\b)"
)
"""What stands behind a sum; behind a number of anything else its noun does."""
_MOST = 6
"""Parts of one sum that are looked for."""


def with_parts(text: str, found: Sequence[MoneyMention]) -> list[MoneyMention]:
    """The ascending sums of a text and, behind each, those of the same sentence that leave out its currency.

    Only a number with a scale word or with thousands set apart is one.
    """
    every: list[MoneyMention] = []
    for index, one in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        every.append(one)
        for _ in range(_MOST):
            if (part := _next(text, every[-1], limit)) is None:
                break
            every.append(part)
    return every


def _next(text: str, whole: MoneyMention, limit: int) -> MoneyMention | None:
    before = _BEFORE.match(text, whole.end)
    number = NUMBER.match(text, before.end()) if before else None
    if number is None:
        return None
    zeros, end = scale_at(text, number.end())
    value, grouped = value_of(number[0], bool(zeros))
    if end > limit or not (zeros or grouped) or value <= 0 or _BEHIND.match(text, end) is None:
        return None
    return MoneyMention(number.start(), end, text[number.start() : end], Money(whole.money.currency, plain(value.scaleb(zeros))))
