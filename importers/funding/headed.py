"""Who pays and how much, where only the heading of a story says so: "Finland gives 2.4 million euros for prisons"."""

from __future__ import annotations

from dataclasses import replace

from db.models import Reason
from importers.donors.cues import find_donors
from importers.funding.finding import Paid
from importers.money.amounts import find_money


def with_heading(paid: Paid, heading: str, dollar: str) -> Paid:
    """What a main milestone was paid, with the donors and sums of its `heading` where its story names none.

    `dollar` is the ISO 4217 code of a bare "$". A sum counts only beside a donor of the heading.
    """
    if not heading or (paid.donors and paid.amounts):
        return paid
    named = [mention for mention in find_donors(heading) if mention.strong]
    if not named:
        return paid
    donors, amounts, reasons = paid.donors, paid.amounts, list(paid.reasons)
    if not donors:
        donors = tuple(dict.fromkeys(mention.donor for mention in named))
        reasons += [Reason("donors", "donor-in-heading", mention.text) for mention in named]
    if not amounts and (sums := find_money(heading, dollar)):
        amounts = tuple(dict.fromkeys(mention.money for mention in sums))
        reasons += [Reason("amounts", "money-in-heading", mention.text) for mention in sums]
    return replace(paid, donors=donors, amounts=amounts, reasons=tuple(reasons))
