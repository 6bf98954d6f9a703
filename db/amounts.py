"""Amounts of money as people type them: `USD 1380000`, `1,380,000 USD`, `$1.38 million`; apart because only editing needs them."""

from __future__ import annotations

import functools
import re
from decimal import Decimal, InvalidOperation

from db import names
from db.parts import Money

_SCALES = {
    "": 0,
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mln": 6,
    "mio": 6,
    "million": 6,
    "bn": 9,
    "billion": 9,
}
_MONEY = re.compile(r"(?P<before>[^\d\s.,-]*)\s*(?P<number>\d[\d.,' \u00a0\u202f]*)\s*(?P<after>[^\d]*)")
_GROUPED = re.compile(r"\d{1,3}(?:[,' \u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def read_money(text: str) -> Money:
    """The amount that a person typed. Raises ValueError, whose message is one line for a person."""
    plain = " ".join(text.split())
    found = _MONEY.fullmatch(plain)
    if not found:
        raise ValueError(f"“{plain[:40]}” is no amount: write a currency and a number, such as USD 1380000")
    scale, currency = _unit(found["after"].strip(), found["before"].strip())
    number = found["number"].strip()
    if scale is None or not _GROUPED.fullmatch(number):
        raise ValueError(f"“{plain[:40]}” is no amount: write a currency and a number, such as USD 1380000 or EUR 1.5 million")
    code = _currencies().get(currency.casefold())
    if code is None:
        near = names.nearest(currency, [key for key in _currencies() if len(key) > 1]) if currency else None
        hint = f"did you mean {_currencies()[near]}?" if near else "write its three letters, such as USD"
        raise ValueError(f"“{currency or plain[:40]}” is no currency: {hint}")
    try:
        value = Decimal(re.sub(r"[,' \u00a0\u202f]", "", number)).scaleb(scale)
    except InvalidOperation:
        raise ValueError(f"“{plain[:40]}” is no amount: the number is too long") from None
    if value.adjusted() >= 15:
        raise ValueError(f"“{plain[:40]}” is no amount: the number is too long")
    return Money(code, value if value != value.to_integral_value() else Decimal(int(value)))


def _unit(after: str, before: str) -> tuple[int | None, str]:
    """The power of ten and the currency of `USD 1.38 million`, `1.38m USD` and the like."""
    words = after.split(None, 1)
    for scale, rest in ((words[0].lower().rstrip("."), words[1] if len(words) > 1 else ""), ("", after)) if words else (("", ""),):
        if scale in _SCALES and (bool(before) != bool(rest)):
            return _SCALES[scale], before or rest
    return (_SCALES[after.lower()], "") if after.lower() in _SCALES and not before else (None, "")


@functools.cache
def _currencies() -> dict[str, str]:
    """Codes, names, symbols and aliases in small letters -> ISO 4217."""
    found: dict[str, str] = {}
    for code, name, plural, symbols, aliases in names.rows(names.DATA / "currencies.tsv"):
        listed = (part.strip() for cell in (symbols, aliases) for part in cell.split(";"))
        for key in (code, name, plural, *listed):
            if key:
                found.setdefault(key.casefold(), code)
    return found
