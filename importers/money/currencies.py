"""The codes and words by which sums of money name their currencies, from the list of all currencies."""

from __future__ import annotations

from db import names


def currency_words() -> tuple[str, ...]:
    """The words that the plurals of all currencies end in: "soms", "kwanzas", "kroner"."""
    ends = (plural.split()[-1] for _, _, plural, *_ in names.rows(names.DATA / "currencies.tsv"))
    return tuple(sorted({word for word in ends if word.islower() and word.isalpha() and word not in _OTHERWISE}))


def currency_codes() -> tuple[str, ...]:
    """The codes of all currencies: "BGN", "ZMW"."""
    codes = (code for code, *_ in names.rows(names.DATA / "currencies.tsv"))
    return tuple(code for code in codes if code not in _OTHERWISE)


_OTHERWISE = frozenset({"won", "marks", "points", "ALL", "COP", "CUP", "TOP"})
"""Plurals and codes that are other words as well."""
