"""Sums in the rows of a table, whose currency stands in the head of their column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from db.models import Span
from importers.money.amounts import MoneyMention, find_money
from importers.readers.tables import cells_of

_CURRENCY = re.compile(r"(?:[A-Z]{1,3})?[$€£¥]|[A-Z]{3}\b")
_LONGEST = 40
"""Characters of the head of a column."""
_SCALED = re.compile(r"thousand|million|[’'‘`]000|\b000s?\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d.,' ]*")


def money_in_columns(text: str, rows: Sequence[Span], dollar: str) -> Iterator[MoneyMention]:
    """The sums of each column whose head names a currency and no scale: "Date | Project | US$", "Value (EUR)".

    `rows` are the rows of a story's tables in `text`, their cells apart by bars; `dollar` is what a bare "$" stands for.
    """
    column: tuple[int, int, str] | None = None
    for start, end in rows:
        cells = cells_of(text, start, end)
        words = [text[slice(*cell)] for cell in cells]
        head = next((place for place, word in enumerate(words) if _is_head(word, dollar)), None)
        if head is not None and not any(map(_FIGURE.fullmatch, words)):
            column = None if _SCALED.search(words[head]) else (head, len(words), _CURRENCY.findall(words[head])[-1])
        elif column is not None and len(words) == column[1] and _FIGURE.fullmatch(words[column[0]]):
            for mention in find_money(f"{column[2]} {words[column[0]]}", dollar)[:1]:
                yield MoneyMention(*cells[column[0]], words[column[0]], mention.money)


def _is_head(word: str, dollar: str) -> bool:
    currency = _CURRENCY.findall(word) if len(word) <= _LONGEST else []
    return bool(currency) and bool(find_money(f"{currency[-1]} 1", dollar))
