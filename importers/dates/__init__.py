"""Dates in text, and the days that they are.

`find_dates` is the door for whoever has a text and a day to read it from; the importers themselves go to the rooms behind it:
`finding` reads a text: where dates may stand (`triggers`), their words and grammar (`words`, `grammar`), what each form means
(`forms`, `numbers`, `relative`, `values`), what it is to its sentence (`roles`) and what is none (`veto`); `resolve` says which
days are meant, counted from others (`leaning`) or not (`points`), and by which of the `rules`.
"""

from importers.dates.finding import DateMention, find_dates

__all__ = ["DateMention", "find_dates"]
